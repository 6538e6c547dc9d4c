package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.metricflows.bridge.internal.rotational.SolitonEvaluators;
import org.metricflows.bridge.internal.spec.RotationalSpec;

/**
 * Compares the equation of a steady soliton with independent paths:
 *
 * <pre>
 *   equations        ψ'', f'' that make Ric + ∇∇f vanish, by the curvature of the whole metric, and R
 *                    R + f'² along the equations, by differences
 *   pole series      ψ'' and f'' of the series, likewise, and R at the pole
 *   right-hand side  near the pole, where the series pass into the equations, and beyond
 * </pre>
 *
 * <p>Ric + ∇∇f is linear in ψ'' and f'': its values for (0, 0), (1, 0) and (0, 1) say where it
 * vanishes. Lengths are in units of the curvature radius at the pole.
 */
public final class SolitonCheck {
  private static final int STATES = 12;
  private static final double STEP = 1e-2;

  private final int n;
  private final double tip;
  private final SolitonPaths paths;
  private final double unit;

  SolitonCheck(int dimension, double tip, SolitonPaths paths) {
    this.n = dimension;
    this.tip = tip;
    this.paths = paths;
    this.unit = Math.sqrt(n * (n - 1.0) / tip);
  }

  /**
   * The check of a spec.
   *
   * @param spec of a soliton
   */
  public static SolitonCheck of(RotationalSpec spec) {
    SolitonEvaluators evaluators = SolitonEvaluators.of(spec);
    return new SolitonCheck(evaluators.dimension(), evaluators.tip(), SolitonPaths.of(evaluators));
  }

  /**
   * Makes all comparisons.
   *
   * @param progress is told what is being checked
   */
  public CheckReport run(Consumer<String> progress) {
    List<CheckResult> results = new ArrayList<>();
    List<double[]> states = states();
    progress.accept("equations");
    results.add(equations(states));
    results.add(firstIntegral(states));
    progress.accept("pole");
    results.add(series());
    progress.accept("flow");
    results.add(rightHandSide(states));
    return new CheckReport(results);
  }

  /** ψ, ψ', f' of no soliton in particular. */
  private List<double[]> states() {
    Random random = Subject.random();
    List<double[]> states = new ArrayList<>();
    for (int i = 0; i < STATES; i++) {
      double psi = unit * random.nextDouble(0.3, 3);
      states.add(new double[] {psi, random.nextDouble(-0.2, 1), -random.nextDouble(0, 3) / unit});
    }
    return states;
  }

  /** What is expected of a state. */
  private record Expected(double bend, double driftSlope, double scalar) {}

  private Expected expected(double[] state) {
    double[] zero = defect(state, 0, 0);
    double[] byBend = defect(state, 1 / unit, 0);
    double[] bySlope = defect(state, 0, 1 / (unit * unit));
    double a = byBend[0] - zero[0];
    double b = bySlope[0] - zero[0];
    double c = byBend[1] - zero[1];
    double d = bySlope[1] - zero[1];
    double det = a * d - b * c;
    double bend = (b * zero[1] - d * zero[0]) / det / unit;
    double slope = (c * zero[0] - a * zero[1]) / det / (unit * unit);
    return new Expected(bend, slope, curvature(state, bend).scalar());
  }

  /** Ric + ∇∇f on ∂_s and on unit tangents of the spheres. */
  private double[] defect(double[] state, double bend, double driftSlope) {
    WarpedMetric.At at = curvature(state, bend);
    return new double[] {
      at.radialRicci() + at.radialHessian(state[2], driftSlope),
      at.tangentialRicci() + at.tangentialHessian(state[2])
    };
  }

  /** That of ψ + ψ's + ½ψ''s² at s = 0. */
  private WarpedMetric.At curvature(double[] state, double bend) {
    return new WarpedMetric(
            n,
            s -> s.multiply(bend / 2).add(state[1]).multiply(s).add(state[0]),
            s -> s.newInstance(1))
        .at(0);
  }

