package org.metricflows.bridge.rotational;

import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.numeric.rotational.SphereMaps;
import org.metricflows.symbolic.rotational.SphereFlow;

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
