package org.metricflows.bridge.internal.rotational;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.numeric.internal.rotational.SphereMaps;
import org.metricflows.symbolic.internal.rotational.SphereFlow;

/** The compiled formulas of the flow of spheres. */
final class SphereEquations {

  private SphereEquations() {}

  static SphereMaps maps(Compiler compiler, int dimension) {
    SphereFlow equations = new SphereFlow(dimension);
    return new SphereMaps(
        compiler.compile(equations.stretching()),
        compiler.compile(equations.velocity()),
        compiler.compile(equations.geometry()));
  }
}
