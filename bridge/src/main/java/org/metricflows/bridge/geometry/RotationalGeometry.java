package org.metricflows.bridge.geometry;

import org.metricflows.bridge.rotational.SolitonProblem;
import org.metricflows.bridge.rotational.SphereProblem;
import org.metricflows.bridge.run.Problem;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.bridge.spec.SpecSource;

/** Rotationally symmetric metrics. */
final class RotationalGeometry implements Geometry<RotationalSpec> {

  @Override
  public String section() {
    return "rotational";
  }

  @Override
  public RotationalSpec read(SpecSource source) {
    return source.readRotational();
  }

  @Override
  public Problem problem(RotationalSpec spec) {
    return spec.shape() instanceof RotationalSpec.Soliton
        ? SolitonProblem.of(spec)
        : SphereProblem.of(spec);
  }
}
