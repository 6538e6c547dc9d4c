package org.metricflows.bridge.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.flow.ChartModel.Course;
import org.metricflows.bridge.internal.run.Drive;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.SpecTraining;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.StopCondition;
import org.metricflows.numeric.internal.gradient.FiniteWidthFlow;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Training;
import org.metricflows.symbolic.InputException;

/**
 * A metric on a chart with what moves it: the flow of a loss or of an equation, a training of the
 * network epoch by epoch (Adam, L-BFGS), or the optimum of a frozen kernel, solved for.
 *
 * <p>Records carry {@code t}, {@code epoch}, or {@code iteration} of twenty quasi-Newton steps;
 * then the loss over all sample points, the metric, and what is asked for.
 */
public final class ChartProblem {

  /** Points of a training at which its kernel is looked at. */
  private static final int MOST_PROBED = 256;

  private ChartProblem() {}

  /**
   * Derives, compiles and assembles.
   *
   * @throws InputException naming the field, if a formula cannot be read, the background is
   *     singular or undefined at a sample point, the activation is not smooth enough, or there are
   *     no parameters to train
   */
  public static Problem of(Spec spec) {
    if (spec.has("flow") && spec.flow().dynamics().isOnGrid()) {
      LocalProblem.Assembly local = LocalProblem.of(spec).assemble();
      return flowing(
          spec,
          local.flow(),
          new ChartModel(spec, local.reader(), state -> Map.of(), Course.FLOW, List.of()),
          true,
          Optional.empty());
    }
    if (spec.has("flow") && spec.flow().dynamics().descent() == Dynamics.Descent.NATURAL) {
      NaturalProblem.Assembly natural = NaturalProblem.of(spec);
      return flowing(
          spec,
          natural.flow(),
          new ChartModel(spec, natural.reader(), natural.parameters(), Course.FLOW, List.of()),
          true,
          Optional.empty());
    }
    FlowProblem problem = FlowProblem.of(spec);
    return spec.has("flow") ? flow(spec, problem) : training(spec, problem);
  }

  private static Problem flow(Spec spec, FlowProblem problem) {
    OutputFlow flow = problem.flow();
    StateReader reader = ExactComparison.beside(spec, problem.observer(flow));
    ChartModel model = new ChartModel(spec, reader, problem::parameters, Course.FLOW, List.of());
    return flowing(spec, flow, model, problem.order() > 0, problem.immovable(flow));
  }

  /**
   * @param readsGeometry whether anything needs more of the metric than its components
   */
  private static Problem flowing(
      Spec spec,
      Flow flow,
      ChartModel model,
      boolean readsGeometry,
      Optional<Immovable> immovable) {
    Degeneration degeneration = new Degeneration(spec, model.reader(), flow.initialState());
    List<StopCondition> conditions = new ArrayList<>(List.of(Drive.atRest()));
    if (readsGeometry) {
      conditions.add(degeneration);
    }
    immovable.ifPresent(conditions::add);
    return Problem.of(
        model.noting(notes(spec, degeneration)),
        Drive.flow(flow, spec.flow(), conditions.toArray(StopCondition[]::new)));
  }

  private static List<String> notes(Spec spec, Degeneration degeneration) {
    List<String> notes = new ArrayList<>();
    if (spec.has("loss") && !spec.flow().dynamics().needs("loss")) {
      notes.add(
          "'loss' is not read: "
              + spec.flow().dynamics().statement()
              + " is no gradient flow of it");
    }
    if (!degeneration.isDefinite()) {
      notes.add(
          "the background is not positive definite: the flow is run as if it were a Riemannian one,"
              + " and need not be well posed");
    }
    return notes;
  }

  private static Problem training(Spec spec, FlowProblem problem) {
    Batch all = Batch.first(problem.data().sampling().size());
    if (spec.setting().solve().isPresent()) {
      OutputFlow flow = problem.flowByNorm();
      Training solve = SpecTraining.of(spec.setting().solve().get(), flow, all);
      return Problem.of(
          stepping(spec, problem, flow),
          Drive.training(hindered(solve, "solve", problem.immovable(flow)), "iteration"));
    }
    if (spec.network().isInfinite()) {
      throw InputException.of(
          "network.width", "a training moves parameters, of which an infinite width has none");
    }
    FiniteWidthFlow flow = (FiniteWidthFlow) problem.flow();
    Training training =
        SpecTraining.of(spec.training(), flow.objective(), flow.initialState(), all, all);
    return Problem.of(
        stepping(spec, problem, flow),
        Drive.training(
            hindered(training, "training", immovable(spec, problem, flow)),
            spec.training().unit()));
  }

  private static Training hindered(Training training, String what, Optional<Immovable> by) {
    return by.map(i -> training.hinderedBy(i.reason(what))).orElse(training);
  }

  /** Of large samples with the kernel's size at a part of them. */
  private static Optional<Immovable> immovable(Spec spec, FlowProblem problem, OutputFlow flow) {
    if (problem.data().sampling().size() <= MOST_PROBED) {
      return problem.immovable(flow);
    }
    return problem.immovable(flow, FlowProblem.of(spec, MOST_PROBED).flow());
  }

  private static ChartModel stepping(Spec spec, FlowProblem problem, OutputFlow flow) {
    return new ChartModel(
        spec, problem.observer(flow), problem::parameters, Course.STEPS, List.of());
  }
}
