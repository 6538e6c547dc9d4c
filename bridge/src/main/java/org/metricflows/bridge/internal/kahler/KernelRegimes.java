package org.metricflows.bridge.internal.kahler;

import java.util.stream.IntStream;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.kernel.KernelDuals;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.PiecewiseLinearDual;
import org.metricflows.numeric.internal.kernel.hermitian.ComponentKernel;
import org.metricflows.numeric.internal.kernel.hermitian.HermitianKernel;
import org.metricflows.numeric.internal.kernel.hermitian.KernelPoints;
import org.metricflows.numeric.internal.kernel.hermitian.MetricKernel;
import org.metricflows.numeric.internal.network.FeatureJets;
import org.metricflows.numeric.internal.regime.AmbientFrames;
import org.metricflows.numeric.internal.variety.Configuration;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.network.Activation;

/** The fixed kernels that stand in a network's place. */
final class KernelRegimes {

  private static final PiecewiseLinearDual RELU = new PiecewiseLinearDual(1, 0);

  private KernelRegimes() {}

  /**
   * The kernel of a spec's regime.
   *
   * @throws InputException if the activation has no kernel with four derivatives
   */
  static MetricKernel of(CalabiYauSpec spec, KernelPoints points) {
    HermitianJetSpace space = points.space();
    NetworkSpec network = spec.network();
    KernelArchitecture architecture =
        new KernelArchitecture(
            points.features(), network.width().depth(), network.weightStd(), network.biasStd());
    return switch (spec.regime()) {
      case INFINITE -> infinite(space, architecture, KahlerPotential.smooth(network.activation()));
      case GAUSSIAN -> HermitianKernel.gaussian(space, spec.setting().length());
      case RELU -> ComponentKernel.infiniteWidth(space, architecture, RELU);
      case DELTA -> ComponentKernel.gaussian(space, spec.setting().length());
      case NETWORK, LINEARISED ->
          throw new IllegalArgumentException("regime: " + spec.regime() + " has no fixed kernel");
    };
  }

  private static MetricKernel infinite(
      HermitianJetSpace space, KernelArchitecture architecture, Activation activation) {
    return HermitianKernel.infiniteWidth(space, architecture, KernelDuals.of(activation));
  }

  /** The points of a sample as kernels see them. */
  static KernelPoints points(CalabiYauSpec spec, VarietySample sample, Compiler compiler) {
    FeatureJets features = KahlerPotential.features(spec, sample, sample.z(), compiler);
    HermitianJetSpace space = (HermitianJetSpace) features.basis();
    int count = sample.points();
    double[] rows = new double[Math.multiplyExact(space.size() * features.inputs(), count)];
    features.fill(IntStream.range(0, count).toArray(), 0, count, rows);
    Configuration shape = sample.configuration();
    int[] starts = IntStream.rangeClosed(0, shape.factors()).map(shape::first).toArray();
    double[][] frames = AmbientFrames.of(sample.dimension(), starts, sample.z(), sample.pullback());
    return KernelPoints.of(space, count, rows, frames);
  }
}
