package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.network.Ansatz;

/**
 * An inner product of velocities of a metric, pulled back to the functions f that make it: what a
 * natural gradient is natural in. With h = G'δf
 *
 * <pre>
 *   ⟨δf, δf'⟩ = ½ g^ik g^jl h_ij h'_kl w      (DeWitt's)
 *   ⟨δf, δf'⟩ = Σ_c δf_c δf'_c w              (flat)
 * </pre>
 *
 * <p>Where different functions make the same metric, as {@link Ansatz#moved} says, it is the inner
 * product of changes of the metric's components, flat that of all h_ij.
 *
 * <p>DeWitt's is the inverse of Ω_ij,kl = g_ik g_jl + g_il g_jk on independent components: with w =
 * m, steepest descent in it is {@link DeWittDescent}; with w = √g it is the same in all
 * coordinates.
 *
 * @param ansatz how f makes the metric
 * @param dimension d
 * @param kind which
 */
public record VelocityMetric(Ansatz ansatz, int dimension, Kind kind) {

  /** Inner products. */
  public enum Kind {
    /** Σ_c δf_c² w, of the functions alone. */
    FLAT,
    /** DeWitt's over a measure w that stays. */
    DEWITT,
    /** DeWitt's over the metric's own volume, w √g. */
    DEWITT_OVER_VOLUME
  }

  /** Number of functions or components that velocities are given by. */
  public int size() {
    return ansatz.moved().outputs(dimension);
  }

  /** Values of f, of the reference, the weight w ↦ W_cc' by rows c ≤ c'. */
  public Derivation blocks() {
    EvolvingMetric metric = EvolvingMetric.of(ansatz, dimension, 0);
    Derivation.Builder builder = metric.builder();
    Symbol weight = builder.input("w");
    Expr scale =
        kind == Kind.DEWITT_OVER_VOLUME ? weight.times(metric.geometry().sqrtDet()) : weight;
    List<String> names = ansatz.moved().outputNames(dimension);
    List<List<List<Expr>>> mixed = new ArrayList<>();
    for (String f : names) {
      mixed.add(kind == Kind.FLAT ? List.of() : mixed(metric, f));
    }
    List<String> outputs = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      for (int e = c; e < names.size(); e++) {
        String name = "W" + outputs.size();
        Expr product = kind == Kind.FLAT ? flat(names, c, e) : trace(mixed.get(c), mixed.get(e));
        builder.define(name, product.times(scale));
        outputs.add(name);
      }
    }
    return builder.build(outputs);
  }

  private Expr flat(List<String> names, int c, int e) {
    if (c != e) {
      return Rational.ZERO;
    }
    boolean twice = ansatz.moved() != ansatz && names.get(c).charAt(1) != names.get(c).charAt(2);
    return Rational.of(twice ? 2 : 1);
  }

  /** (∂g/∂f)^i_j = g^ik ∂g_kj/∂f, as named lines. */
  private List<List<Expr>> mixed(EvolvingMetric metric, String f) {
    Curvature geometry = metric.geometry();
    List<List<Expr>> mixed = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      List<Expr> row = new ArrayList<>();
      for (int j = 0; j < dimension; j++) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < dimension; k++) {
          terms.add(geometry.ginv(i, k).times(slope(k, j, f)));
        }
        String name = "h" + f + "x" + (i + 1) + (j + 1);
        row.add(metric.builder().define(name, Expr.sum(terms)));
      }
      mixed.add(row);
    }
    return mixed;
  }

  /** ∂g_kj/∂f, of the metric as the ansatz writes it. */
  private Expr slope(int k, int j, String f) {
    Derivation.Builder scratch = Derivation.builder();
    Ansatz moved = ansatz.moved();
    List<Expr> g =
        moved
            .metric(
                moved.referenceJets(scratch, dimension, 0), moved.outputJets(scratch, dimension, 0))
            .stream()
            .map(jet -> jet.value())
            .toList();
    int component = new SymmetricIndex(dimension).of(Math.min(k, j), Math.max(k, j));
    return g.get(component).differentiate(new Symbol(f));
  }

  /** ½ tr(h h'). */
  private Expr trace(List<List<Expr>> h, List<List<Expr>> other) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        terms.add(h.get(i).get(j).times(other.get(j).get(i)));
      }
    }
    return Expr.sum(terms).over(2);
  }
}
