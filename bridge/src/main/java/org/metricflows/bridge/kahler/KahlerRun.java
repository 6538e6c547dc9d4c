package org.metricflows.bridge.kahler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.flow.Formulas;
import org.metricflows.bridge.run.Run;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.run.RunResult;
import org.metricflows.bridge.run.SpecRun;
import org.metricflows.bridge.spec.CalabiYauSpec;
import org.metricflows.bridge.spec.FlowSpec;
import org.metricflows.bridge.spec.PotentialFeatures;
import org.metricflows.bridge.spec.TrainingSpec;
import org.metricflows.bridge.variety.VarietySamples;
import org.metricflows.numeric.flow.FlowListener;
import org.metricflows.numeric.training.Training;
import org.metricflows.numeric.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.network.Activation;

/** The training, or the exact gradient flow, of a Kähler potential from start to result. */
public final class KahlerRun implements SpecRun {

  private final CalabiYauSpec spec;
  private final KahlerPotential potential;
  private final VarietySample sample;
  private final KahlerObserver observer;
  private final Map<String, Object> versions;
  private final Optional<Duration> pace;

  private KahlerRun(
      CalabiYauSpec spec,
      KahlerPotential potential,
      VarietySample sample,
      KahlerObserver observer,
      Map<String, Object> versions,
      Optional<Duration> pace) {
    this.spec = spec;
    this.potential = potential;
    this.sample = sample;
    this.observer = observer;
    this.versions = new LinkedHashMap<>(versions);
    this.pace = pace;
  }

  /**
   * Samples the variety, derives and compiles.
   *
   * @param versions what result.json says of the programs that made it
   * @throws InputException naming the field, if the variety is none, or the activation is not
   *     smooth
   */
  public static KahlerRun of(CalabiYauSpec spec, Map<String, Object> versions) {
    Activation activation = smooth(spec.network().activation());
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    KahlerPotential potential = KahlerPotential.of(spec, activation, sample, compiler);
    VarietySample seen = spec.sample().heldOut() > 0 ? sample.heldOut() : sample;
    List<PotentialMeasure> measures =
        new ArrayList<>(TangentMeasures.of(spec.setting(), potential, sample, compiler));
    if (spec.features() == PotentialFeatures.RAW) {
      measures.add(potential.transitionDefect(spec, activation, seen, compiler));
    }
    if (spec.metric().ricciPoints() > 0) {
      measures.add(potential.ricciMeasure(spec, activation, seen, compiler));
    }
    KahlerObserver observer = new KahlerObserver(potential, seen, measures);
    return new KahlerRun(spec, potential, sample, observer, versions, Optional.empty());
  }

  static Activation smooth(String text) {
    Activation activation = Formulas.activation(text);
    if (!activation.isSmooth()) {
      throw new InputException(
          "network.activation: '"
              + activation.name()
              + "' has a kink, but the metric takes second derivatives of the network; choose a"
              + " smooth one such as gelu");
    }
    return activation;
  }

  /** The same with checkpoints at most this far apart. */
  KahlerRun withPace(Duration newPace) {
    return new KahlerRun(spec, potential, sample, observer, versions, Optional.of(newPace));
  }

  @Override
  public CalabiYauSpec spec() {
    return spec;
  }

  @Override
  public double end() {
    return spec.training()
        .map(training -> (double) training.allEpochs())
        .orElseGet(() -> spec.flow().orElseThrow().time());
  }

  @Override
  public String clock() {
    return spec.training().isPresent() ? "epoch" : "t";
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
    Run run = spec.training().map(this::training).orElseGet(() -> flow(spec.flow().orElseThrow()));
    return pace.map(run::withPace).orElse(run);
  }

  private Run training(TrainingSpec spec) {
    Training training = Trainings.of(spec, potential);
    return Run.of(
            training,
            record -> {
              double[] state = record.state();
              double[] theta = training.parameters(state);
              double loss = record.time() == 0 ? loss(theta) : training.loss(state);
              return observer.observe(theta, loss);
            })
        .counting("epoch");
  }

  private Run flow(FlowSpec spec) {
    return Run.of(
        PotentialFlow.integration(spec, potential),
        record -> observer.observe(record.state(), loss(record.state())));
  }

  private double loss(double[] theta) {
    return potential.objective().loss(theta, potential.training());
  }

  private RunResult result(RunOutcome outcome) {
    Map<String, Object> extras = new LinkedHashMap<>();
    extras.put("kappa", sample.kappa());
    extras.put("volume_omega", sample.volumeOmega());
    extras.put("parameters", potential.start().length);
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
