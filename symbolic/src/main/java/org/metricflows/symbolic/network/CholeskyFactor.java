package org.metricflows.symbolic.network;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/**
 * The Cholesky factorisation on jets: C lower triangular with C Cᵀ = g.
 *
 * <p>Entry C_ji of row j, column i ≤ j is component ij of the list.
 */
final class CholeskyFactor {
  private final Derivation.Builder builder;
  private final SymmetricIndex index;
  private final Jet[] entries;

  private CholeskyFactor(Derivation.Builder builder, int dimension) {
    this.builder = builder;
    this.index = new SymmetricIndex(dimension);
    this.entries = new Jet[index.size()];
  }

  /** The factor's jets; needs a positive definite metric (else its lines have no real value). */
  static List<Jet> of(Derivation.Builder builder, List<Jet> metric) {
    CholeskyFactor factor = new CholeskyFactor(builder, metric.get(0).dimension());
    for (int i = 0; i < factor.index.dimension(); i++) {
      factor.column(i, metric);
    }
    return List.of(factor.entries);
  }

  /** C_ii = √(g_ii − Σ C_ik²), C_ji = (g_ji − Σ C_jk C_ik)/C_ii. */
  private void column(int i, List<Jet> metric) {
    Jet diagonal = remainder(i, i, metric).compose(Expr::sqrt);
    diagonal = entry(i, i, diagonal);
    Jet inverse = diagonal.compose(u -> u.pow(-1));
    inverse = inverse.define(builder, "cinv" + (i + 1), "C_{" + (i + 1) + (i + 1) + "}^{-1}");
    for (int j = i + 1; j < index.dimension(); j++) {
      entry(i, j, remainder(i, j, metric).times(inverse));
    }
  }

  private Jet remainder(int i, int j, List<Jet> metric) {
    Jet rest = metric.get(index.of(i, j));
    for (int k = 0; k < i; k++) {
      Jet product = entries[index.of(k, i)].times(entries[index.of(k, j)]);
      rest = rest.minus(product);
    }
    String suffix = "" + (i + 1) + (j + 1);
    return rest.define(builder, "crest" + suffix, "s_{" + suffix + "}");
  }

  private Jet entry(int i, int j, Jet value) {
    String suffix = "" + (i + 1) + (j + 1);
    String latex = "C_{" + (j + 1) + (i + 1) + "}";
    Jet named = value.define(builder, "c" + suffix, latex);
    entries[index.of(i, j)] = named;
    return named;
  }

  /** C Cᵀ of a lower-triangular matrix. */
  static List<Jet> square(List<Jet> factor) {
    int d = factor.get(0).dimension();
    SymmetricIndex index = new SymmetricIndex(d);
    List<Jet> g = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        Jet sum = Jet.constant(Rational.ZERO, d, factor.get(0).order());
        for (int k = 0; k <= i; k++) {
          sum = sum.plus(factor.get(index.of(k, i)).times(factor.get(index.of(k, j))));
        }
        g.add(sum);
      }
    }
    return g;
  }
}
