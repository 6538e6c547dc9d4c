package org.metricflows.symbolic.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.geometry.Curvature;

/** The symbols Γ^k_ij with their first derivatives, as jets over lines of a derivation. */
final class Connection {

  private Connection() {}

  /**
   * The names of inputs that carry a background's Γ̄^k_ij and ∂_l Γ̄^k_ij, in {@link #jets} order.
   */
  static List<Jet> inputs(Derivation.Builder builder, int d) {
    List<Jet> jets = new ArrayList<>();
    for (int k = 1; k <= d; k++) {
      for (int i = 1; i <= d; i++) {
        for (int j = i; j <= d; j++) {
          String latex = "\\bar\\Gamma^{" + k + "}_{" + i + j + "}";
          jets.add(Jet.input(builder, "back" + k + i + j, latex, d, 1));
        }
      }
    }
    return jets;
  }

  /** Jets of order 1 of Γ^k_ij, i ≤ j: k = 1 first, each with its components 11, 12, …. */
  static List<Jet> jets(Derivation.Builder builder, Curvature geometry) {
    int d = geometry.dimension();
    Jet[][] inverse = inverse(builder, geometry);
    List<Jet> jets = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      for (int i = 0; i < d; i++) {
        for (int j = i; j < d; j++) {
          Jet sum = Jet.constant(Rational.ZERO, d, 1);
          for (int l = 0; l < d; l++) {
            sum = sum.plus(inverse[k][l].times(lowered(geometry, l, i, j)));
          }
          String digits = "" + (k + 1) + (i + 1) + (j + 1);
          String latex = "\\Gamma^{" + (k + 1) + "}_{" + (i + 1) + (j + 1) + "}";
          jets.add(sum.define(builder, "con" + digits, latex));
        }
      }
    }
    return jets;
  }

  /** g^kl with ∂_m g^kl = −g^ka ∂_m g_ab g^bl. */
  static Jet[][] inverse(Derivation.Builder builder, Curvature geometry) {
    int d = geometry.dimension();
    Jet[][] inverse = new Jet[d][d];
    for (int k = 0; k < d; k++) {
      for (int l = k; l < d; l++) {
        List<Expr> coefficients = new ArrayList<>(List.of(geometry.ginv(k, l)));
        for (int m = 0; m < d; m++) {
          coefficients.add(inverseSlope(geometry, k, l, m));
        }
        Jet jet = new Jet(d, 1, coefficients);
        inverse[k][l] =
            jet.define(builder, "inv" + (k + 1) + (l + 1), "g^{" + (k + 1) + (l + 1) + "}");
        inverse[l][k] = inverse[k][l];
      }
    }
    return inverse;
  }

  private static Expr inverseSlope(Curvature geometry, int k, int l, int m) {
    List<Expr> terms = new ArrayList<>();
    for (int a = 0; a < geometry.dimension(); a++) {
      for (int b = 0; b < geometry.dimension(); b++) {
        Expr slope = geometry.metric().first(a, b, m);
        terms.add(Expr.product(List.of(geometry.ginv(k, a), slope, geometry.ginv(b, l))).negate());
      }
    }
    return Expr.sum(terms);
  }

  /** Γ_l,ij = ½(∂_i g_jl + ∂_j g_il − ∂_l g_ij) with its derivatives. */
  private static Jet lowered(Curvature geometry, int l, int i, int j) {
    Jet sum =
        slope(geometry, j, l, i).plus(slope(geometry, i, l, j)).minus(slope(geometry, i, j, l));
    return sum.times(Rational.ONE.over(2));
  }

  /** ∂_k g_ij with its derivatives. */
  private static Jet slope(Curvature geometry, int i, int j, int k) {
    int d = geometry.dimension();
    List<Expr> coefficients = new ArrayList<>(List.of(geometry.metric().first(i, j, k)));
    for (int m = 0; m < d; m++) {
      coefficients.add(geometry.metric().second(i, j, k, m));
    }
    return new Jet(d, 1, coefficients);
  }
}
