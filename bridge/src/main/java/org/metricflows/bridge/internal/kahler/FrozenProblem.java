package org.metricflows.bridge.internal.kahler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.run.SpecIntegration;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.bridge.internal.spec.SolveSpec;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.gradient.LinearFlow;
import org.metricflows.numeric.internal.gradient.Supermetric;
import org.metricflows.numeric.internal.regime.KernelSources;
import org.metricflows.numeric.internal.regime.SolvedOptimum;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;

/** The gradient flow, or the solved optimum, of a metric under a frozen tangent kernel. */
public final class FrozenProblem implements Problem {

  private static final int MOST_SOLVED = 8000;

  private final VarietySample sample;
  private final FrozenModel model;
  private final Evolution evolution;
  private final Clock clock;
  private final Function<double[], double[][]> sources;

  private FrozenProblem(CalabiYauSpec spec, VarietySample sample, FrozenModel model) {
    this.sample = sample;
    this.model = model;
    if (spec.setting().solve().isPresent()) {
      SolveSpec solve = spec.setting().solve().get();
      SolvedOptimum optimum = new SolvedOptimum(model.kernel(), model.training(), settings(solve));
      this.evolution = optimum;
      this.clock = Clock.counting("iteration", solve.iterations());
      this.sources = optimum::sources;
    } else {
      FlowSpec settings = spec.flow().orElseThrow();
      KernelSources unknowns = new KernelSources(model.kernel());
      this.evolution = SpecIntegration.of(flow(unknowns, model), settings);
      this.clock = Clock.time(settings.time());
      this.sources = unknowns::sources;
    }
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
   * Samples the variety, derives, compiles and evaluates the kernel.
   *
   * @throws InputException naming the field, if the variety is none, the activation has no kernel
   *     with four derivatives, or there are more points than can be solved for
   */
  public static FrozenProblem of(CalabiYauSpec spec) {
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    int points = sample.training().points();
    if (spec.setting().solve().isPresent() && points > MOST_SOLVED) {
      throw InputException.of(
          "sample",
          "'solve' factors a matrix with a row a training point, of at most "
              + MOST_SOLVED
              + ", but there are "
              + points);
    }
    return new FrozenProblem(spec, sample, FrozenModel.of(spec, sample, compiler));
  }

  @Override
  public Evolution evolution() {
    return evolution;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Observations<FlowRecord> observations() {
    return Observations.<double[][]>at(Place.VARIETY)
        .with(Vocabulary.LOSS, this::loss)
        .with(HeldOutRecord.OBSERVATIONS, this::heldOut)
        .with(Vocabulary.CPU_SECONDS, s -> 0.0)
        .seenBy(record -> sources.apply(record.state()));
  }

  private double loss(double[][] at) {
    int count = sample.training().points();
    double[] rho = new double[count];
    double[][] change = new double[at.length][count];
    double[][] slopes = new double[at.length][count];
    model.kernel().apply(at, change);
    model.training().evaluate(change, rho, slopes);
    double loss = 0;
    for (double r : rho) {
      loss += r * r;
    }
    return loss;
  }

  private HeldOutRecord heldOut(double[][] at) {
    VarietySample heldOut = FrozenModel.heldOut(sample);
    double[][] change = model.kernel().predict(at);
    return HeldOutRecord.of(heldOut, model.heldOut().values(change, heldOut.weight()));
  }

  @Override
  public Map<String, Tensor> parameters(double[] state) {
    return model
        .linearised()
        .map(l -> l.potential().arrays(l.parameters(sources.apply(state))))
        .orElse(Map.of());
  }

  @Override
  public Map<String, Object> closing(RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("kappa", sample.kappa());
    entries.put("volume_omega", sample.volumeOmega());
    model
        .locality()
        .ifPresent(
            locality ->
                entries.put("locality", locality.of(sources.apply(outcome.result().state()))));
    entries.put("checks", PositivityCheck.of(outcome.records()));
    return entries;
  }
}
