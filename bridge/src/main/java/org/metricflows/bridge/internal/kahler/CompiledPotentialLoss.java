package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import java.util.List;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.kahler.KahlerObjective.Normalisation;
import org.metricflows.bridge.internal.spec.PotentialLossSpec;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.kahler.KahlerLoss;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;

/** The loss of a spec as a function of the parameters of any potential. */
final class CompiledPotentialLoss {

  private CompiledPotentialLoss() {}

  /**
   * The loss, with its Jacobian where it is a sum of squares.
   *
   * @param metric of the sample's points
   */
  static Objective of(
      PotentialLossSpec spec, PotentialMetric metric, VarietySample sample, Compiler compiler) {
    KahlerMetric kahler = new KahlerMetric(sample.dimension());
    KahlerLoss loss = spec.loss();
    PointRows reference =
        loss.readsReference() ? PointRows.of(sample.fubiniStudy()) : PointRows.empty();
    KahlerObjective any =
        new KahlerObjective(
            metric,
            reference,
            compiler.compile(kahler.loss(loss)),
            normalisation(spec, sample, compiler));
    if (loss.squares() == 0) {
      return any;
    }
    List<Program> programs = kahler.residuals(loss).stream().map(compiler::compile).toList();
    KahlerResiduals residuals = new KahlerResiduals(metric, reference, programs);
    return new KahlerSquares(any, metric, residuals, compiler.compile(kahler.ratio()));
  }

  private static Normalisation normalisation(
      PotentialLossSpec loss, VarietySample sample, Compiler compiler) {
    if (loss.normalisation() == PotentialLossSpec.Normalisation.EXACT) {
      KahlerMetric kahler = new KahlerMetric(sample.dimension());
      return new Normalisation.Exact(compiler.compile(kahler.slope(loss.loss())));
    }
    double mean = Arrays.stream(sample.training().weight()).average().orElseThrow();
    return new Normalisation.Fixed(sample.kappa(), mean);
  }
}
