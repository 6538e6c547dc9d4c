package org.metricflows.bridge.internal.kahler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Drive;
import org.metricflows.bridge.internal.run.Model;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.SolveSpec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.gradient.LinearFlow;
import org.metricflows.numeric.internal.gradient.Supermetric;
import org.metricflows.numeric.internal.regime.KernelSources;
import org.metricflows.numeric.internal.regime.SolvedOptimum;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;

/**
 * A metric under a frozen tangent kernel, g₀ + Θ s: what is told of it at sources s, and what moves
 * these: a gradient flow, or the solver of the optimum.
 *
 * @param tangent the model itself
 */
record FrozenMetric(VarietySample sample, FrozenModel tangent) implements Model<double[][]> {

  private static final int MOST_SOLVED = 8000;

  /** What a spec asks for. */
  Drive<double[][]> drive(CalabiYauSpec spec) {
    if (spec.setting().solve().isPresent()) {
      SolveSpec solve = spec.setting().solve().get();
      SolvedOptimum optimum =
          new SolvedOptimum(tangent.kernel(), tangent.training(), settings(solve));
      return Drive.of(optimum, Clock.counting("iteration", solve.iterations()))
          .through(optimum::sources);
    }
    KernelSources unknowns = new KernelSources(tangent.kernel());
    return Drive.flow(flow(unknowns, tangent), spec.flow().orElseThrow())
        .through(unknowns::sources);
  }

  private static LinearFlow flow(KernelSources unknowns, FrozenModel model) {
    return new LinearFlow(
        unknowns,
        model.kernel().components(),
        model.kernel().points(),
        new JetSpace(1, 0),
        model.training().squared(),
        Supermetric.identity(),
        new double[0][],
        Parallel.common());
  }

  private static SolvedOptimum.Settings settings(SolveSpec solve) {
    return new SolvedOptimum.Settings(solve.ridge(), solve.iterations(), solve.tolerance());
  }

  /**
   * Evaluates the kernel.
   *
   * @throws InputException if the activation has no kernel with four derivatives, or there are more
   *     points than can be solved for
   */
  static FrozenMetric of(CalabiYauSpec spec, VarietySample sample, Compiler compiler) {
    int points = sample.training().points();
    if (spec.setting().solve().isPresent() && points > MOST_SOLVED) {
      throw InputException.of(
          "sample",
          "'solve' factors a matrix with a row a training point, of at most "
              + MOST_SOLVED
              + ", but there are "
              + points);
    }
    return new FrozenMetric(sample, FrozenModel.of(spec, sample, compiler));
  }

  @Override
  public Observations<Moment<double[][]>> observations() {
    return Observations.<double[][]>at(Place.VARIETY)
        .with(Vocabulary.LOSS, this::loss)
        .with(HeldOutRecord.OBSERVATIONS, this::heldOut)
        .with(Vocabulary.CPU_SECONDS, s -> 0.0)
        .seenBy(Moment::state);
  }

  private double loss(double[][] at) {
    int count = sample.training().points();
    double[] rho = new double[count];
    double[][] change = new double[at.length][count];
    double[][] slopes = new double[at.length][count];
    tangent.kernel().apply(at, change);
    tangent.training().evaluate(change, rho, slopes);
    double loss = 0;
    for (double r : rho) {
      loss += r * r;
    }
    return loss;
  }

  private HeldOutRecord heldOut(double[][] at) {
    VarietySample heldOut = FrozenModel.heldOut(sample);
    double[][] change = tangent.kernel().predict(at);
    return HeldOutRecord.of(heldOut, tangent.heldOut().values(change, heldOut.weight()));
  }

  @Override
  public Map<String, Tensor> parameters(double[][] sources) {
    return tangent
        .linearised()
        .map(l -> l.potential().arrays(l.parameters(sources)))
        .orElse(Map.of());
  }

  @Override
  public Map<String, Object> closing(double[][] last, RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("kappa", sample.kappa());
    entries.put("volume_omega", sample.volumeOmega());
    tangent.locality().ifPresent(locality -> entries.put("locality", locality.of(last)));
    entries.put("checks", PositivityCheck.of(outcome.records()));
    return entries;
  }
}
