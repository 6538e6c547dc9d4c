package org.metricflows.bridge.internal.kahler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Drive;
import org.metricflows.bridge.internal.run.Model;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.run.SpecTraining;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.internal.spec.AlgebraicSpec.Iteration;
import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.bridge.internal.spec.PotentialLossSpec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.algebraic.DonaldsonIteration;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.training.SquaredObjective;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * An algebraic metric: what is told of it at a form H = Σ θ_p E_p, which stands in front of states.
 *
 * @param measures what its drive shows
 */
record AlgebraicModel(AlgebraicEvaluators evaluators, Observations<Moment<double[]>> measures)
    implements Model<double[]> {

  /** With what moves it: Donaldson's iteration, Gauss and Newton's, or a flow. */
  static Problem problem(AlgebraicSpec spec) {
    AlgebraicEvaluators evaluators = AlgebraicEvaluators.of(spec);
    if (spec.flow().isPresent()) {
      return following(evaluators, spec.form(), spec.flow().get());
    }
    Iteration settings = spec.training().orElseThrow();
    return switch (settings.method()) {
      case DONALDSON -> balanced(evaluators, settings);
      case OPTIMAL -> optimal(evaluators, spec.form(), settings);
    };
  }

  private static Observations<Moment<double[]>> observing() {
    return Observations.at(Place.VARIETY);
  }

  private static Problem balanced(AlgebraicEvaluators evaluators, Iteration settings) {
    DonaldsonIteration iteration =
        new DonaldsonIteration(
            evaluators.map(), settings.iterations(), settings.tolerance(), settings.record());
    return Problem.of(
        new AlgebraicModel(
            evaluators,
            observing().with(Vocabulary.BALANCE_DEFECT, m -> iteration.defect(m.state()))),
        Drive.of(iteration, Clock.counting("iteration", settings.iterations())));
  }

  private static Problem optimal(
      AlgebraicEvaluators evaluators, AlgebraicSpec.Form form, Iteration settings) {
    VarietySample training = evaluators.sample().training();
    Batch all = Batch.first(training.points());
    SquaredObjective loss =
        (SquaredObjective)
            loss(PotentialLossSpec.ofOptimum(), metric(evaluators, training), training);
    Drive<double[]> drive =
        Drive.training(
            SpecTraining.of(settings, loss, evaluators.forms().start(form), all), "iteration");
    return Problem.of(new AlgebraicModel(evaluators, losing(loss, all)), drive);
  }

  private static Problem following(
      AlgebraicEvaluators evaluators, AlgebraicSpec.Form form, FlowSpec spec) {
    VarietySample training = evaluators.sample().training();
    Batch all = Batch.first(training.points());
    PotentialMetric metric = metric(evaluators, training);
    Objective loss = loss(PotentialLossSpec.ofRicciFlow(), metric, training);
    PotentialFlows flow =
        PotentialFlows.of(spec, metric, loss, evaluators.forms().start(form), all, training);
    Observations<Moment<double[]>> measures = losing(loss, all);
    for (Observations<double[]> measure : flow.measures()) {
      measures = measures.with(measure, Moment::state);
    }
    return Problem.of(new AlgebraicModel(evaluators, measures), flow.drive());
  }

  private static PotentialMetric metric(AlgebraicEvaluators evaluators, VarietySample training) {
    int m = training.dimension();
    double[][] nothing = new double[m * m][training.points()];
    return PotentialMetric.of(
        evaluators.forms().potential(training), nothing, training, new Compiler());
  }

  private static Objective loss(
      PotentialLossSpec spec, PotentialMetric metric, VarietySample training) {
    return CompiledPotentialLoss.of(spec, metric, training, new Compiler());
  }

  private static Observations<Moment<double[]>> losing(Objective loss, Batch all) {
    return observing()
        .with(Vocabulary.LOSS, m -> m.loss().orElseGet(() -> loss.loss(m.state(), all)));
  }

  @Override
  public Observations<Moment<double[]>> observations() {
    return measures
        .with(HeldOutRecord.OBSERVATIONS, m -> heldOut(m.state()))
        .with(Vocabulary.CPU_SECONDS, m -> 0.0);
  }

  private HeldOutRecord heldOut(double[] state) {
    return evaluators.heldOut(evaluators.forms().metric(state, evaluators.heldOut()));
  }

  @Override
  public Map<String, Tensor> parameters(double[] state) {
    return evaluators.forms().arrays(state);
  }

  @Override
  public Map<String, Object> closing(double[] last, RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("kappa", evaluators.sample().kappa());
    entries.put("volume_omega", evaluators.sample().volumeOmega());
    entries.put("sections", evaluators.sections().count());
    entries.put("parameters", evaluators.forms().basis().size());
    Relaxation.of(outcome.records()).ifPresent(r -> entries.put("relaxation", r.toTree()));
    entries.put("checks", PositivityCheck.of(outcome.records()));
    return entries;
  }
}
