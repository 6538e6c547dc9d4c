package org.metricflows.bridge.kahler;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.run.Run;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.run.RunResult;
import org.metricflows.bridge.run.SpecRun;
import org.metricflows.bridge.spec.AlgebraicSpec;
import org.metricflows.bridge.variety.VarietySamples;
import org.metricflows.numeric.algebraic.AlgebraicMetric;
import org.metricflows.numeric.algebraic.BalancingMap;
import org.metricflows.numeric.algebraic.DonaldsonIteration;
import org.metricflows.numeric.algebraic.Sections;
import org.metricflows.numeric.batch.ColumnMap;
import org.metricflows.numeric.flow.FlowListener;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.simd.Parallel;
import org.metricflows.numeric.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.kahler.KahlerMetric;

/** Donaldson's iteration to a balanced algebraic metric, from start to result. */
public final class AlgebraicRun implements SpecRun {

  private static final String ITERATION = "iteration";

  private final AlgebraicSpec spec;
  private final VarietySample sample;
  private final VarietySample heldOut;
  private final DonaldsonIteration iteration;
  private final AlgebraicMetric metric;
  private final ColumnMap values;
  private final Map<String, Object> versions;
  private final Optional<Duration> pace;

  private AlgebraicRun(
      AlgebraicSpec spec,
      VarietySample sample,
      Sections sections,
      ColumnMap values,
      Map<String, Object> versions,
      Optional<Duration> pace) {
    this.spec = spec;
    this.sample = sample;
    this.heldOut = spec.sample().heldOut() > 0 ? sample.heldOut() : sample;
    BalancingMap map = new BalancingMap(sections, sample.training(), Parallel.common());
    this.iteration =
        new DonaldsonIteration(map, spec.iterations(), spec.tolerance(), spec.record());
    this.metric = new AlgebraicMetric(sections, heldOut, Parallel.common());
    this.values = values;
    this.versions = new LinkedHashMap<>(versions);
    this.pace = pace;
  }

  /**
   * Samples the variety and finds the sections.
   *
   * @param versions what result.json says of the programs that made it
   * @throws InputException naming the field, if the variety is none, or there are too few points
   *     for the sections
   */
  public static AlgebraicRun of(AlgebraicSpec spec, Map<String, Object> versions) {
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    VarietySample training = sample.training();
    Sections all = Sections.all(spec.variety().ambient(), spec.degrees());
    if (training.points() < 2 * all.count()) {
      throw new InputException(
          "sample: "
              + training.points()
              + " points for training where there are "
              + all.count()
              + " monomials of degree "
              + spec.degrees()
              + "; at least twice as many are needed, and better a hundred times");
    }
    Sections sections = all.independentOn(training);
    ColumnMap values = compiler.compile(new KahlerMetric(sample.dimension()).values());
    return new AlgebraicRun(spec, sample, sections, values, versions, Optional.empty());
  }

  /** The same with checkpoints at most this far apart. */
  AlgebraicRun withPace(Duration newPace) {
    return new AlgebraicRun(
        spec, sample, iteration.map().sections(), values, versions, Optional.of(newPace));
  }

  @Override
  public AlgebraicSpec spec() {
    return spec;
  }

  @Override
  public double end() {
    return spec.iterations();
  }

  @Override
  public String clock() {
    return ITERATION;
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

  private Run run() {
    Run run = Run.of(iteration, this::observe).counting(ITERATION);
    return pace.map(run::withPace).orElse(run);
  }

  private Map<String, Object> observe(FlowRecord record) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("balance_defect", iteration.defect(record.state()));
    entries.putAll(new HeldOutRecord(heldOut).of(values(metric.at(record.state()))));
    entries.put(Run.CPU_SECONDS, 0.0);
    return entries;
  }

  /** q = det g/|Ω|² of a metric, by the program for g₀ + ∂∂̄φ with g₀ = 0. */
  private PotentialMetric.Values values(double[][] g) {
    int points = heldOut.points();
    double[][] in = new double[values.inputs()][];
    double[] zero = new double[points];
    for (int k = 0; k < g.length; k++) {
      in[k] = g[k];
      in[g.length + k] = zero;
    }
    in[2 * g.length] = heldOut.omegaSquared();
    double[][] out = new double[values.outputs()][points];
    values.apply(in, new int[in.length], out, new int[out.length], points);
    return new PotentialMetric.Values(g, out[out.length - 1], heldOut.weight());
  }

  private RunResult result(RunOutcome outcome) {
    Map<String, Object> extras = new LinkedHashMap<>();
    extras.put("kappa", sample.kappa());
    extras.put("volume_omega", sample.volumeOmega());
    extras.put("sections", iteration.map().sections().count());
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
