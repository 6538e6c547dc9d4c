package org.metricflows.bridge.internal.kahler;

import java.util.Optional;
import org.metricflows.numeric.internal.algebraic.AlgebraicMetric;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;

/** The algebraic metric of a Hermitian form of sections, which stands in front of a state. */
record AlgebraicField(AlgebraicForms forms) implements KahlerField {

  @Override
  public double[] prepared(double[] state) {
    return forms.packed(state);
  }

  @Override
  public Values at(double[] form, VarietySample points) {
    AlgebraicMetric metric = new AlgebraicMetric(forms.sections(), points, Parallel.common());
    return new Values(metric.at(form), Optional.of(() -> metric.potential(form)));
  }

  /** φ of {@link AlgebraicMetric#potential}. */
  @Override
  public Optional<String> potential() {
    return Optional.of("φ = (1/πk)(log s†Hs − Σ k_f log|z_f|²), g = Σ (k_f/k) g_FS,f + ∂∂̄φ");
  }
}
