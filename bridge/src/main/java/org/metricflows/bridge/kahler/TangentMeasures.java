package org.metricflows.bridge.kahler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.spec.PotentialObservable;
import org.metricflows.bridge.spec.RegimeSpec;
import org.metricflows.numeric.network.Batch;
import org.metricflows.numeric.regime.KernelSpectrum;
import org.metricflows.numeric.regime.MetricJacobian;
import org.metricflows.numeric.regime.UnitaryFrames;
import org.metricflows.numeric.variety.VarietySample;

/**
 * What records carry of the metric tangent kernel Θ_ab̄,cd̄(x, x') of a potential's network, at the
 * first training points and in unitary frames of the Fubini–Study metric.
 */
final class TangentMeasures implements PotentialMeasure {

  private final KahlerPotential potential;
  private final MetricJacobian jacobian;
  private final Batch batch;
  private final double[][][] frames;
  private final UnitaryFrames unitary;
  private final MongeAmpereResiduals residuals;
  private final List<PotentialObservable> observe;
  private final double[] start;

  private TangentMeasures(
      KahlerPotential potential,
      VarietySample sample,
      MongeAmpereResiduals residuals,
      List<PotentialObservable> observe) {
    this.potential = potential;
    this.jacobian = new MetricJacobian(potential.model());
    this.batch = Batch.first(sample.points());
    this.unitary = new UnitaryFrames(sample.dimension(), sample.fubiniStudy());
    this.frames = unitary.components(sample.points());
    this.residuals = residuals;
    this.observe = observe;
    this.start = gram(potential.start());
  }

  /** What a spec asks for. */
  static List<PotentialMeasure> of(
      RegimeSpec setting, KahlerPotential potential, VarietySample sample, Compiler compiler) {
    if (setting.observe().isEmpty()) {
      return List.of();
    }
    int count = Math.min(setting.kernelPoints(), potential.training().count());
    VarietySample points = sample.range(0, count);
    MongeAmpereResiduals residuals =
        new MongeAmpereResiduals(compiler, points, points.fubiniStudy());
    return List.of(new TangentMeasures(potential, points, residuals, setting.observe()));
  }

  private double[] gram(double[] theta) {
    return jacobian.gram(theta, batch, frames);
  }

  @Override
  public Map<String, Object> of(double[] theta) {
    double[] gram = gram(theta);
    Map<String, Object> entries = new LinkedHashMap<>();
    KernelSpectrum spectrum = spectrum(gram);
    for (PotentialObservable observable : observe) {
      entries.put(
          observable.label(),
          switch (observable) {
            case NTK_SPECTRUM -> spectrum.eigenvalues();
            case NTK_DRIFT -> KernelSpectrum.drift(gram, start);
            case ALIGNMENT -> KernelSpectrum.alignment(gram, direction(theta));
            case EFFECTIVE_RANK -> spectrum.effectiveRank();
          });
    }
    return entries;
  }

  private KernelSpectrum spectrum(double[] gram) {
    boolean wanted =
        observe.contains(PotentialObservable.NTK_SPECTRUM)
            || observe.contains(PotentialObservable.EFFECTIVE_RANK);
    return wanted
        ? KernelSpectrum.of(frames.length * batch.count(), gram)
        : new KernelSpectrum(new double[0]);
  }

  /** The derivative of the squared Monge–Ampère loss by the metric, in the same frames. */
  private double[] direction(double[] theta) {
    int count = batch.count();
    double[][] metric = potential.metric().at(theta, batch).metric();
    double[] rho = new double[count];
    double[][] slopes = new double[frames.length][count];
    residuals.at(metric).evaluate(new double[frames.length][count], rho, slopes);
    for (double[] slope : slopes) {
      for (int p = 0; p < count; p++) {
        slope[p] *= rho[p];
      }
    }
    double[][] turned = unitary.covectors(slopes, count);
    double[] flat = new double[frames.length * count];
    for (int i = 0; i < frames.length; i++) {
      System.arraycopy(turned[i], 0, flat, i * count, count);
    }
    return flat;
  }
}
