package org.metricflows.examples.architecture.mirror.numeric;

import org.matheclipse.core.interfaces.IExpr;
import org.metricflows.examples.architecture.mirror.symbolic.Formula;

/** Numbers that know symbols, and Symja. */
public class Sample {
  Formula formula;
  IExpr expression;
}
