package org.metricflows.bridge.internal.kahler;

import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * How far a metric is from being Ricci-flat: (Vol_K^{1/m}/Vol_Ω) ⟨w q |R|⟩, q = det g/|Ω|².
 *
 * <p>With Vol_Ω = ⟨w⟩ over the same points. Divided by κ = Vol_K/Vol_Ω it is Vol_K^{1/m−1} ∫|R| det
 * g, which does not change when Ω or g is scaled. Where the standard error is more than half of it,
 * as while g is nearly degenerate somewhere, it is not a number.
 *
 * @param curvature θ ↦ R at the points looked at
 * @param metric θ ↦ q
 * @param points the same points, as the metric numbers them
 * @param sample the same points
 */
record RicciMeasure(
    PotentialCurvature curvature, PotentialMetric metric, Batch points, VarietySample sample) {

  /** θ ↦ the measure with its standard error. */
  Observations<double[]> observations() {
    return Observations.<Estimate>at(Place.VARIETY)
        .with(Vocabulary.RICCI_MEASURE, Estimate::value)
        .with(Vocabulary.RICCI_MEASURE_ERROR, Estimate::error)
        .seenBy(this::of);
  }

  private Estimate of(double[] theta) {
    double[] density = density(theta);
    for (int p = 0; p < density.length; p++) {
      density[p] = Math.abs(density[p]);
    }
    double length = Math.pow(sample.volumeKahler(), 1.0 / sample.dimension());
    Estimate measure = sample.mean(density);
    if (!(2 * measure.error() < measure.value())) { // where q is near 0, R knows no bounds
      return new Estimate(Double.NaN, Double.NaN);
    }
    return new Estimate(length * measure.value(), length * measure.error());
  }

  /** q R by point; its integral over the variety is a number of c₁, and vanishes. */
  double[] density(double[] theta) {
    double[] density = curvature.scalar(theta);
    double[] q = metric.at(theta, points).q();
    for (int p = 0; p < density.length; p++) {
      density[p] *= q[p];
    }
    return density;
  }
}
