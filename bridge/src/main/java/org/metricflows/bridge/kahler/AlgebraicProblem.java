package org.metricflows.bridge.kahler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.run.Clock;
import org.metricflows.bridge.run.Problem;
import org.metricflows.bridge.run.Run;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.spec.AlgebraicSpec;
import org.metricflows.bridge.variety.VarietySamples;
import org.metricflows.numeric.algebraic.AlgebraicMetric;
import org.metricflows.numeric.algebraic.BalancingMap;
import org.metricflows.numeric.algebraic.DonaldsonIteration;
import org.metricflows.numeric.algebraic.Sections;
import org.metricflows.numeric.batch.ColumnMap;
import org.metricflows.numeric.flow.Evolution;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.simd.Parallel;
import org.metricflows.numeric.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.kahler.KahlerMetric;

/** Donaldson's iteration to a balanced algebraic metric, ready to run. */
public final class AlgebraicProblem implements Problem {

  private final VarietySample sample;
  private final VarietySample heldOut;
  private final DonaldsonIteration iteration;
  private final AlgebraicMetric metric;
  private final ColumnMap values;
  private final Clock clock;

  private AlgebraicProblem(
      AlgebraicSpec spec, VarietySample sample, Sections sections, ColumnMap values) {
    this.sample = sample;
    this.heldOut = spec.sample().heldOut() > 0 ? sample.heldOut() : sample;
    BalancingMap map = new BalancingMap(sections, sample.training(), Parallel.common());
    this.iteration =
        new DonaldsonIteration(map, spec.iterations(), spec.tolerance(), spec.record());
    this.metric = new AlgebraicMetric(sections, heldOut, Parallel.common());
    this.values = values;
    this.clock = Clock.counting("iteration", spec.iterations());
  }

  /**
   * Samples the variety and finds the sections.
   *
   * @throws InputException naming the field, if the variety is none, or there are too few points
   *     for the sections
   */
  public static AlgebraicProblem of(AlgebraicSpec spec) {
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    VarietySample training = sample.training();
    Sections all = Sections.all(spec.variety().ambient(), spec.degrees());
    if (training.points() < 2 * all.count()) {
      throw InputException.of(
          "sample",
          ""
              + training.points()
              + " points for training where there are "
              + all.count()
              + " monomials of degree "
              + spec.degrees()
              + "; at least twice as many are needed, and better a hundred times");
    }
    Sections sections = all.independentOn(training);
    ColumnMap values = compiler.compile(new KahlerMetric(sample.dimension()).values());
    return new AlgebraicProblem(spec, sample, sections, values);
  }

  @Override
  public Evolution evolution() {
    return iteration;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Map<String, Object> observe(FlowRecord record) {
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

  @Override
  public Map<String, Object> closing(RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("kappa", sample.kappa());
    entries.put("volume_omega", sample.volumeOmega());
    entries.put("sections", iteration.map().sections().count());
    return entries;
  }
}
