package org.metricflows.bridge.internal.geometry;

import java.util.Optional;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.Spectra;
import org.metricflows.bridge.internal.export.Exports;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.RunSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.bridge.internal.variety.SampleReport;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;

/**
 * A space with its metrics: how a spec states them, and what there is to ask.
 *
 * @param <S> its specs, understood
 */
public interface Geometry<S extends RunSpec> {

  /** The section that states it. */
  String section();

  /**
   * A spec that is to be run, understood: every value checked, every default filled in.
   *
   * @throws org.metricflows.symbolic.InputException at the first thing wrong
   */
  S read(SpecSource source);

  /**
   * What such a spec states, derived and compiled.
   *
   * @throws org.metricflows.symbolic.InputException naming the field, if it asks for what cannot be
   *     done
   */
  Problem problem(S spec);

  /** The flow equation. */
  default Optional<Answer<FlowDocument>> derivation() {
    return Optional.empty();
  }

  /** The curvature of the metric that the flow starts from. */
  default Optional<Answer<Curvature>> curvature() {
    return Optional.empty();
  }

  /** Every evaluator of the flow against independent paths. */
  default Optional<Answer<Check>> check() {
    return Optional.empty();
  }

  /** The infinitely wide limit of the network. */
  default Optional<Answer<KernelStatement>> kernel() {
    return Optional.empty();
  }

  /** The metrics of a run's states, at any points. */
  default Optional<Answer<Evaluation>> evaluation() {
    return Optional.empty();
  }

  /** The Laplacians of a run's states. */
  default Optional<Answer<Spectra>> spectra() {
    return Optional.empty();
  }

  /** What can be written as source that runs elsewhere. */
  default Optional<Answer<Exports>> export() {
    return Optional.empty();
  }

  /** Random points with weights. */
  default Optional<Answer<SampleReport>> sample() {
    return Optional.empty();
  }
}
