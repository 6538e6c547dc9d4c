package org.metricflows.numeric.internal.kernel.quadrature;

import java.util.ArrayList;
import java.util.List;

/**
 * Hermite coefficients of an activation's derivatives at a variance: α⁽ᵏ⁾_n = E[φ⁽ᵏ⁾(√p s) h_n(s)]
 * for s ~ N(0, 1) and orthonormal Hermite polynomials h_n.
 *
 * <p>Parseval's identity Σ_n (α⁽ᵏ⁾_n)² = E[(φ⁽ᵏ⁾)²] tells how much is missing beyond the last n.
 */
public final class HermiteExpansion {

  /** Coefficients and Parseval sums must settle to this. */
  private static final double SETTLED = 1e-13;

  /** The last fifth of the coefficients may hold this fraction of the norm squared. */
  private static final double NEGLIGIBLE = 1e-15;

  private final double argument;
  private final double[][] coefficients;
  private final double[] norms;
  private final double[] variance;
  private final double missing;
  private double settling = Double.POSITIVE_INFINITY;

  private HermiteExpansion(
      double argument, double[][] coefficients, double[] norms, double[] variance, double missing) {
    this.argument = argument;
    this.coefficients = coefficients;
    this.norms = norms;
    this.variance = variance;
    this.missing = missing;
  }

  /**
   * The expansion at variance p, refined until it settles or the rules end.
   *
   * @throws ArithmeticException if φ or a derivative is not finite at a node, or grows so fast that
   *     the expectation does not exist
   */
  public static HermiteExpansion of(
      ActivationSeries activation, double p, GaussianQuadrature rules) {
    double reach = Reach.of(activation, p);
    HermiteExpansion coarse = null;
    for (int level = 1; level <= rules.finest(); level++) {
      HermiteExpansion fine = sample(activation, p, rules.rule(level, reach));
      if (coarse != null) {
        fine.settling = fine.distance(coarse);
      }
      if (fine.missing <= SETTLED && fine.settling <= SETTLED) {
        return fine;
      }
      coarse = fine;
    }
    return coarse;
  }

  /** The variance p. */
  double argument() {
    return argument;
  }

  /** Number of coefficients of each derivative. */
  int length() {
    return coefficients[0].length;
  }

  /** α⁽ᵏ⁾_0, α⁽ᵏ⁾_1, …. */
  double[] coefficients(int k) {
    return coefficients[k];
  }

  /** √E[(φ⁽ᵏ⁾)²]. */
  double norm(int k) {
    return norms[k];
  }

  /** The j-th Taylor coefficient at p of v ↦ E[φ(√v s)²]. */
  public double variance(int j) {
    return variance[j];
  }

  /**
   * How far the coefficients moved at the last refinement, relative to the norm of φ⁽ᵏ⁾ or of a
   * neighbouring derivative, as φ⁽ᵏ⁾ may be all but zero at small variances.
   */
  double settling() {
    return settling;
  }

  /** The largest fraction of a norm squared that lies beyond the last coefficient. */
  double missing() {
    return missing;
  }

  private static HermiteExpansion sample(ActivationSeries activation, double p, GaussianRule rule) {
    int m = rule.size();
    double[] arguments = new double[2 * m];
    double root = Math.sqrt(p);
    for (int j = 0; j < m; j++) {
      arguments[j] = root * rule.node(j);
      arguments[m + j] = -root * rule.node(j);
    }
    double[][] values = activation.at(arguments);
    double[] squares = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      squares[k] = mean(rule, values[k], values[k]);
    }
    HermiteSums sums = new HermiteSums(rule, values);
    List<double[]> found = new ArrayList<>();
    double[] energy = new double[values.length];
    boolean complete = false;
    while (!complete && found.size() <= rule.degree()) {
      add(found, energy, sums.next());
      complete = found.size() % 8 == 0 && isComplete(squares, energy, found);
    }
    double[] norms = new double[squares.length];
    for (int k = 0; k < norms.length; k++) {
      norms[k] = Math.sqrt(squares[k]);
    }
    return new HermiteExpansion(
        p,
        transpose(found, values.length),
        norms,
        variances(rule, values),
        complete ? missing(squares, energy) : 1);
  }

  private static void add(List<double[]> found, double[] energy, double[] next) {
    found.add(next);
    for (int k = 0; k < next.length; k++) {
      energy[k] += next[k] * next[k];
    }
  }

  /** Whether the last fifth of the coefficients, and Parseval's sum, add nothing any more. */
  private static boolean isComplete(double[] squares, double[] energy, List<double[]> found) {
    if (missing(squares, energy) > SETTLED) {
      return false;
    }
    int first = found.size() - Math.max(8, found.size() / 5);
    for (int k = 0; k < squares.length; k++) {
      double tail = 0;
      for (int n = first; n < found.size(); n++) {
        tail += found.get(n)[k] * found.get(n)[k];
      }
      if (tail > NEGLIGIBLE * squares[k]) {
        return false;
      }
    }
    return true;
  }

  private static double missing(double[] squares, double[] energy) {
    double largest = 0;
    for (int k = 0; k < squares.length; k++) {
      double rest = Math.abs(squares[k] - energy[k]);
      largest = squares[k] == 0 ? largest : Math.max(largest, rest / squares[k]);
    }
    return largest;
  }

  private static double mean(GaussianRule rule, double[] f, double[] g) {
    int m = rule.size();
    double sum = 0;
    for (int j = 0; j < m; j++) {
      double root = Math.exp(-rule.node(j) * rule.node(j) / 4);
      double right = (root * f[j]) * (root * g[j]);
      double left = (root * f[m + j]) * (root * g[m + j]);
      sum += rule.weight(j) * (right + left);
    }
    return sum;
  }

  /** d/dv E[F(√v s)] = E[F'']/2, twice, for F = φ². */
  private static double[] variances(GaussianRule rule, double[][] f) {
    double[] taylor = new double[3];
    taylor[0] = mean(rule, f[0], f[0]);
    if (f.length > 2) {
      taylor[1] = mean(rule, f[1], f[1]) + mean(rule, f[0], f[2]);
    }
    if (f.length > 4) {
      double fourth =
          6 * mean(rule, f[2], f[2]) + 8 * mean(rule, f[1], f[3]) + 2 * mean(rule, f[0], f[4]);
      taylor[2] = fourth / 8;
    }
    return taylor;
  }

  private static double[][] transpose(List<double[]> rows, int columns) {
    double[][] result = new double[columns][rows.size()];
    for (int n = 0; n < rows.size(); n++) {
      for (int k = 0; k < columns; k++) {
        result[k][n] = rows.get(n)[k];
      }
    }
    return result;
  }

  private double distance(HermiteExpansion other) {
    double largest = 0;
    for (int k = 0; k < norms.length; k++) {
      double sum = 0;
      for (int n = 0; n < Math.min(length(), other.length()); n++) {
        double moved = coefficients[k][n] - other.coefficients[k][n];
        sum += moved * moved;
      }
      double scale = scale(k);
      largest = scale == 0 ? largest : Math.max(largest, Math.sqrt(sum) / scale);
    }
    return largest;
  }

  private double scale(int k) {
    double before = k > 0 ? norms[k - 1] : 0;
    double after = k + 1 < norms.length ? norms[k + 1] : 0;
    return Math.max(norms[k], Math.max(before, after));
  }
}
