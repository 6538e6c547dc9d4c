package org.metricflows.bridge.kahler;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.run.Run;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.run.RunResult;
import org.metricflows.bridge.run.SpecIntegration;
import org.metricflows.bridge.run.SpecRun;
import org.metricflows.bridge.spec.CalabiYauSpec;
import org.metricflows.bridge.spec.FlowSpec;
import org.metricflows.bridge.spec.SolveSpec;
import org.metricflows.bridge.variety.VarietySamples;
import org.metricflows.numeric.flow.Evolution;
import org.metricflows.numeric.flow.FlowListener;
import org.metricflows.numeric.regime.SolvedOptimum;
import org.metricflows.numeric.regime.SourceFlow;
import org.metricflows.numeric.variety.VarietySample;
import org.metricflows.symbolic.InputException;

/** The gradient flow, or the solved optimum, of a metric under a frozen tangent kernel. */
public final class FrozenRun implements SpecRun {

  private static final String ITERATION = "iteration";
  private static final int MOST_SOLVED = 8000;

  private final CalabiYauSpec spec;
  private final VarietySample sample;
  private final FrozenModel model;
  private final Map<String, Object> versions;
  private final Optional<Duration> pace;
  private final Evolution evolution;
  private final Function<double[], double[][]> sources;

  private FrozenRun(
      CalabiYauSpec spec,
      VarietySample sample,
      FrozenModel model,
      Map<String, Object> versions,
      Optional<Duration> pace) {
    this.spec = spec;
    this.sample = sample;
    this.model = model;
    this.versions = new LinkedHashMap<>(versions);
    this.pace = pace;
    if (spec.setting().solve().isPresent()) {
      SolvedOptimum optimum =
          new SolvedOptimum(
              model.kernel(), model.training(), settings(spec.setting().solve().get()));
      this.evolution = optimum;
      this.sources = optimum::sources;
    } else {
      SourceFlow flow = new SourceFlow(model.kernel(), model.training());
      this.evolution = SpecIntegration.of(flow, flow(spec));
      this.sources = flow::sources;
    }
  }

  private static SolvedOptimum.Settings settings(SolveSpec solve) {
    return new SolvedOptimum.Settings(solve.ridge(), solve.iterations(), solve.tolerance());
  }

  private static FlowSpec flow(CalabiYauSpec spec) {
    return spec.flow().orElseThrow();
  }

  /**
   * Samples the variety, derives, compiles and evaluates the kernel.
   *
   * @param versions what result.json says of the programs that made it
   * @throws InputException naming the field, if the variety is none, the activation has no kernel
   *     with four derivatives, or there are more points than can be solved for
   */
  public static FrozenRun of(CalabiYauSpec spec, Map<String, Object> versions) {
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    int points = sample.training().points();
    if (spec.setting().solve().isPresent() && points > MOST_SOLVED) {
      throw new InputException(
          "sample: 'solve' factors a matrix with a row a training point, of at most "
              + MOST_SOLVED
              + ", but there are "
              + points);
    }
    return new FrozenRun(
        spec, sample, FrozenModel.of(spec, sample, compiler), versions, Optional.empty());
  }

  @Override
  public CalabiYauSpec spec() {
    return spec;
  }

  @Override
  public double end() {
    return spec.setting()
        .solve()
        .map(solve -> (double) solve.iterations())
        .orElseGet(() -> flow(spec).time());
  }

  @Override
  public String clock() {
    return spec.setting().solve().isPresent() ? ITERATION : "t";
  }

  @Override
  public RunResult in(RunFolder folder, FlowListener progress) {
    RunResult result = result(run().reportingTo(progress).in(folder));
    folder.writeResult(result);
    return result;
  }

  /** Runs without leaving a trace. */
  public RunResult inMemory(FlowListener progress) {
    return result(run().reportingTo(progress).inMemory());
  }

  /** The same with checkpoints at most this far apart. */
  FrozenRun withPace(Duration newPace) {
    return new FrozenRun(spec, sample, model, versions, Optional.of(newPace));
  }

  private Run run() {
    Run run = Run.of(evolution, record -> observe(sources.apply(record.state())));
    Run counted = spec.setting().solve().isPresent() ? run.counting(ITERATION) : run;
    return pace.map(counted::withPace).orElse(counted);
  }

  private Map<String, Object> observe(double[][] sources) {
    int count = sample.training().points();
    double[] rho = new double[count];
    double[][] slopes = new double[sources.length][count];
    model.training().evaluate(model.kernel().apply(sources), rho, slopes);
    double loss = 0;
    for (double r : rho) {
      loss += r * r;
    }
    VarietySample heldOut = FrozenModel.heldOut(sample);
    double[][] change = model.kernel().predict(sources);
    Map<String, Object> entries =
        new HeldOutRecord(heldOut).of(model.heldOut().values(change, heldOut.weight()), loss);
    entries.put(Run.CPU_SECONDS, 0.0);
    return entries;
  }

  private RunResult result(RunOutcome outcome) {
    Map<String, Object> extras = new LinkedHashMap<>();
    extras.put("kappa", sample.kappa());
    extras.put("volume_omega", sample.volumeOmega());
    model
        .locality()
        .ifPresent(
            locality ->
                extras.put("locality", locality.of(sources.apply(outcome.result().state()))));
    return new RunResult(
        outcome.result().outcome(),
        outcome.records(),
        extras,
        outcome.result().evaluations(),
        outcome.cpuSeconds(),
        versions,
        spec.toTree());
  }
}
