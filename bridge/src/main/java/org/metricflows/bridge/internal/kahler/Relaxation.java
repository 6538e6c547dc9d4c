package org.metricflows.bridge.internal.kahler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Vocabulary;

/**
 * At what rate a Kähler–Ricci flow comes to rest. The rates of records go to an eigenvalue of −Δ as
 * faster functions die and the metric becomes flat, and leave it when nothing is left but what the
 * parameters cannot follow: told is the middle of the three records that agree best.
 *
 * @param rate λ of e^{−λt}
 * @param error the largest difference from a neighbour
 * @param time of the record
 */
record Relaxation(double rate, double error, double time) {

  /** Of records; none where fewer than three have a rate. */
  static Optional<Relaxation> of(List<Map<String, Object>> records) {
    List<double[]> rates = new ArrayList<>();
    for (Map<String, Object> record : records) {
      if (record.get(Vocabulary.RELAXATION_RATE.name()) instanceof Number rate) {
        rates.add(new double[] {((Number) record.get("t")).doubleValue(), rate.doubleValue()});
      }
    }
    Optional<Relaxation> best = Optional.empty();
    for (int i = 1; i + 1 < rates.size(); i++) {
      double rate = rates.get(i)[1];
      double error =
          Math.max(Math.abs(rate - rates.get(i - 1)[1]), Math.abs(rate - rates.get(i + 1)[1]));
      if (best.isEmpty() || error < best.get().error()) {
        best = Optional.of(new Relaxation(rate, error, rates.get(i)[0]));
      }
    }
    return best;
  }

  /** As JSON writers take it. */
  Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("rate", rate);
    tree.put("error", error);
    tree.put("at", time);
    return tree;
  }
}
