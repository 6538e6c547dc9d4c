package org.metricflows.bridge.internal.kahler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.run.SpecTraining;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.bridge.internal.spec.TrainingSpec;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.training.Training;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.kahler.Features;
import org.metricflows.symbolic.network.Activation;

/** The training, or the exact gradient flow, of a Kähler potential, ready to run. */
public final class PotentialProblem implements Problem {

  private final KahlerPotential potential;
  private final VarietySample sample;
  private final KahlerObserver observer;
  private final Evolution evolution;
  private final Clock clock;
  private final ToDoubleFunction<FlowRecord> loss;
  private final UnaryOperator<double[]> parameters;

  private PotentialProblem(
      CalabiYauSpec spec,
      KahlerPotential potential,
      VarietySample sample,
      KahlerObserver observer) {
    this.potential = potential;
    this.sample = sample;
    this.observer = observer;
    if (spec.training().isPresent()) {
      TrainingSpec settings = spec.training().get();
      Training training =
          SpecTraining.of(
              settings,
              potential.objective(),
              potential.start(),
              potential.training(),
              potential.heldOut());
      this.evolution = training;
      this.clock = Clock.counting("epoch", settings.allEpochs());
      this.parameters = training::parameters;
      this.loss =
          record ->
              record.time() == 0
                  ? loss(training.parameters(record.state()))
                  : training.loss(record.state());
    } else {
      FlowSpec settings = spec.flow().orElseThrow();
      this.evolution = PotentialFlow.integration(settings, potential);
      this.clock = Clock.time(settings.time());
      this.parameters = state -> state;
      this.loss = record -> loss(record.state());
    }
  }

  /**
   * Samples the variety, derives and compiles.
   *
   * @throws InputException naming the field, if the variety is none, or the activation is not
   *     smooth
   */
  public static PotentialProblem of(CalabiYauSpec spec) {
    Activation activation = smooth(spec.network().activation());
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    KahlerPotential potential = KahlerPotential.of(spec, activation, sample, compiler);
    VarietySample seen = spec.sample().heldOut() > 0 ? sample.heldOut() : sample;
    List<Observations<double[]>> measures =
        new ArrayList<>(TangentMeasures.of(spec.setting(), potential, sample, compiler));
    if (spec.features() == Features.RAW) {
      measures.add(potential.transitionDefect(spec, activation, seen, compiler).observations());
    }
    if (spec.metric().ricciPoints() > 0) {
      measures.add(potential.ricciMeasure(spec, activation, seen, compiler).observations());
    }
    KahlerObserver observer = new KahlerObserver(potential, seen, measures);
    return new PotentialProblem(spec, potential, sample, observer);
  }

  static Activation smooth(Activation activation) {
    if (!activation.isSmooth()) {
      throw InputException.of(
          "network.activation",
          "'"
              + activation.name()
              + "' has a kink, but the metric takes second derivatives of the network; choose a"
              + " smooth one such as gelu");
    }
    return activation;
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
    return observer
        .observations()
        .seenBy(
            record ->
                new KahlerObserver.Moment(
                    parameters.apply(record.state()), loss.applyAsDouble(record)));
  }

  @Override
  public Map<String, Tensor> parameters(double[] state) {
    return potential.arrays(parameters.apply(state));
  }

  private double loss(double[] theta) {
    return potential.objective().loss(theta, potential.training());
  }

  @Override
  public Map<String, Object> closing(RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("kappa", sample.kappa());
    entries.put("volume_omega", sample.volumeOmega());
    entries.put("parameters", potential.start().length);
    entries.put("checks", PositivityCheck.of(outcome.records()));
    return entries;
  }
}
