package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;
import org.metricflows.symbolic.network.Ansatz;

/**
 * A metric g = G(x, f) in a derivation in the making: its first inputs are the jets of order 2 of
 * the functions f and of the ansatz's reference, its first lines the jet of g.
 *
 * @param builder of the derivation
 * @param geometry the curvature of g, written to the builder as it is asked for
 */
record EvolvingMetric(Derivation.Builder builder, Curvature geometry) {

  /** The start of a derivation about the metrics that an ansatz makes in dimension d. */
  static EvolvingMetric of(Ansatz ansatz, int dimension) {
    return of(ansatz, dimension, 2);
  }

  /** The same with jets of another order; of order 0 the metric has no curvature. */
  static EvolvingMetric of(Ansatz ansatz, int dimension, int order) {
    Derivation.Builder builder = Derivation.builder();
    List<Jet> f = ansatz.outputJets(builder, dimension, order);
    List<Jet> reference = ansatz.referenceJets(builder, dimension, order);
    MetricJet metric = new MetricJet(dimension, ansatz.metric(reference, f)).define(builder);
    return new EvolvingMetric(builder, Curvature.of(builder, metric));
  }

  int dimension() {
    return geometry.dimension();
  }

  /**
   * Writes a symmetric tensor as lines prefix11, prefix12, …, prefix22, … and returns the names.
   */
  List<String> define(String prefix, Curvature.Components tensor) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < dimension(); i++) {
      for (int j = i; j < dimension(); j++) {
        String name = prefix + (i + 1) + (j + 1);
        builder.define(name, tensor.get(i, j));
        names.add(name);
      }
    }
    return names;
  }
}
