package org.metricflows.bridge.internal.check;

import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The weighted density w ℓ as a function of the output jets at a point, with its gradient.
 *
 * @param metric how jets make a metric
 * @param density ℓ
 * @param order of the jets
 */
record FieldLoss(FieldMetric metric, FieldDensity density, int order) {

  /**
   * w ℓ and its derivatives by the jets.
   *
   * @param jets {@code [output·J + coefficient]}
   */
  Gradient at(double[] x, double weight, double[] jets) {
    FieldCurvature<Gradient> geometry =
        metric.curvature(metric.metricByJets(x, jets, order), order);
    return density.at(x, geometry).multiply(weight);
  }

  /** The size of the terms of w ℓ where they may cancel, see {@link FieldDensity#size}. */
  double size(double[] x, double weight, double[] jets) {
    FieldCurvature<Gradient> geometry =
        metric.curvature(metric.metricByJets(x, jets, order), order);
    return Math.abs(weight) * density.size(x, geometry);
  }
}
