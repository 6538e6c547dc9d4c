package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.gradient.OutputFlow;

/**
 * A finite network: its outputs' jets at sample and test points, the gradient of the loss by some
 * of its parameters, and the right-hand side −∂L/∂θ at another state.
 *
 * <p>Tolerances: sums over some hundred neurons a layer, then those of the density; and what is
 * lost where a small output is the difference of large ones. Parameters move by 0.01 of what would
 * change the metric by a tenth, so that differences err by some 10⁻⁹ of the gradient.
 */
final class NetworkCheck {
  private static final double STEP = 1e-2;
  private static final int MOST_PARAMETERS = 12;
  private static final int FEWEST_PARAMETERS = 3;

  /** Multiplications, some seconds' worth. */
  private static final double BUDGET = 2e9;

  private final Subject subject;
  private final OutputFlow flow;
  private final NetworkOracle oracle;

  NetworkCheck(Subject subject, Evaluators evaluators) {
    this.subject = subject;
    this.flow = evaluators.flow();
    this.oracle = new NetworkOracle(subject, flow.initialState());
  }

  /** The outputs' jets. */
  CheckResult jets(Neighbourhood neighbourhood) {
    Comparison comparison = new Comparison("network jets", oracle.name(), oracle.tolerance());
    int order = subject.flow().order();
    TaylorLayout layout = new TaylorLayout(new JetSpace(subject.dimension(), order));
    double[] theta = neighbourhood.state();
    double[][] sample = flow.sampleJets(theta, order);
    int[] chosen = Subject.some(subject.points().length, 16);
    for (int p : chosen) {
      double[] expected = oracle.jets(subject.points()[p], theta, order);
      double[] sizes = oracle.sizes(subject.points()[p], theta, order);
      for (int k = 0; k < expected.length; k++) {
        int coefficient = k % layout.size();
        String name =
            "output " + k / layout.size() + " " + layout.name(coefficient) + " at point " + p;
        comparison.add(
            "order " + layout.total(coefficient), name, sample[k][p], expected[k], sizes[k]);
      }
    }
    double[][] test = flow.testValues(theta);
    for (int t = 0; t < subject.testPoints().length; t++) {
      double[] expected = oracle.jets(subject.testPoints()[t], theta, 0);
      for (int c = 0; c < expected.length; c++) {
        String name = "output " + c + " at test point " + t;
        comparison.add("order 0", name, test[c][t], expected[c]);
      }
    }
    return comparison.result(chosen.length + subject.testPoints().length);
  }

  /** What ∂L/∂θ is worth at least, see {@link Neighbourhood#terms}. */
  private static double leastSlope(Neighbourhood neighbourhood) {
    return neighbourhood.terms() / neighbourhood.step();
  }

  /** What dL/dt is worth at least. */
  static double leastRate(Neighbourhood neighbourhood) {
    return Math.pow(leastSlope(neighbourhood), 2);
  }

  /** The oracle's jets go into the density's derivatives. */
  private double tolerance(Neighbourhood neighbourhood) {
    double jets = oracle.isExact() ? 0 : oracle.tolerance();
    return 10 * (DensityCheck.tolerance(neighbourhood) + neighbourhood.lost()) + jets;
  }

  /** The gradient by parameters chosen at random. */
  List<CheckResult> gradient(Neighbourhood neighbourhood, Random random) {
    String name = "parameter gradient";
    Comparison automatic = new Comparison(name, Oracles.STRUCTURE, tolerance(neighbourhood));
    double tolerance = 1e-6 + 1e3 * neighbourhood.lost();
    Comparison differences = new Comparison(name, CentralDifference.NAME, tolerance);
    double[] theta = neighbourhood.state();
    double[] actual = velocity(theta);
    int[] chosen = chosen(actual, random);
    double[] expected = oracle.gradient(theta, chosen);
    double step = STEP * neighbourhood.step();
    double least = leastSlope(neighbourhood);
    double value = Math.max(neighbourhood.terms(), Math.abs(flow.loss(theta)));
    double floor = Math.max(least, CentralDifference.floor(value, step, tolerance));
    for (int i = 0; i < chosen.length; i++) {
      int k = chosen[i];
      double difference =
          CentralDifference.of(
              h -> {
                double[] moved = theta.clone();
                moved[k] += h;
                return flow.loss(moved);
              },
              step);
      automatic.add("gradient", "by parameter " + k, -actual[k], expected[i], least);
      differences.add("gradient", "by parameter " + k, -actual[k], difference, floor);
    }
    int points = subject.points().length;
    return List.of(automatic.result(points), differences.result(points));
  }

  /** dθ/dt against −∂L/∂θ. */
  CheckResult rightHandSide(Neighbourhood neighbourhood, Random random) {
    Comparison comparison =
        new Comparison(RightHandSide.NAME, Oracles.STRUCTURE, tolerance(neighbourhood));
    double[] actual = velocity(neighbourhood.state());
    int[] chosen = chosen(actual, random);
    double[] expected = oracle.gradient(neighbourhood.state(), chosen);
    for (int i = 0; i < chosen.length; i++) {
      String name = "parameter " + chosen[i];
      comparison.add("velocity", name, actual[chosen[i]], -expected[i], leastSlope(neighbourhood));
    }
    return comparison.result(subject.points().length);
  }

  private double[] velocity(double[] theta) {
    double[] velocity = new double[theta.length];
    try {
      flow.derivative(0, theta, velocity);
    } catch (FlowStopException e) {
      Arrays.fill(velocity, Double.NaN);
    }
    return velocity;
  }

  /** The fastest parameter, the first and last ones, and random ones. */
  private int[] chosen(double[] velocity, Random random) {
    int size = velocity.length;
    int fastest = 0;
    for (int k = 1; k < size; k++) {
      fastest = Math.abs(velocity[k]) > Math.abs(velocity[fastest]) ? k : fastest;
    }
    int coefficients = subject.layout().size() * (subject.dimension() + 2);
    double each = (double) size * coefficients * subject.points().length;
    int count = (int) Math.max(FEWEST_PARAMETERS, Math.min(MOST_PARAMETERS, BUDGET / each));
    List<Integer> chosen = new ArrayList<>(List.of(fastest, 0, size - 1));
    while (chosen.size() < count) {
      chosen.add(random.nextInt(size));
    }
    return chosen.stream().mapToInt(k -> k).distinct().toArray();
  }
}
