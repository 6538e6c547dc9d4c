package org.metricflows.bridge.internal.kahler;

import java.util.Optional;
import org.metricflows.numeric.internal.algebraic.AlgebraicMetric;
import org.metricflows.numeric.internal.algebraic.Sections;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;

/** The algebraic metric of a Hermitian form of sections, which stands in front of a state. */
record AlgebraicField(Sections sections) implements KahlerField {

  @Override
  public Values at(double[] form, VarietySample points) {
    AlgebraicMetric metric = new AlgebraicMetric(sections, points, Parallel.common());
    return new Values(metric.at(form), Optional.of(() -> metric.potential(form)));
  }

  /** φ of {@link AlgebraicMetric#potential}. */
  @Override
  public Optional<String> potential() {
    return Optional.of("φ = (1/πk)(log s†Hs − Σ k_f log|z_f|²), g = Σ (k_f/k) g_FS,f + ∂∂̄φ");
  }
}
