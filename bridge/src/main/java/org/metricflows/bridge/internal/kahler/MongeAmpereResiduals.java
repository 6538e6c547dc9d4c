package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.regime.Residuals;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;

/**
 * The Monge–Ampère residuals ρ = √(w/⟨w⟩N) (q/κ − 1), q = det(g₀ + δ)/|Ω|², whose squares add up to
 * the loss of power 2, and their derivatives by δ.
 */
final class MongeAmpereResiduals implements Residuals {

  private final Program ratio;
  private final double[][] background;
  private final double[] omegaSquared;
  private final double[] scale;
  private final double kappa;

  /**
   * @param background g₀ at the points, {@code [number of the packed matrix][point]}
   */
  MongeAmpereResiduals(Compiler compiler, VarietySample sample, double[][] background) {
    this.ratio = compiler.compile(new KahlerMetric(sample.dimension()).ratio());
    this.background = background;
    this.omegaSquared = sample.omegaSquared();
    this.kappa = sample.kappa();
    double total = Arrays.stream(sample.weight()).sum();
    this.scale = Arrays.stream(sample.weight()).map(w -> Math.sqrt(w / total)).toArray();
  }

  private MongeAmpereResiduals(MongeAmpereResiduals like, double[][] background) {
    this.ratio = like.ratio;
    this.background = background;
    this.omegaSquared = like.omegaSquared;
    this.scale = like.scale;
    this.kappa = like.kappa;
  }

  /** g₀, {@code [number of the packed matrix][point]}. */
  double[][] background() {
    return background;
  }

  /** The residuals of changes of another metric at the same points. */
  MongeAmpereResiduals at(double[][] metric) {
    return new MongeAmpereResiduals(this, metric);
  }

  @Override
  public void evaluate(
      int first, int count, double[][] change, double[] residual, double[][] slopes) {
    double[][] out = new double[slopes.length + 1][];
    out[0] = residual;
    System.arraycopy(slopes, 0, out, 1, slopes.length);
    apply(first, count, change, out);
    for (int p = 0; p < count; p++) {
      double share = scale[first + p];
      residual[p] = share * (residual[p] / kappa - 1);
      for (double[] slope : slopes) {
        slope[p] *= share / kappa;
      }
    }
  }

  /** The metric g₀ + δ with its q and weights. */
  PotentialMetric.Values values(double[][] change, double[] weight) {
    int count = omegaSquared.length;
    double[][] out = new double[change.length + 1][count];
    apply(0, count, change, out);
    double[][] metric = new double[change.length][count];
    for (int i = 0; i < change.length; i++) {
      for (int p = 0; p < count; p++) {
        metric[i][p] = background[i][p] + change[i][p];
      }
    }
    return new PotentialMetric.Values(metric, out[0], weight);
  }

  private void apply(int first, int count, double[][] change, double[][] out) {
    int components = change.length;
    double[][] in = Arrays.copyOf(change, 2 * components + 1);
    System.arraycopy(background, 0, in, components, components);
    in[2 * components] = omegaSquared;
    int[] inOffset = new int[in.length];
    Arrays.fill(inOffset, components, in.length, first);
    ratio.apply(in, inOffset, out, new int[out.length], count);
  }
}
