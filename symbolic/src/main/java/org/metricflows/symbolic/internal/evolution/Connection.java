package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.geometry.Curvature;

/** The connection of Levi-Civita and the inverse metric, as jets of order 1 over lines. */
final class Connection {
  private final Jet[][] inverse;
  private final List<Jet> symbols;

  private Connection(Jet[][] inverse, List<Jet> symbols) {
    this.inverse = inverse;
    this.symbols = List.copyOf(symbols);
  }

  /** Writes the lines of g^ij and Γ^k_ij. */
  static Connection define(Derivation.Builder builder, Curvature geometry) {
    Jet[][] inverse = inverse(builder, geometry);
    return new Connection(inverse, symbols(builder, geometry, inverse));
  }

  /** g^ij. */
  Jet inverse(int i, int j) {
    return inverse[i][j];
  }

  /** Γ^k_ij, i ≤ j: k = 1 first, each with its components 11, 12, …. */
  List<Jet> symbols() {
    return symbols;
  }

  private static List<Jet> symbols(
      Derivation.Builder builder, Curvature geometry, Jet[][] inverse) {
    int d = geometry.dimension();
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
  private static Jet[][] inverse(Derivation.Builder builder, Curvature geometry) {
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
