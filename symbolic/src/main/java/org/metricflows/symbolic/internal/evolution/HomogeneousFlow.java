package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.HomogeneousCurvature;
import org.metricflows.symbolic.geometry.LieAlgebra;

/**
 * Ricci flow of left-invariant metrics on a Lie group: an ordinary differential equation for the
 * d(d+1)/2 components g_ij = ⟨e_i, e_j⟩, which are the inputs of every derivation in the order 11,
 * 12, …, 22, ….
 *
 * @param algebra of the group
 * @param fixedVolume whether g is rescaled so that det g stays
 */
public record HomogeneousFlow(LieAlgebra algebra, boolean fixedVolume) {

  /** How many components there are, d(d+1)/2. */
  public int components() {
    return new SymmetricIndex(algebra.dimension()).size();
  }

  /** ∂_t g_ij = −2R_ij, or −2R_ij + (2/d) R g_ij at fixed volume. */
  public Derivation velocity() {
    Derivation.Builder builder = Derivation.builder();
    HomogeneousCurvature c = HomogeneousCurvature.of(builder, algebra);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < c.dimension(); i++) {
      for (int j = i; j < c.dimension(); j++) {
        String digits = "" + (i + 1) + (j + 1);
        builder.define("speed" + digits, "\\partial_t g_{" + digits + "}", velocity(c, i, j));
        names.add("speed" + digits);
      }
    }
    return builder.build(names);
  }

  private Expr velocity(HomogeneousCurvature c, int i, int j) {
    Expr ricci = c.ricci(i, j).times(-2);
    return fixedVolume
        ? ricci.plus(c.scalar().times(c.g(i, j)).times(2).over(c.dimension()))
        : ricci;
  }

  /** What is told of a metric: √det g, R, |Ric|², ∂_t R, then R_ij. */
  public Derivation observables() {
    Derivation.Builder builder = Derivation.builder();
    HomogeneousCurvature c = HomogeneousCurvature.of(builder, algebra);
    builder.define("volume", c.sqrtDet());
    builder.define("scalar", c.scalar());
    builder.define("squared", c.ricciSquared());
    builder.define("rate", "\\partial_t R", scalarRate(c));
    List<String> names = new ArrayList<>(List.of("volume", "scalar", "squared", "rate"));
    for (int i = 0; i < c.dimension(); i++) {
      for (int j = i; j < c.dimension(); j++) {
        builder.define("ricci" + (i + 1) + (j + 1), c.ricci(i, j));
        names.add("ricci" + (i + 1) + (j + 1));
      }
    }
    return builder.build(names);
  }

  /** ∂_t R = 2|Ric|², since R is constant over the group; rescaling takes (2/d) R² from it. */
  private Expr scalarRate(HomogeneousCurvature c) {
    Expr free = c.ricciSquared().times(2);
    return fixedVolume ? free.minus(c.scalar().pow(2).times(2).over(c.dimension())) : free;
  }
}
