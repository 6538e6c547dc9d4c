package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import java.util.Optional;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.numeric.internal.kernel.hermitian.KernelPoints;
import org.metricflows.numeric.internal.kernel.hermitian.MetricKernel;
import org.metricflows.numeric.internal.regime.FixedTangent;
import org.metricflows.numeric.internal.regime.ParameterTangent;
import org.metricflows.numeric.internal.regime.TangentKernel;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * A model of the metric whose tangent kernel is fixed: g = g₀ + Θ s.
 *
 * @param kernel Θ
 * @param training the residuals at the points trained on
 * @param heldOut those at the points held out, all points where there are none
 * @param locality what is asked of neighbours
 * @param linearised the network, where Θ is that of one
 */
record FrozenModel(
    TangentKernel kernel,
    MongeAmpereResiduals training,
    MongeAmpereResiduals heldOut,
    Optional<Locality> locality,
    Optional<Linearised> linearised) {

  /**
   * The linearised network that stands behind a kernel.
   *
   * @param potential its potential
   * @param tangent Θ through its parameters
   */
  record Linearised(KahlerPotential potential, ParameterTangent tangent) {

    /** The same of the sources at the front of a state. */
    double[] ofState(double[] state) {
      int n = tangent.points();
      double[][] sources = new double[tangent.components()][];
      Arrays.setAll(sources, i -> Arrays.copyOfRange(state, i * n, (i + 1) * n));
      return parameters(sources);
    }

    /**
     * θ₀ + Jᵀ s, what sources have made of the parameters.
     *
     * @param sources {@code [component][point]}
     */
    double[] parameters(double[][] sources) {
      double[] theta = potential.start();
      double[] change = tangent.parameters(sources);
      Arrays.setAll(theta, i -> theta[i] + change[i]);
      return theta;
    }
  }

  /** The model of a spec. */
  static FrozenModel of(CalabiYauSpec spec, VarietySample sample, Compiler compiler) {
    return spec.setting().isKernel()
        ? ofKernel(spec, sample, compiler)
        : linearised(spec, sample, compiler);
  }

  /** The points held out of a sample, all of them where none are. */
  static VarietySample heldOut(VarietySample sample) {
    VarietySample heldOut = sample.heldOut();
    return heldOut.points() == 0 ? sample : heldOut;
  }

  private static FrozenModel ofKernel(CalabiYauSpec spec, VarietySample sample, Compiler compiler) {
    VarietySample inner = sample.training();
    VarietySample outer = heldOut(sample);
    KernelPoints training = KernelRegimes.points(spec, inner, compiler);
    KernelPoints heldOut = KernelRegimes.points(spec, outer, compiler);
    MetricKernel kernel = KernelRegimes.of(spec, training);
    TangentKernel tangent =
        spec.flow().isPresent()
            ? FixedTangent.stored(kernel, training, heldOut)
            : FixedTangent.streamed(kernel, training, heldOut);
    return new FrozenModel(
        tangent,
        new MongeAmpereResiduals(compiler, inner, inner.fubiniStudy()),
        new MongeAmpereResiduals(compiler, outer, outer.fubiniStudy()),
        spec.setting()
            .neighbours()
            .map(asked -> new Locality(spec, compiler, sample, kernel, training)),
        Optional.empty());
  }

  private static FrozenModel linearised(
      CalabiYauSpec spec, VarietySample sample, Compiler compiler) {
    KahlerPotential potential =
        KahlerPotential.of(
            spec, KahlerPotential.smooth(spec.network().activation()), sample, compiler);
    double[] start = potential.start();
    double[][] inner = potential.metric().at(start, potential.training()).metric();
    double[][] outer = potential.metric().at(start, potential.heldOut()).metric();
    ParameterTangent tangent =
        new ParameterTangent(potential.model(), start, potential.training(), potential.heldOut());
    return new FrozenModel(
        tangent,
        new MongeAmpereResiduals(compiler, sample.training(), inner),
        new MongeAmpereResiduals(compiler, heldOut(sample), outer),
        Optional.empty(),
        Optional.of(new Linearised(potential, tangent)));
  }
}
