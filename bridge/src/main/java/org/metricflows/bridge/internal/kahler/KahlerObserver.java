package org.metricflows.bridge.internal.kahler;

import java.util.List;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.variety.VarietySample;

/** What a record says of a potential: numbers at the points held out. */
final class KahlerObserver {

  /**
   * A potential at one time.
   *
   * @param loss at the points trained on
   */
  record Moment(double[] theta, double loss) {}

  private final Observations<Moment> observations;

  /**
   * @param heldOut the potential's held-out points
   * @param measures further observables of θ
   */
  KahlerObserver(
      KahlerPotential potential, VarietySample heldOut, List<Observations<double[]>> measures) {
    Observations<Moment> all =
        Observations.<Moment>at(Place.VARIETY)
            .with(Vocabulary.LOSS, Moment::loss)
            .with(
                HeldOutRecord.OBSERVATIONS,
                m ->
                    HeldOutRecord.of(heldOut, potential.metric().at(m.theta, potential.heldOut())));
    for (Observations<double[]> measure : measures) {
      all = all.with(measure, Moment::theta);
    }
    this.observations = all.with(Vocabulary.CPU_SECONDS, m -> 0.0);
  }

  Observations<Moment> observations() {
    return observations;
  }
}
