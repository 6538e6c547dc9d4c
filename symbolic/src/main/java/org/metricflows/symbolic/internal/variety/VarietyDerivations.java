package org.metricflows.symbolic.internal.variety;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.ComplexExpr;

/**
 * What sampling a variety evaluates, as derivations. Complex numbers are pairs of columns, real
 * part first; z stands for the homogeneous coordinates of all factors.
 */
public final class VarietyDerivations {
  private final Variety variety;

  /** The derivations of a variety. */
  public VarietyDerivations(Variety variety) {
    this.variety = variety;
  }

  /** z ↦ Q₁, …, Q_K. */
  public Derivation equations() {
    ComplexLines lines = new ComplexLines(Derivation.builder());
    equations(lines, coordinates(lines));
    return lines.build();
  }

  /** z ↦ Q₁, …, Q_K, then ∂Q_α/∂z_i at {@code α·N + i}. */
  public Derivation gradients() {
    ComplexLines lines = new ComplexLines(Derivation.builder());
    List<ComplexExpr> z = coordinates(lines);
    equations(lines, z);
    for (int k = 0; k < variety.codimension(); k++) {
      for (int i = 0; i < z.size(); i++) {
        Polynomial slope = variety.equations().get(k).derivative(i);
        lines.output("slope" + k + "d" + i, lines.value(slope, z));
      }
    }
    return lines.build();
  }

