package org.metricflows.bridge.kahler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.numeric.kahler.RelativeEigenvalues;
import org.metricflows.numeric.variety.Estimate;
import org.metricflows.numeric.variety.VarietySample;

/**
 * What a record says of a metric at points held out: σ, volume, positivity.
 *
 * @param heldOut the points
 */
record HeldOutRecord(VarietySample heldOut) {

  /**
   * The entries.
   *
   * @param loss at the points trained on
   */
  Map<String, Object> of(PotentialMetric.Values values, double loss) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("loss", loss);
    entries.putAll(of(values));
    return entries;
  }

  /** The entries without a loss. */
  Map<String, Object> of(PotentialMetric.Values values) {
    double[] det = new double[heldOut.points()];
    double volume = 0;
    for (int p = 0; p < det.length; p++) {
      det[p] = values.q()[p] * heldOut.omegaSquared()[p];
      volume += values.weight()[p] * values.q()[p];
    }
    Estimate sigma = heldOut.sigma(det);
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("sigma", sigma.value());
    entries.put("sigma_error", sigma.error());
    entries.put("kahler_volume", volume / det.length);
    positivity(values.metric(), entries);
    return entries;
  }

  private void positivity(double[][] metric, Map<String, Object> entries) {
    RelativeEigenvalues eigenvalues = new RelativeEigenvalues(heldOut.dimension());
    double smallest = Double.POSITIVE_INFINITY;
    int positive = 0;
    for (int p = 0; p < heldOut.points(); p++) {
      double own = eigenvalues.smallest(metric, heldOut.fubiniStudy(), p);
      smallest = Math.min(smallest, own);
      positive += own > 0 ? 1 : 0;
    }
    entries.put("minimum_eigenvalue", smallest);
    entries.put("positive_fraction", (double) positive / heldOut.points());
  }
}
