package org.metricflows.numeric.internal.kernel.jet;

/** A smooth function of one variable, written in jet operations. */
@FunctionalInterface
public interface JetFunction {
  /** The jet of the function at u. */
  Jet apply(JetAlgebra algebra, Jet u);
}
