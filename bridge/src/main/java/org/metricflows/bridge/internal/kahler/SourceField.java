package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import java.util.Optional;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.numeric.internal.kernel.hermitian.KernelPoints;
import org.metricflows.numeric.internal.kernel.hermitian.MetricKernel;
import org.metricflows.numeric.internal.regime.FixedTangent;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * The metric g_FS + Θ s under a fixed kernel, of the sources s that stand in front of a state.
 *
 * @param training the points of the sources
 */
record SourceField(
    CalabiYauSpec spec, Compiler compiler, MetricKernel kernel, KernelPoints training)
    implements KahlerField {

  @Override
  public Values at(double[] state, VarietySample points) {
    int n = training.points();
    double[][] sources = new double[kernel.components()][];
    Arrays.setAll(sources, i -> Arrays.copyOfRange(state, i * n, (i + 1) * n));
    KernelPoints there = KernelRegimes.points(spec, points, compiler);
    double[][] metric = FixedTangent.streamed(kernel, training, there).predict(sources);
    double[][] background = points.fubiniStudy();
    for (int i = 0; i < metric.length; i++) {
      for (int p = 0; p < metric[i].length; p++) {
        metric[i][p] += background[i][p];
      }
    }
    return new Values(metric, Optional.empty());
  }
}
