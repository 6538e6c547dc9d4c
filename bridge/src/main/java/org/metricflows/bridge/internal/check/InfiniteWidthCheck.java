package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.Gradient;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.gradient.OutputFlow;

/**
 * The right-hand side at infinite width, for some entries of the state,
 *
 * <pre>
 *   d(∂^α f_c(x_a))/dt = −Σ_b Σ_β ∂_x^α ∂_x′^β Θ(x_a, x_b) ∂L/∂(∂^β f_c(x_b)),
 * </pre>
 *
 * with the independent kernel and the independent density; test points among the x_a.
 *
 * <p>Tolerance: those of kernel and density.
 */
final class InfiniteWidthCheck {
  private static final int ROWS = 6;
  private static final int ROWS_BY_QUADRATURE = 2;

  private final Subject subject;
  private final OutputFlow flow;
  private final Neighbourhood neighbourhood;
  private final double leastVelocity;
  private final TaylorLayout left;
  private final TaylorLayout right;
  private final KernelOracle oracle;

  InfiniteWidthCheck(Subject subject, Evaluators evaluators, Neighbourhood neighbourhood) {
    this.subject = subject;
    this.flow = evaluators.flow();
    double[] first = subject.points()[0];
    double kernel = Math.abs(evaluators.kernel().at(first, first)[0]);
    this.neighbourhood = neighbourhood;
    this.leastVelocity = kernel * neighbourhood.slope();
    this.left = new TaylorLayout(new JetSpace(subject.dimension(), subject.flow().order()));
    this.right = subject.layout();
    this.oracle = new KernelOracle(subject.kernel(), left, right);
  }

  /** What dL/dt is worth at least, see {@link Neighbourhood#terms}. */
  double leastRate() {
    return leastVelocity * neighbourhood.slope();
  }

  CheckResult result(Random random) {
    double tolerance =
        10 * Math.max(KernelCheck.tolerance(subject), DensityCheck.tolerance(neighbourhood));
    Comparison comparison = new Comparison(RightHandSide.NAME, Oracles.STRUCTURE, tolerance);
    double[] velocity = velocity(neighbourhood.state());
    double[][] sources = sources();
    int points = subject.points().length;
    int most = subject.kernel().isClosed() ? ROWS : ROWS_BY_QUADRATURE;
    for (int row = 0; row < most; row++) {
      int alpha = row == 0 ? left.size() - 1 : random.nextInt(left.size());
      int a = random.nextInt(points);
      String name = "of " + left.name(alpha) + " at point " + a;
      compare(alpha, subject.points()[a], alpha * points + a, name, velocity, sources, comparison);
    }
    int tests = Math.min(most / 2, subject.testPoints().length);
    for (int t = 0; t < tests; t++) {
      int entry = left.size() * points + t;
      String name = "at test point " + t;
      compare(0, subject.testPoints()[t], entry, name, velocity, sources, comparison);
    }
    return comparison.result(most + tests);
  }

  private void compare(
      int alpha,
      double[] x,
      int entry,
      String name,
      double[] velocity,
      double[][] sources,
      Comparison comparison) {
    double[] expected = expected(alpha, x, sources);
    for (int c = 0; c < expected.length; c++) {
      double actual = velocity[c * (velocity.length / expected.length) + entry];
      String group = "order " + left.total(alpha);
      String what = "velocity of output " + c + " " + name;
      comparison.add(group, what, actual, expected[c], leastVelocity);
    }
  }

  private double[] velocity(double[] state) {
    double[] velocity = new double[state.length];
    try {
      flow.derivative(0, state, velocity);
    } catch (FlowStopException e) {
      Arrays.fill(velocity, Double.NaN);
    }
    return velocity;
  }

  /** ∂L/∂(∂^β f_c(x_b)) at [b][c·J + β]. */
  private double[][] sources() {
    double[][] sources = new double[subject.points().length][];
    for (int b = 0; b < sources.length; b++) {
      double[] jets = Subject.row(neighbourhood.jets(), b);
      Gradient density = subject.loss().at(subject.points()[b], subject.weight(b), jets);
      sources[b] = density.getGradient();
    }
    return sources;
  }

  private double[] expected(int alpha, double[] x, double[][] sources) {
    int[] moving = coordinates(alpha);
    int[] movingPrime = subject.order() == 0 ? new int[0] : all(subject.dimension());
    int order = left.total(alpha) + subject.order();
    double[] expected = new double[subject.outputs()];
    for (int b = 0; b < sources.length; b++) {
      KernelOracle.Jets kernel = oracle.at(x, subject.points()[b], moving, movingPrime, order);
      for (int k = 0; k < sources[b].length; k++) {
        expected[k / right.size()] -= kernel.get(alpha, k % right.size()) * sources[b][k];
      }
    }
    return expected;
  }

  private int[] coordinates(int alpha) {
    List<Integer> moving = new ArrayList<>();
    for (int i = 0; i < subject.dimension(); i++) {
      if (left.orders(alpha)[i] > 0) {
        moving.add(i);
      }
    }
    return moving.stream().mapToInt(i -> i).toArray();
  }

  private static int[] all(int d) {
    int[] all = new int[d];
    Arrays.setAll(all, i -> i);
    return all;
  }
}
