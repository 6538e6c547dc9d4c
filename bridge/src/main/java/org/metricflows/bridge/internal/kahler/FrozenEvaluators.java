package org.metricflows.bridge.internal.kahler;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.kernel.hermitian.KernelPoints;
import org.metricflows.numeric.internal.kernel.hermitian.MetricKernel;
import org.metricflows.numeric.internal.network.FeatureJets;
import org.metricflows.numeric.internal.regime.Residuals;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * The evaluators that training under a frozen kernel is made of, as the training itself uses them:
 * for whoever wants to check them one by one.
 */
public final class FrozenEvaluators {
  private final CalabiYauSpec spec;
  private final Compiler compiler;
  private final VarietySample sample;
  private final FrozenModel model;

  private FrozenEvaluators(CalabiYauSpec spec, Compiler compiler, VarietySample sample) {
    this.spec = spec;
    this.compiler = compiler;
    this.sample = sample;
    this.model = FrozenModel.of(spec, sample, compiler);
  }

  /**
   * The evaluators of a spec.
   *
   * @param mostPoints a larger sample is drawn with so many points only
   * @throws org.metricflows.symbolic.InputException see {@link VarietyProblem#of}
   */
  public static FrozenEvaluators of(CalabiYauSpec spec, int mostPoints) {
    Compiler compiler = new Compiler();
    VarietySample sample =
        VarietySamples.of(
            spec.variety(), KahlerEvaluators.few(spec.sample(), mostPoints), compiler);
    return new FrozenEvaluators(spec, compiler, sample);
  }

  /** The points, with their tangents and metrics. */
  public VarietySample sample() {
    return sample;
  }

  /** Those trained on. */
  public VarietySample training() {
    return sample.training();
  }

  /** Jets of the features at the points. */
  public FeatureJets features() {
    return KahlerPotential.features(spec, sample, sample.z(), compiler);
  }

  /**
   * Θ_ij(x_a, x_b) of a regime with a fixed kernel, components i and j in Hermitian packing.
   *
   * @throws IllegalArgumentException for other regimes
   */
  public double[][] kernel(int a, int b) {
    KernelPoints points = KernelRegimes.points(spec, sample, compiler);
    MetricKernel kernel = KernelRegimes.of(spec, points);
    int components = kernel.components();
    double[] out = new double[components * components * MetricKernel.LANES];
    MetricKernel.Tile tile = kernel.bind(points, points).tile();
    tile.load(b, 1);
    tile.evaluate(a, out);
    double[][] matrix = new double[components][components];
    for (int i = 0; i < components; i++) {
      for (int j = 0; j < components; j++) {
        matrix[i][j] = out[(i * components + j) * MetricKernel.LANES];
      }
    }
    return matrix;
  }

  /** The metric at the points trained on before any change, {@code [component][point]}. */
  public double[][] background() {
    return model.training().background();
  }

  /** The residuals at the points trained on. */
  public Residuals residuals() {
    return model.training();
  }
}