  private double[] equations(double[] state) {
    return Subject.evaluate(paths.equations(), new double[] {state[0], state[1], state[2]});
  }

  private CheckResult equations(List<double[]> states) {
    Comparison comparison = new Comparison("equations", Oracles.STRUCTURE, 1e-11);
    for (int i = 0; i < states.size(); i++) {
      Expected expected = expected(states.get(i));
      double[] actual = equations(states.get(i));
      String at = " at state " + i;
      comparison.add("psi''", "psi''" + at, unit * actual[0], unit * expected.bend());
      double square = unit * unit;
      comparison.add("f''", "f''" + at, square * actual[1], square * expected.driftSlope());
      comparison.add("R", "R" + at, square * actual[2], square * expected.scalar());
    }
    return comparison.result(states.size());
  }

  /** d/ds R = −2f'f''. */
  private CheckResult firstIntegral(List<double[]> states) {
    Comparison comparison = new Comparison("equations", CentralDifference.NAME, 1e-7);
    for (int i = 0; i < states.size(); i++) {
      double[] y = states.get(i);
      double[] bend = equations(y);
      double slope =
          CentralDifference.of(
              h ->
                  equations(new double[] {y[0] + h * y[1], y[1] + h * bend[0], y[2] + h * bend[1]})[
                      2],
              STEP * y[0]);
      double size = Math.abs(bend[2]) / y[0];
      comparison.add("state " + i, "R' at state " + i, slope, -2 * y[2] * bend[1], size);
    }
    return comparison.result(states.size());
  }

  /** The states of the series. */
  private double[] onSeries(double s) {
    return new double[] {
      paths.radius().value(s), paths.radius().derivative(s), paths.drift().value(s)
    };
  }

  /** Tolerance: (1 − ψ'²)/ψ loses what s² is below 1. */
  private CheckResult series() {
    Comparison comparison = new Comparison("pole series", Oracles.STRUCTURE, 1e-11);
    for (int i = 1; i <= STATES; i++) {
      double s = paths.way() * i / STATES;
      Expected expected = expected(onSeries(s));
      String at = " at " + i + "/" + STATES + " of the way";
      double bend = paths.radius().secondDerivative(s);
      comparison.add("psi''", "psi''" + at, unit * bend, unit * expected.bend());
      double slope = paths.drift().derivative(s);
      double square = unit * unit;
      comparison.add("f''", "f''" + at, square * slope, square * expected.driftSlope());
    }
    // at the pole all planes are alike, and K = −ψ'''/ψ'
    double[] a = paths.radius().coefficients();
    comparison.add("R", "R at the pole", -6 * n * (n - 1) * a[1] / a[0], tip);
    return comparison.result(STATES);
  }

  private CheckResult rightHandSide(List<double[]> states) {
    Comparison comparison = new Comparison(RightHandSide.NAME, Oracles.STRUCTURE, 1e-11);
    for (int i = 0; i < states.size(); i++) {
      double near = paths.way() * (i + 1) / states.size();
      compare(comparison, "near state " + i, near, onSeries(near));
      compare(comparison, "state " + i, paths.way() * (2 + i), states.get(i));
    }
    return comparison.result(2 * states.size());
  }

  private void compare(Comparison comparison, String at, double s, double[] state) {
    Expected expected = expected(state);
    double[] y = {state[0], state[1], state[2], 0};
    double[] rate = paths.rate().at(s, y);
    comparison.add("psi'", "psi' at " + at, rate[0], state[1]);
    comparison.add("psi''", "psi'' at " + at, unit * rate[1], unit * expected.bend());
    double square = unit * unit;
    comparison.add("f''", "f'' at " + at, square * rate[2], square * expected.driftSlope());
    comparison.add("f'", "f' at " + at, unit * rate[3], unit * state[2]);
  }
}
