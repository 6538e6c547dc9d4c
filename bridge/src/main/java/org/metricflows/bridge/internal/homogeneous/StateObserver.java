package org.metricflows.bridge.internal.homogeneous;

import java.util.Arrays;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;

/** Reads metrics and their curvature off the flow's states. */
final class StateObserver {
  private static final Observations<MetricState> OBSERVATIONS =
      Observations.<MetricState>at(Place.LIE_GROUP)
          .with(Vocabulary.METRIC, MetricState::metric)
          .with(Vocabulary.VOLUME, MetricState::volume)
          .with(Vocabulary.R, MetricState::scalar)
          .with(Vocabulary.RICCI_SQUARED, MetricState::ricciSquared)
          .with(Vocabulary.RICCI_EIGENVALUES, MetricState::ricciEigenvalues)
          .with(Vocabulary.SOLITON_DEFECT, MetricState::solitonDefect);

  private final int dimension;
  private final Program observables;

  /**
   * @param observables what {@link
   *     org.metricflows.symbolic.internal.evolution.HomogeneousFlow#observables()} derives
   */
  StateObserver(int dimension, Program observables) {
    this.dimension = dimension;
    this.observables = observables;
  }

  MetricState at(double[] y) {
    double[] out = new double[observables.outputs()];
    observables.evaluate(y, out);
    SymmetricForm ricci =
        SymmetricForm.of(dimension, Arrays.copyOfRange(out, out.length - y.length, out.length));
    return new MetricState(
        y.clone(),
        out[0],
        out[1],
        out[2],
        out[3],
        ricci.eigenvalues(SymmetricForm.of(dimension, y)));
  }

  /** What records carry. */
  Observations<double[]> observations() {
    return OBSERVATIONS.seenBy(this::at);
  }
}
