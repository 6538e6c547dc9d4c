package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.numeric.internal.batch.JetSpace;

/**
 * The kernel's jets, for pairs of sample and test points, coincident ones among them.
 *
 * <p>In three dimensions and more, two coordinates of each point move at a time, other ones from
 * pair to pair.
 *
 * <p>Tolerances: derivatives of fourth order lose three digits by cancellation; quadrature one
 * more. Differences of step 0.004 of the jet one order lower err by some 10⁻¹².
 */
final class KernelCheck {
  private static final String NAME = "kernel jets";
  private static final double STEP = 4e-3;
  private static final int PAIRS = 9;
  private static final int PAIRS_BY_QUADRATURE = 3;
  private static final int DIFFERENCES_BY_QUADRATURE = 2;

  private final Subject subject;
  private final Evaluators evaluators;
  private final TaylorLayout left;
  private final TaylorLayout right;

  KernelCheck(Subject subject, Evaluators evaluators) {
    this.subject = subject;
    this.evaluators = evaluators;
    this.left = new TaylorLayout(new JetSpace(subject.dimension(), subject.flow().order()));
    this.right = subject.layout();
  }

  /** What two evaluations of the kernel's jets may differ by. */
  static double tolerance(Subject subject) {
    return subject.kernel().isClosed() ? 1e-11 : 1e-10;
  }

  private boolean isClosed() {
    return subject.kernel().isClosed();
  }

  private int orderX() {
    return subject.flow().order();
  }

  List<CheckResult> results() {
    Comparison automatic = new Comparison(NAME, Oracles.STRUCTURE, tolerance(subject));
    Comparison differences = new Comparison(NAME, CentralDifference.NAME, 1e-7);
    List<double[][]> pairs = pairs();
    int differenced = isClosed() ? pairs.size() : DIFFERENCES_BY_QUADRATURE;
    for (int k = 0; k < pairs.size(); k++) {
      double[] x = pairs.get(k)[0];
      double[] xPrime = pairs.get(k)[1];
      double[] actual = at(x, xPrime);
      compareAutomatic(k, x, xPrime, actual, automatic);
      if (k < differenced) {
        compareDifferences(k, x, xPrime, actual, differences);
      }
    }
    List<CheckResult> results = new ArrayList<>(List.of(automatic.result(pairs.size())));
    if (left.size() * right.size() > 1) {
      results.add(differences.result(differenced));
    }
    return results;
  }

  /** The first with itself, then ever farther pairs; test points with sample points at last. */
  private List<double[][]> pairs() {
    double[][] points = subject.points();
    int most = isClosed() ? PAIRS : PAIRS_BY_QUADRATURE;
    List<double[][]> pairs = new ArrayList<>();
    for (int k = 0; k < most; k++) {
      double[] x = points[(k * 5) % points.length];
      double[] xPrime = points[(k * 5 + k * (k + 1) / 2) % points.length];
      pairs.add(new double[][] {x, xPrime});
    }
    for (int t = 0; t < Math.min(1, subject.testPoints().length); t++) {
      pairs.add(new double[][] {subject.testPoints()[t], points[t % points.length]});
    }
    return pairs;
  }

  private double[] at(double[] x, double[] xPrime) {
    return evaluators.kernel().at(x, xPrime);
  }

  private void compareAutomatic(
      int pair, double[] x, double[] xPrime, double[] actual, Comparison comparison) {
    int[] moving = moving(orderX(), pair);
    int[] movingPrime = moving(subject.order(), pair / 2);
    KernelOracle oracle = new KernelOracle(subject.kernel(), left, right);
    KernelOracle.Jets expected =
        oracle.at(x, xPrime, moving, movingPrime, orderX() + subject.order());
    for (int i = 0; i < actual.length; i++) {
      int alpha = i / right.size();
      int beta = i % right.size();
      if (KernelOracle.isWithin(left, alpha, moving)
          && KernelOracle.isWithin(right, beta, movingPrime)) {
        comparison.add(group(i), name(i, pair), actual[i], expected.get(alpha, beta));
      }
    }
  }

  /** Up to two coordinates, other ones from turn to turn. */
  private int[] moving(int order, int turn) {
    int d = subject.dimension();
    if (order == 0) {
      return new int[0];
    }
    return d == 1 ? new int[] {0} : new int[] {turn % d, (turn + 1 + (turn / d) % (d - 1)) % d};
  }

  private void compareDifferences(
      int pair, double[] x, double[] xPrime, double[] actual, Comparison comparison) {
    double[][] byLeft = slopes(x, orderX(), h -> at(h, xPrime));
    double[][] byRight = slopes(xPrime, subject.order(), h -> at(x, h));
    for (int i = 1; i < actual.length; i++) {
      int alpha = i / right.size();
      int beta = i % right.size();
      double expected =
          alpha > 0
              ? byLeft[left.droppedCoordinate(alpha)][left.lower(alpha) * right.size() + beta]
              : byRight[right.droppedCoordinate(beta)][right.lower(beta)];
      comparison.add(group(i), name(i, pair), actual[i], expected);
    }
  }

  private interface JetsAt {
    double[] at(double[] x);
  }

  private double[][] slopes(double[] x, int order, JetsAt jets) {
    FieldCoordinates coordinates = subject.metric().coordinates();
    double[][] slopes = new double[order == 0 ? 0 : coordinates.dimension()][];
    for (int i = 0; i < slopes.length; i++) {
      int moved = i;
      slopes[i] = CentralDifference.ofAll(h -> jets.at(coordinates.moved(x, moved, h)), STEP);
    }
    return slopes;
  }

  private String group(int i) {
    return left.total(i / right.size()) + "+" + right.total(i % right.size());
  }

  private String name(int i, int pair) {
    return "derivative "
        + left.name(i / right.size())
        + " "
        + right.name(i % right.size())
        + "' for pair "
        + pair;
  }
}
