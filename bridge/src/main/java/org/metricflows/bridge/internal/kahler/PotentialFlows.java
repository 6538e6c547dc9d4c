package org.metricflows.bridge.internal.kahler;

import java.util.List;
import org.metricflows.bridge.internal.run.Drive;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;

/**
 * A flow of a potential's parameters, whatever they are of.
 *
 * @param drive what moves them
 * @param measures what a state shows of the flow
 */
record PotentialFlows(Drive<double[]> drive, List<Observations<double[]>> measures) {

  /**
   * The flow of a spec.
   *
   * @param loss that it descends, or of Kähler–Ricci flow ⟨w log(q/κ)²⟩/⟨w⟩
   * @param points followed
   * @param sample the metric's points
   * @throws InputException if there are fewer points than parameters under a natural gradient
   */
  static PotentialFlows of(
      FlowSpec spec,
      PotentialMetric metric,
      Objective loss,
      double[] start,
      Batch points,
      VarietySample sample) {
    Dynamics dynamics = spec.dynamics();
    if (dynamics instanceof Dynamics.KahlerRicci ricci) {
      PotentialProjection projection = projection(metric, points, sample, ricci.damping());
      KahlerRicciFlow flow = new KahlerRicciFlow(metric, loss, start, points, sample, projection);
      return new PotentialFlows(Drive.flow(flow, spec), List.of(flow.observations()));
    }
    Flow flow =
        dynamics instanceof Dynamics.Natural natural
            ? new NaturalPotentialFlow(
                loss, start, points, projection(metric, points, sample, natural.damping()))
            : new PotentialFlow(loss, start, points);
    return new PotentialFlows(Drive.flow(flow, spec), List.of());
  }

  /**
   * With fewer points than parameters a metric between the points would be nobody's: the flow feels
   * values of φ there, and moves its second derivatives.
   */
  private static PotentialProjection projection(
      PotentialMetric metric, Batch points, VarietySample sample, double damping) {
    int parameters = metric.model().parameters();
    if (points.count() < parameters) {
      throw InputException.of(
          "sample",
          "has "
              + points.count()
              + " points for training, fewer than the potential's "
              + parameters
              + " parameters; a natural gradient needs at least as many, and better twice");
    }
    double[] weight = new double[points.count()];
    for (int p = 0; p < weight.length; p++) {
      weight[p] = sample.weight()[points.points()[points.from() + p]];
    }
    return new PotentialProjection(metric.model(), points, weight, damping);
  }
}
