package org.metricflows.bridge.internal.kahler;

import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.hermitian.RelativeEigenvalues;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * What a record says of a metric at points held out: σ, volume, positivity.
 *
 * @param sigma σ
 * @param volume ⟨wq⟩
 * @param smallest the least eigenvalue of g relative to the Fubini–Study metric
 * @param positiveFraction the share of points at which g is positive
 */
record HeldOutRecord(Estimate sigma, double volume, double smallest, double positiveFraction) {

  static final Observations<HeldOutRecord> OBSERVATIONS =
      Observations.<HeldOutRecord>at(Place.VARIETY)
          .with(Vocabulary.SIGMA, r -> r.sigma.value())
          .with(Vocabulary.SIGMA_ERROR, r -> r.sigma.error())
          .with(Vocabulary.KAHLER_VOLUME, HeldOutRecord::volume)
          .with(Vocabulary.MINIMUM_RELATIVE_EIGENVALUE, HeldOutRecord::smallest)
          .with(Vocabulary.POSITIVE_FRACTION, HeldOutRecord::positiveFraction);

  /**
   * Of a metric.
   *
   * @param heldOut the points
   * @param values there
   */
  static HeldOutRecord of(VarietySample heldOut, PotentialMetric.Values values) {
    double[] det = new double[heldOut.points()];
    double volume = 0;
    for (int p = 0; p < det.length; p++) {
      det[p] = values.q()[p] * heldOut.omegaSquared()[p];
      volume += values.weight()[p] * values.q()[p];
    }
    RelativeEigenvalues eigenvalues = new RelativeEigenvalues(heldOut.dimension());
    double smallest = Double.POSITIVE_INFINITY;
    int positive = 0;
    for (int p = 0; p < heldOut.points(); p++) {
      double own = eigenvalues.smallest(values.metric(), heldOut.fubiniStudy(), p);
      smallest = Math.min(smallest, own);
      positive += own > 0 ? 1 : 0;
    }
    return new HeldOutRecord(
        heldOut.sigma(det), volume / det.length, smallest, (double) positive / heldOut.points());
  }
}
