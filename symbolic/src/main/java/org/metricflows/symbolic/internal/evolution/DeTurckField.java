package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.network.Ansatz;

/**
 * DeTurck's vector field of a metric relative to a background ḡ, W^k = g^ij (Γ^k_ij − Γ̄^k_ij): it
 * vanishes where the identity map from g to ḡ is harmonic (DeTurck, J. Differential Geom. 18 (1983)
 * 157).
 *
 * @param ansatz how f makes the metric
 * @param dimension d
 */
public record DeTurckField(Ansatz ansatz, int dimension) {

  /**
   * Jets of f and of the reference, then the outputs of {@link BackgroundConnection#symbols} ↦ |W|²
   * = g_kl W^k W^l.
   */
  public Derivation square() {
    EvolvingMetric metric = EvolvingMetric.of(ansatz, dimension);
    List<Jet> field = define(metric);
    List<Expr> terms = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      for (int l = 0; l < dimension; l++) {
        Expr g = metric.geometry().metric().g(k, l);
        terms.add(Expr.product(List.of(g, field.get(k).value(), field.get(l).value())));
      }
    }
    metric.builder().define("Wsquare", "|W|^2", Expr.sum(terms));
    return metric.builder().build("Wsquare");
  }

  /** Writes the jets of order 1 of W¹ … W^d and declares Γ̄ as inputs. */
  static List<Jet> define(EvolvingMetric metric) {
    Connection connection = Connection.define(metric.builder(), metric.geometry());
    int d = metric.dimension();
    List<Jet> background = BackgroundConnection.inputs(metric.builder(), d);
    List<Jet> field = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      Jet sum = Jet.constant(Rational.ZERO, d, 1);
      for (int i = 0, c = k * new SymmetricIndex(d).size(); i < d; i++) {
        for (int j = i; j < d; j++, c++) {
          Jet difference = connection.symbols().get(c).minus(background.get(c));
          Jet both = difference.times(Rational.of(i == j ? 1 : 2));
          sum = sum.plus(connection.inverse(i, j).times(both));
        }
      }
      field.add(sum.define(metric.builder(), "W" + (k + 1), "W^{" + (k + 1) + "}"));
    }
    return field;
  }
}
