package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.network.Ansatz;

/**
 * Steepest descent of a loss in the functions that make the metric, ∂_t f_c = −δL/δf_c.
 *
 * @param ansatz how f makes the metric
 * @param dimension d
 */
public record SteepestDescent(Ansatz ansatz, int dimension) {

  /** Values of f, E_c = δL/δf_c ↦ −E_c. */
  public Derivation velocity() {
    Derivation.Builder builder = Derivation.builder();
    ansatz.outputJets(builder, dimension, 0);
    List<String> outputs = new ArrayList<>();
    for (String f : ansatz.outputNames(dimension)) {
      Symbol e = builder.input("E" + f, "E_{" + f + "}");
      builder.define("speed" + f, e.negate());
      outputs.add("speed" + f);
    }
    return builder.build(outputs);
  }
}