  /**
   * The gradient and the Hessian of L(z, λ) = Σ λ_α Q_α, n = N + K complex variables: (z, λ) ↦
   * ∂_iL, then ∂_i∂_jL at {@code i·n + j}. The variety is singular where L has a critical point
   * with λ ≠ 0: all Q_α vanish there and their gradients are linearly dependent.
   */
  public Derivation critical() {
    int k = variety.codimension();
    int n = variety.ambient().coordinates() + k;
    Polynomial lagrangian = Polynomial.constant(n, ComplexExpr.ZERO);
    for (int alpha = 0; alpha < k; alpha++) {
      Polynomial multiplier = Polynomial.variable(n, n - k + alpha);
      Polynomial equation = variety.equations().get(alpha).widened(k);
      lagrangian = lagrangian.plus(equation.times(multiplier));
    }
    ComplexLines lines = new ComplexLines(Derivation.builder());
    List<ComplexExpr> x = IntStream.range(0, n).mapToObj(i -> lines.input("z" + i)).toList();
    for (int i = 0; i < n; i++) {
      lines.output("slope" + i, lines.value(lagrangian.derivative(i), x));
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Polynomial second = lagrangian.derivative(i).derivative(j);
        lines.output("second" + i + "d" + j, lines.value(second, x));
      }
    }
    return lines.build();
  }

  /**
   * How the equations bend along tangents: z, then J^i_a at {@code a·N + i} ↦ Σ_ij ∂_i∂_jQ_α J^i_a
   * J^j_c for each α and a ≤ c, in this order.
   */
  public Derivation second() {
    ComplexLines lines = new ComplexLines(Derivation.builder());
    List<ComplexExpr> z = coordinates(lines);
    List<List<ComplexExpr>> tangents =
        matrix(lines, "j", variety.dimension(), variety.ambient().coordinates());
    for (int k = 0; k < variety.codimension(); k++) {
      for (int a = 0; a < tangents.size(); a++) {
        List<ComplexExpr> bent = bent(lines, variety.equations().get(k), z, tangents.get(a));
        for (int c = a; c < tangents.size(); c++) {
          List<ComplexExpr> terms = new ArrayList<>();
          for (int i = 0; i < z.size(); i++) {
            terms.add(bent.get(i).times(tangents.get(c).get(i)));
          }
          lines.output("second" + k + "d" + a + "d" + c, ComplexExpr.sum(terms));
        }
      }
    }
    return lines.build();
  }

  /** Σ_j ∂_i∂_jQ v^j. */
  private static List<ComplexExpr> bent(
      ComplexLines lines, Polynomial q, List<ComplexExpr> z, List<ComplexExpr> v) {
    List<ComplexExpr> bent = new ArrayList<>();
    for (int i = 0; i < z.size(); i++) {
      List<ComplexExpr> terms = new ArrayList<>();
      for (int j = 0; j < z.size(); j++) {
        Polynomial second = q.derivative(i).derivative(j);
        if (!second.isZero()) {
          terms.add(lines.value(second, z).times(v.get(j)));
        }
      }
      bent.add(ComplexExpr.sum(terms));
    }
    return bent;
  }

  private List<ComplexExpr> coordinates(ComplexLines lines) {
    return variety.ambient().names().stream().map(lines::input).toList();
  }

  private void equations(ComplexLines lines, List<ComplexExpr> z) {
    for (int k = 0; k < variety.codimension(); k++) {
      lines.output("equation" + k, lines.value(variety.equations().get(k), z));
    }
  }

  /**
   * The pull-back at a point: B_αβ = ∂Q_α/∂(eliminated coordinate β) at {@code α·K + β}, then
   * ∂Q_α/∂(kept coordinate a) at {@code α·m + a}, are mapped to X_βa = −(B⁻¹ ∂_aQ)_β at {@code β·m
   * + a}, which is ∂(eliminated β)/∂(kept a) along the variety, and last |Ω|² = 1/|det B|², a
   * single real column. By Cramer's rule.
   */
  public Derivation tangent() {
    int k = variety.codimension();
    int m = variety.dimension();
    ComplexLines lines = new ComplexLines(Derivation.builder());
    List<List<ComplexExpr>> b = matrix(lines, "b", k, k);
    List<List<ComplexExpr>> kept = matrix(lines, "kept", k, m);
    ComplexExpr det = lines.line("det", () -> lines.determinant("b", b));
    ComplexExpr inverse = lines.line("omega", det::reciprocal);
    for (int beta = 0; beta < k; beta++) {
      for (int a = 0; a < m; a++) {
        String name = "x" + beta + "d" + a;
        ComplexExpr numerator = lines.determinant(name, replaced(b, beta, kept, a));
        lines.output(name, numerator.times(inverse).negate());
      }
    }
    lines.output("omegasquared", det.normSquared().pow(-1));
    return lines.build();
  }

  private static List<List<ComplexExpr>> matrix(
      ComplexLines lines, String name, int rows, int columns) {
    List<List<ComplexExpr>> matrix = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      List<ComplexExpr> row = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        row.add(lines.input(name + i + "c" + j));
      }
      matrix.add(row);
    }
    return matrix;
  }

  /** b with column β taken from column a of the other. */
  private static List<List<ComplexExpr>> replaced(
      List<List<ComplexExpr>> b, int beta, List<List<ComplexExpr>> other, int a) {
    List<List<ComplexExpr>> replaced = new ArrayList<>();
    for (int row = 0; row < b.size(); row++) {
      List<ComplexExpr> entries = new ArrayList<>(b.get(row));
      entries.set(beta, other.get(row).get(a));
      replaced.add(entries);
    }
    return replaced;
  }

  /**
   * The Fubini–Study metric and the sampling measure at a point: z, then J^i_a at {@code a·N + i},
   * then |Ω|² are mapped to g_ab̄ (t = 1) in Hermitian packing, det g, and |Ω|²/D.
   *
   * <p>D is the density with which intersections with t_f lines in each factor f are distributed:
   * the mixed discriminant of the factors' forms g_f, each n_f − t_f times. With one factor it is
   * det g.
   *
   * @param lines t_f, the number of line parameters in each factor, which sum to K
   */
  public Derivation metric(List<Integer> lines) {
    return new FubiniStudy(variety.ambient(), variety.dimension()).derivation(lines);
  }
}
