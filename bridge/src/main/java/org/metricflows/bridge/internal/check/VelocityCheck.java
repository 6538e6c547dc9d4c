package org.metricflows.bridge.internal.check;

import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.numeric.internal.spectral.Velocity;

/**
 * The velocity that a network follows, from the jets of its outputs at a state near the start,
 * against the formulas of Ricci flow over Taylor polynomials.
 *
 * <p>Tolerance: as that of the loss's density, which reads the same curvature.
 */
final class VelocityCheck {
  private static final int MOST_POINTS = 16;

  private final Subject subject;
  private final Dynamics.Ricci kind;
  private final Velocity velocity;

  VelocityCheck(Subject subject, Dynamics.Ricci kind, Velocity velocity) {
    this.subject = subject;
    this.kind = kind;
    this.velocity = velocity;
  }

  CheckResult result(Neighbourhood neighbourhood) {
    double tolerance = DensityCheck.tolerance(neighbourhood);
    Comparison comparison = new Comparison("velocity", Oracles.STRUCTURE, tolerance);
    int points = subject.points().length;
    double[] actual = new double[subject.dimension() * (subject.dimension() + 1) / 2 * points];
    velocity.evaluate(neighbourhood.jets(), actual);
    double mean = kind == Dynamics.Ricci.NORMALISED ? mean(neighbourhood) : 0;
    int[] chosen = Subject.some(points, MOST_POINTS);
    for (int p : chosen) {
      double[] expected = at(neighbourhood, p).ricci(kind, mean, subject.points()[p]);
      for (int c = 0; c < expected.length; c++) {
        String name = "function " + c + " at point " + p;
        comparison.add("velocity", name, actual[c * points + p], expected[c]);
      }
    }
    return comparison.result(chosen.length);
  }

  private FieldVelocity at(Neighbourhood neighbourhood, int point) {
    double[] jets = Subject.row(neighbourhood.jets(), point);
    return new FieldVelocity(subject.metric(), FieldFunctions.of(subject.dimension(), jets));
  }

  private double mean(Neighbourhood neighbourhood) {
    double volume = 0;
    double curvature = 0;
    for (int p = 0; p < subject.points().length; p++) {
      double[] at = at(neighbourhood, p).volumeAndCurvature(subject.points()[p]);
      volume += subject.flow().weights()[p] * at[0];
      curvature += subject.flow().weights()[p] * at[1];
    }
    return curvature / volume;
  }
}
