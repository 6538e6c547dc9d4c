package org.metricflows.bridge.internal.homogeneous;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.bridge.internal.spec.Formula;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.bridge.internal.spec.LieAlgebraSpec;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.geometry.LieAlgebra;

/**
 * The Lie algebra and the metric of a spec, checked.
 *
 * @param algebra satisfies Jacobi's identity
 * @param metric g_ij at time 0 in the order 11, 12, …, 22, …, positive definite
 */
public record LieGroup(LieAlgebra algebra, List<Expr> metric) {
  /** How far from 0 rounding of constants may leave Jacobi's identity, relative to them squared. */
  private static final double ROUNDING = 1e-12;

  public LieGroup {
    metric = List.copyOf(metric);
  }

  /**
   * Reads a spec's constants.
   *
   * @throws InputException if Jacobi's identity fails or the metric is not positive definite
   */
  public static LieGroup of(HomogeneousSpec spec) {
    LieAlgebra algebra = algebra(spec.algebra());
    checkJacobi(algebra);
    List<Expr> metric = new ArrayList<>();
    for (int i = 0; i < algebra.dimension(); i++) {
      for (int j = i; j < algebra.dimension(); j++) {
        Formula entry = spec.metric().rows().get(i).get(j);
        metric.add(finite("metric.background[" + i + "][" + j + "]", entry));
      }
    }
    LieGroup group = new LieGroup(algebra, metric);
    group.checkPositive();
    return group;
  }

  private static LieAlgebra algebra(LieAlgebraSpec spec) {
    if (spec instanceof LieAlgebraSpec.Known known) {
      return known(known);
    }
    if (spec instanceof LieAlgebraSpec.Unimodular unimodular) {
      List<Expr> c = vector("lie_algebra.unimodular", unimodular.constants());
      return LieAlgebra.unimodular(c.get(0), c.get(1), c.get(2));
    }
    LieAlgebraSpec.Brackets given = (LieAlgebraSpec.Brackets) spec;
    Map<LieAlgebra.Pair, List<Expr>> brackets = new HashMap<>();
    given
        .brackets()
        .forEach(
            (pair, vector) -> {
              int i = pair.charAt(0) - '1';
              int j = pair.charAt(2) - '1';
              List<Expr> c = vector("lie_algebra.brackets." + pair, vector);
              brackets.put(
                  new LieAlgebra.Pair(Math.min(i, j), Math.max(i, j)),
                  i < j ? c : c.stream().map(Expr::negate).toList());
            });
    return LieAlgebra.of(given.dimension(), brackets);
  }

  private static LieAlgebra known(LieAlgebraSpec.Known known) {
    return switch (known) {
      case SU2 -> unimodular(-1, -1, -1);
      case NIL -> unimodular(-1, 0, 0);
      case SOL -> unimodular(-1, 0, 1);
      case SL2 -> unimodular(-1, -1, 1);
      case E2 -> unimodular(-1, -1, 0);
      case H3 -> scaling(2);
      case H2XR -> scaling(1);
      case ABELIAN -> LieAlgebra.abelian(3);
    };
  }

  private static LieAlgebra unimodular(long lambda, long mu, long nu) {
    return LieAlgebra.unimodular(Expr.of(lambda), Expr.of(mu), Expr.of(nu));
  }

  /** e1 acts as the identity on the span of e2, …, up to the given number of vectors. */
  private static LieAlgebra scaling(int vectors) {
    Map<LieAlgebra.Pair, List<Expr>> brackets = new HashMap<>();
    for (int k = 1; k <= vectors; k++) {
      List<Expr> image = new ArrayList<>(List.of(Rational.ZERO, Rational.ZERO, Rational.ZERO));
      image.set(k, Rational.ONE);
      brackets.put(new LieAlgebra.Pair(0, k), image);
    }
    return LieAlgebra.of(3, brackets);
  }

  private static List<Expr> vector(String field, List<Formula> constants) {
    List<Expr> vector = new ArrayList<>();
    for (Formula constant : constants) {
      vector.add(finite(field + "[" + vector.size() + "]", constant));
    }
    return vector;
  }

  private static Expr finite(String field, Formula constant) {
    if (!Double.isFinite(Constants.valueOf(constant.value()))) {
      throw InputException.of(field, "'" + constant.text() + "' is not a finite number");
    }
    return constant.value();
  }

  private static void checkJacobi(LieAlgebra algebra) {
    double largest =
        algebra.constants().stream()
            .flatMap(List::stream)
            .mapToDouble(c -> Math.abs(Constants.valueOf(c)))
            .max()
            .orElse(0);
    int d = algebra.dimension();
    for (int i = 0; i < d; i++) {
      for (int j = i + 1; j < d; j++) {
        for (int k = j + 1; k < d; k++) {
          double[] sum = algebra.jacobi(i, j, k).stream().mapToDouble(Constants::valueOf).toArray();
          for (double component : sum) {
            if (!(Math.abs(component) <= ROUNDING * largest * largest)) {
              throw jacobiFails(i + 1, j + 1, k + 1, sum);
            }
          }
        }
      }
    }
  }

  private static InputException jacobiFails(int i, int j, int k, double[] sum) {
    StringBuilder vector = new StringBuilder();
    for (int m = 0; m < sum.length; m++) {
      if (sum[m] != 0) {
        vector.append(vector.length() == 0 ? "" : " + ").append(coefficient(sum[m]));
        vector.append(" e").append(m + 1);
      }
    }
    return InputException.of(
        "lie_algebra.brackets",
        String.format(
            "Jacobi's identity fails for e%1$d, e%2$d, e%3$d:"
                + " [e%1$d,[e%2$d,e%3$d]] + [e%2$d,[e%3$d,e%1$d]] + [e%3$d,[e%1$d,e%2$d]]"
                + " must be 0, but is %4$s",
            i, j, k, vector));
  }

  private static String coefficient(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
    return whole ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** The metric in numbers. */
  public double[] components() {
    return metric.stream().mapToDouble(Constants::valueOf).toArray();
  }

  private void checkPositive() {
    double[] eigenvalues = SymmetricForm.of(algebra.dimension(), components()).eigenvalues();
    double least = eigenvalues[0];
    double largest = Math.max(Math.abs(least), eigenvalues[eigenvalues.length - 1]);
    if (!(least > 1e-14 * largest)) {
      throw InputException.of(
          "metric.background", "must be positive definite, but has the eigenvalue " + least);
    }
  }
}
