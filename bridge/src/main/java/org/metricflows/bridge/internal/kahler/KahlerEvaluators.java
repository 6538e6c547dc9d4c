package org.metricflows.bridge.internal.kahler;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.VarietySampleSpec;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.FeatureJets;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;
import org.metricflows.symbolic.network.Activation;

/**
 * The evaluators that a Kähler potential's training is made of, as the training itself uses them:
 * for whoever wants to check them one by one.
 */
public final class KahlerEvaluators {
  private static final int CURVED = 12;

  private final VarietySample sample;
  private final KahlerPotential potential;
  private final ColumnMap density;
  private final PotentialCurvature curvature;

  private KahlerEvaluators(
      VarietySample sample,
      KahlerPotential potential,
      ColumnMap density,
      PotentialCurvature curvature) {
    this.sample = sample;
    this.potential = potential;
    this.density = density;
    this.curvature = curvature;
  }

  /**
   * The evaluators of a spec.
   *
   * @param mostPoints a larger sample is drawn with so many points only
   * @throws org.metricflows.symbolic.InputException see {@link VarietyProblem#of}
   */
  public static KahlerEvaluators of(CalabiYauSpec spec, int mostPoints) {
    Activation activation = KahlerPotential.smooth(spec.network().activation());
    Compiler compiler = new Compiler();
    VarietySample sample =
        VarietySamples.of(spec.variety(), few(spec.sample(), mostPoints), compiler);
    KahlerMetric metric = new KahlerMetric(sample.dimension());
    return new KahlerEvaluators(
        sample,
        KahlerPotential.of(spec, activation, sample, compiler),
        compiler.compile(metric.loss(spec.loss().loss())),
        PotentialCurvature.of(spec, activation, sample.range(0, curved(sample)), compiler));
  }

  private static int curved(VarietySample sample) {
    return Math.min(CURVED, sample.points());
  }

  /** Fewer points, where they are drawn. */
  static VarietySampleSpec few(VarietySampleSpec sample, int most) {
    return sample instanceof VarietySampleSpec.Drawn drawn
        ? new VarietySampleSpec.Drawn(Math.min(drawn.count(), most), 0, drawn.seed())
        : sample;
  }

  /** The points, with their tangents and metrics. */
  public VarietySample sample() {
    return sample;
  }

  /** Jets of the features at the points. */
  public FeatureJets features() {
    return (FeatureJets) potential.model().inputs();
  }

  /** θ ↦ jets of the potential at the points, before centring. */
  public JetModel model() {
    return potential.model();
  }

  /** θ at the start. */
  public double[] start() {
    return potential.start();
  }

  /** ∂∂̄φ, g₀, |Ω|², w, κ, λ, g_FS if it is read ↦ weighted density and its derivatives by ∂∂̄φ. */
  public ColumnMap density() {
    return density;
  }

  /** R_ab̄ in Hermitian packing, then R, at the first points: {@code [number][point]}. */
  public double[][] ricci(double[] theta) {
    return curvature.at(theta);
  }

  /** θ ↦ loss and gradient. */
  public Objective objective() {
    return potential.objective();
  }

  /** The points trained on. */
  public Batch training() {
    return potential.training();
  }
}
