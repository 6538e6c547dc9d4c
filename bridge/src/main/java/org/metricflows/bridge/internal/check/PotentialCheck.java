package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.metricflows.bridge.internal.kahler.KahlerEvaluators;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.variety.VarietySample;

/** The potential of a network: its jets, the loss density, and the gradient by some parameters. */
final class PotentialCheck {
  private static final double STEP = 1e-3;
  private static final int PARAMETERS = 6;

  private final KahlerEvaluators evaluators;
  private final CalabiYauSpec stated;
  private final VarietySample sample;
  private final PotentialOracle oracle;
  private final Random random;
  private final double[] theta;
  private final Batch points;

  PotentialCheck(
      KahlerEvaluators evaluators, CalabiYauSpec stated, PotentialOracle oracle, Random random) {
    this.evaluators = evaluators;
    this.stated = stated;
    this.sample = evaluators.sample();
    this.oracle = oracle;
    this.random = random;
    this.theta = evaluators.start();
    for (int i = 0; i < theta.length; i++) {
      theta[i] *= 1 + 0.05 * random.nextGaussian();
    }
    this.points = evaluators.training();
  }

  static String order(int coefficient, int dimension) {
    return "order " + (coefficient == 0 ? 0 : coefficient <= 2 * dimension ? 1 : 2);
  }

  /** Parameters that all comparisons are made at. */
  double[] theta() {
    return theta.clone();
  }

  boolean isLinearised() {
    return stated.regime() == Regime.LINEARISED;
  }

  /** The oracle's jet; of a linearised network, f(θ₀) + d/dt f(θ₀ + t(θ − θ₀)) by differences. */
  double[] jet(double[] parameters, Place place) {
    if (!isLinearised()) {
      return oracle.potential(parameters, place);
    }
    double[] start = evaluators.start();
    double[] jet = oracle.potential(start, place);
    double[] change =
        CentralDifference.ofAll(
            t -> {
              double[] moved = start.clone();
              for (int i = 0; i < moved.length; i++) {
                moved[i] += t * (parameters[i] - start[i]);
              }
              return oracle.potential(moved, place);
            },
            0.1);
    for (int c = 0; c < jet.length; c++) {
      jet[c] += change[c];
    }
    return jet;
  }

  /** Sums over some hundred neurons; of a linearised network, differences that err by 1e-8. */
  CheckResult jets() {
    String against = Oracles.STRUCTURE;
    Comparison comparison =
        new Comparison("potential jets", against, isLinearised() ? 1e-7 : 1e-11);
    double[][] jets = new double[evaluators.model().columns()][points.count()];
    evaluators.model().outputJets(theta, points, jets);
    for (int k = 0; k < points.count(); k++) {
      int p = points.points()[points.from() + k];
      double[] expected = jet(theta, oracle.place(p));
      for (int c = 0; c < expected.length; c++) {
        String name = "coefficient " + c + " at point " + p;
        comparison.add(order(c, sample.dimension()), name, jets[c][k], expected[c]);
      }
    }
    return comparison.result(points.count());
  }

  /** Near the background, where the loss is smooth. */
  List<CheckResult> density() {
    int numbers = sample.dimension() * sample.dimension();
    FieldKahlerLoss field = new FieldKahlerLoss(sample.dimension(), stated.loss().loss());
    String name = stated.loss().loss().name() + " density";
    Comparison automatic = new Comparison(name, Oracles.GRADIENT, 1e-12);
    Comparison differences = new Comparison(name, CentralDifference.NAME, 1e-8);
    for (int p = 0; p < sample.points(); p++) {
      double[] in = input(p);
      double[] out = evaluate(in);
      Gradient expected = field.lagrangian(in);
      automatic.add("value", "at point " + p, out[0], field.density(in));
      for (int k = 0; k < numbers; k++) {
        String what = "by number " + k + " at point " + p;
        automatic.add("slope", what, out[1 + k], expected.getPartialDerivative(k));
        int moving = k;
        double difference =
            CentralDifference.of(
                h -> {
                  double[] moved = in.clone();
                  moved[moving] += h;
                  return field.lagrangian(moved).getValue();
                },
                1e-2 * sample.fubiniStudy()[0][p]);
        differences.add("slope", what, out[1 + k], difference);
      }
    }
    return List.of(automatic.result(sample.points()), differences.result(sample.points()));
  }

  private double[] input(int p) {
    int numbers = sample.dimension() * sample.dimension();
    double[] in = new double[FieldKahlerLoss.inputs(sample.dimension())];
    double size = sample.fubiniStudy()[0][p];
    for (int k = 0; k < numbers; k++) {
      in[k] = 0.05 * size * random.nextGaussian();
      in[numbers + k] = sample.fubiniStudy()[k][p];
      in[2 * numbers + 4 + k] = sample.fubiniStudy()[k][p];
    }
    in[2 * numbers] = sample.omegaSquared()[p];
    in[2 * numbers + 1] = sample.weight()[p];
    in[2 * numbers + 2] = 0.5 * sample.determinant()[p] / sample.omegaSquared()[p];
    in[2 * numbers + 3] = 0.1 / in[2 * numbers + 2];
    return in;
  }

  private double[] evaluate(double[] in) {
    double[][] columns = new double[evaluators.density().inputs()][1];
    for (int c = 0; c < columns.length; c++) {
      columns[c][0] = in[c];
    }
    double[][] out = new double[evaluators.density().outputs()][1];
    evaluators.density().apply(columns, new int[columns.length], out, new int[out.length], 1);
    return Arrays.stream(out).mapToDouble(column -> column[0]).toArray();
  }

  /** By parameters chosen at random, of one point at a time, so that no kink is crossed. */
  List<CheckResult> gradient() {
    String name = "parameter gradient";
    Comparison automatic = new Comparison(name, Oracles.STRUCTURE, isLinearised() ? 1e-6 : 1e-9);
    Comparison differences = new Comparison(name, CentralDifference.NAME, 1e-6);
    Objective objective = evaluators.objective();
    int[] chosen = chosen();
    double[] gradient = new double[theta.length];
    objective.lossGradient(theta, points, gradient);
    double[] expected = expected(chosen);
    for (int i = 0; i < chosen.length; i++) {
      int k = chosen[i];
      double difference =
          CentralDifference.of(
              h -> {
                double[] moved = theta.clone();
                moved[k] += h;
                return objective.loss(moved, points);
              },
              STEP);
      automatic.add("gradient", "by parameter " + k, gradient[k], expected[i]);
      differences.add("gradient", "by parameter " + k, gradient[k], difference);
    }
    return List.of(automatic.result(points.count()), differences.result(points.count()));
  }

  private int[] chosen() {
    List<Integer> chosen = new ArrayList<>(List.of(0, theta.length - 2));
    while (chosen.size() < PARAMETERS) {
      chosen.add(random.nextInt(theta.length - 1));
    }
    return chosen.stream().mapToInt(k -> k).distinct().toArray();
  }

  /** Σ_p ∂ℓ/∂(∂∂̄φ) · ∂(∂∂̄φ)/∂θ_k, with κ and λ as the normalisation has them. */
  private double[] expected(int[] chosen) {
    PotentialLoss loss =
        new PotentialLoss(evaluators, stated, p -> jet(theta, oracle.place(p)), p -> start(p));
    double[] base = isLinearised() ? evaluators.start() : theta;
    return IntStream.of(chosen)
        .mapToDouble(k -> loss.slope(p -> oracle.slope(base, k, p)))
        .toArray();
  }

  private double[] start(int point) {
    return oracle.potential(evaluators.start(), oracle.place(point));
  }
}
