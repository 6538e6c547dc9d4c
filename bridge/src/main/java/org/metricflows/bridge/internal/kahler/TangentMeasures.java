package org.metricflows.bridge.internal.kahler;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.RegimeSpec;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.hermitian.UnitaryFrames;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.regime.KernelSpectrum;
import org.metricflows.numeric.internal.regime.MetricJacobian;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * What records carry of the metric tangent kernel Θ_ab̄,cd̄(x, x') of a potential's network, at the
 * first training points and in unitary frames of the Fubini–Study metric.
 */
final class TangentMeasures {

  private final KahlerPotential potential;
  private final MetricJacobian jacobian;
  private final Batch batch;
  private final double[][][] frames;
  private final UnitaryFrames unitary;
  private final MongeAmpereResiduals residuals;
  private final List<Observable> observe;
  private final double[] start;

  private TangentMeasures(
      KahlerPotential potential,
      VarietySample sample,
      MongeAmpereResiduals residuals,
      List<Observable> observe) {
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
  static List<Observations<double[]>> of(
      RegimeSpec setting, KahlerPotential potential, VarietySample sample, Compiler compiler) {
    if (setting.observe().isEmpty()) {
      return List.of();
    }
    int count = Math.min(setting.kernelPoints(), potential.training().count());
    VarietySample points = sample.range(0, count);
    MongeAmpereResiduals residuals =
        new MongeAmpereResiduals(compiler, points, points.fubiniStudy());
    return List.of(
        new TangentMeasures(potential, points, residuals, setting.observe()).observations());
  }

  private double[] gram(double[] theta) {
    return jacobian.gram(theta, batch, frames);
  }

  /** The kernel at one θ, of which each observable is a number or its spectrum. */
  private record Moment(double[] theta, double[] gram, KernelSpectrum spectrum) {}

  private Observations<double[]> observations() {
    Map<Observable, Function<Moment, Object>> values =
        Map.of(
            Vocabulary.NTK_SPECTRUM, m -> m.spectrum.eigenvalues(),
            Vocabulary.NTK_DRIFT, m -> KernelSpectrum.drift(m.gram, start),
            Vocabulary.ALIGNMENT, m -> KernelSpectrum.alignment(m.gram, direction(m.theta)),
            Vocabulary.EFFECTIVE_RANK, m -> m.spectrum.effectiveRank());
    Observations<Moment> observations = Observations.at(Place.VARIETY);
    for (Observable observable : observe) {
      observations = observations.with(observable, values.get(observable));
    }
    return observations.seenBy(this::moment);
  }

  private Moment moment(double[] theta) {
    double[] gram = gram(theta);
    return new Moment(theta, gram, spectrum(gram));
  }

  private KernelSpectrum spectrum(double[] gram) {
    boolean wanted =
        observe.contains(Vocabulary.NTK_SPECTRUM) || observe.contains(Vocabulary.EFFECTIVE_RANK);
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
