package org.metricflows.bridge.internal.kahler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Drive;
import org.metricflows.bridge.internal.run.Model;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.run.SpecTraining;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.TrainingSpec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.kahler.Features;
import org.metricflows.symbolic.network.Activation;

/**
 * A metric of a potential φ_θ on a variety: what is told of it at parameters θ, and what moves it.
 *
 * @param seen the points held out
 * @param measures further observables of θ
 */
record PotentialModel(
    KahlerPotential potential,
    VarietySample sample,
    VarietySample seen,
    List<Observations<double[]>> measures)
    implements Model<double[]> {

  static PotentialModel of(CalabiYauSpec spec, VarietySample sample, Compiler compiler) {
    Activation activation = KahlerPotential.smooth(spec.network().activation());
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
    return new PotentialModel(potential, sample, seen, measures);
  }

  /** With what moves it: the training, or the flow, that a spec asks for. */
  Problem problem(CalabiYauSpec spec) {
    if (spec.training().isPresent()) {
      return Problem.of(this, training(spec.training().get()));
    }
    PotentialFlows flow =
        PotentialFlows.of(
            spec.flow().orElseThrow(),
            potential.metric(),
            potential.objective(),
            potential.start(),
            potential.training(),
            sample);
    List<Observations<double[]>> all = new ArrayList<>(flow.measures());
    all.addAll(measures);
    return Problem.of(new PotentialModel(potential, sample, seen, all), flow.drive());
  }

  private Drive<double[]> training(TrainingSpec settings) {
    return Drive.training(
        SpecTraining.of(
            settings,
            potential.objective(),
            potential.start(),
            potential.training(),
            potential.heldOut()),
        settings.unit());
  }

  @Override
  public Observations<Moment<double[]>> observations() {
    Observations<Moment<double[]>> all =
        Observations.<Moment<double[]>>at(Place.VARIETY)
            .with(Vocabulary.LOSS, m -> m.loss().orElseGet(() -> loss(m.state())))
            .with(HeldOutRecord.OBSERVATIONS, m -> heldOut(m.state()));
    for (Observations<double[]> measure : measures) {
      all = all.with(measure, Moment::state);
    }
    return all.with(Vocabulary.CPU_SECONDS, m -> 0.0);
  }

  private double loss(double[] theta) {
    return potential.objective().loss(theta, potential.training());
  }

  private HeldOutRecord heldOut(double[] theta) {
    return HeldOutRecord.of(seen, potential.metric().at(theta, potential.heldOut()));
  }

  @Override
  public Map<String, Tensor> parameters(double[] theta) {
    return potential.arrays(theta);
  }

  @Override
  public Map<String, Object> closing(double[] last, RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("kappa", sample.kappa());
    entries.put("volume_omega", sample.volumeOmega());
    entries.put("parameters", potential.start().length);
    Relaxation.of(outcome.records()).ifPresent(r -> entries.put("relaxation", r.toTree()));
    entries.put("checks", PositivityCheck.of(outcome.records()));
    return entries;
  }
}
