package org.metricflows.bridge.internal.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.Supermetric;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.gradient.GalerkinFlow;
import org.metricflows.numeric.internal.gradient.NaturalDescent;
import org.metricflows.numeric.internal.gradient.NetworkOutputs;
import org.metricflows.numeric.internal.gradient.OutputMetric;
import org.metricflows.numeric.internal.spectral.Velocity;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.evolution.VelocityMetric;
import org.metricflows.symbolic.network.Activation;

/**
 * The parts of a spec's natural-gradient flow: a network that follows Ricci flow, or the steepest
 * descent of a loss, as well as its parameters can.
 *
 * <p>The inner product of velocities is DeWitt's over the metric's volume, over the measure that
 * Perelman's loss keeps, or flat in the functions of the ansatz over the sample's weights.
 */
final class NaturalProblem {
  private final Spec spec;
  private final Dynamics.Natural natural;
  private final Compiler compiler;
  private final FlowData data;
  private final MetricHead head;
  private final Measure measure;
  private final ChartNetwork network;

  private NaturalProblem(
      Spec spec, Compiler compiler, FlowData data, MetricHead head, Measure measure) {
    this.spec = spec;
    this.natural = (Dynamics.Natural) spec.flow().dynamics();
    this.compiler = compiler;
    this.data = data;
    this.head = head;
    this.measure = measure;
    this.network = new ChartNetwork(spec, spec.network().activation(), compiler);
    if (!spec.setting().regime().hasNetwork() || spec.setting().regime() == Regime.INFINITE) {
      throw InputException.of(
          "regime", "has no parameters that flow.descent 'natural' could move; use 'network'");
    }
  }

  /** A flow, the reader of its states, and the network's parameters at these. */
  record Assembly(
      Flow flow, StateReader reader, Function<double[], Map<String, Tensor>> parameters) {}

  /**
   * Derives, compiles and assembles.
   *
   * @throws InputException naming the field, if a formula cannot be read, the background is not
   *     usable, the activation is not smooth enough or the ansatz does not carry the flow
   */
  static Assembly of(Spec spec) {
    if (spec.flow().dynamics().needs("loss")) {
      FlowProblem problem = FlowProblem.of(spec);
      return new NaturalProblem(
              spec, problem.compiler(), problem.data(), problem.head(), problem.measure())
          .descent(problem);
    }
    return ofEquation(spec).following();
  }

  private static NaturalProblem ofEquation(Spec spec) {
    refuseObservables(spec);
    requireSmooth(spec.network().activation());
    Compiler compiler = new Compiler();
    FlowData data = FlowData.of(spec, compiler, 2);
    Measure measure = Measure.of(compiler, data, spec.sample(), Optional.empty());
    GeometricObservables.check(spec, measure);
    MetricHead head = new MetricHead(compiler, spec.metric().ansatz(), data.dimension());
    return new NaturalProblem(spec, compiler, data, head, measure);
  }

  private static void refuseObservables(Spec spec) {
    if (spec.observes(Vocabulary.RICCI_DISTANCE)) {
      throw InputException.of("observe", "'ricci_distance' needs flow.kernel 'local'");
    }
    for (Observable rate : List.of(Vocabulary.LOSS_RATE, Vocabulary.GRADIENT_NORM_SQUARED)) {
      if (spec.observes(rate)) {
        throw InputException.of(
            "observe", "'" + rate.name() + "' needs a loss, which Ricci flow does not have");
      }
    }
  }

  private static void requireSmooth(Activation activation) {
    if (!activation.isSmooth()) {
      throw InputException.of(
          "network.activation",
          "'"
              + activation.name()
              + "' has a kink, but Ricci flow takes second derivatives of the network; choose a"
              + " smooth one such as gelu");
    }
  }

  /** A network that follows an equation. */
  private Assembly following() {
    NetworkOutputs outputs = network.outputs(head.outputs(), data, 2);
    Dynamics.Ricci ricci = natural.ricci().orElseThrow();
    Velocity wanted = velocities().of(ricci, data.sampling().weights());
    GalerkinFlow flow = GalerkinFlow.of(outputs, metric(), wanted, natural.damping());
    ChartObserver plain = ChartObserver.of(flow, flow, head, data, spec.observe(), geometry());
    return new Assembly(flow, ExactComparison.beside(spec, plain), this::parameters);
  }

  /** A network that descends a loss. */
  private Assembly descent(FlowProblem problem) {
    requireResolved(problem.loss().order());
    NetworkOutputs outputs = network.outputs(head.outputs(), data, Math.max(2, problem.order()));
    NaturalDescent flow =
        NaturalDescent.of(outputs, problem.compiledLoss(), metric(), wanted(), natural.damping());
    problem.requireFinite(flow.loss(flow.initialState()));
    return new Assembly(
        flow, ExactComparison.beside(spec, problem.observer(flow)), this::parameters);
  }

  /** −W⁻¹ δL/δf, where a formula is known: of Perelman's loss in DeWitt's inner product. */
  private Optional<Velocity> wanted() {
    boolean known =
        natural.supermetric() == Supermetric.DEWITT && spec.metric().ansatz().isAdditive();
    return measure.density().filter(m -> known).map(m -> velocities().perelman(m));
  }

  /**
   * A loss of derivatives is felt by changes of the network that its values at the sample points do
   * not show, which an inner product of values cannot bound.
   */
  private void requireResolved(int order) {
    int rows = head.velocities() * data.sampling().size();
    int parameters = network.finite(head.outputs()).shape().parameters();
    if (order > 0 && rows < parameters) {
      throw InputException.of(
          "sample",
          "has "
              + data.sampling().size()
              + " points, "
              + rows
              + " values of the functions, fewer than the network's "
              + parameters
              + " parameters; a loss of derivatives needs at least as many under flow.descent"
              + " 'natural'");
    }
  }

  private RicciVelocities velocities() {
    return new RicciVelocities(compiler, spec.metric().ansatz(), data);
  }

  private OutputMetric metric() {
    VelocityMetric.Kind kind = natural.product(measure.density().isPresent());
    VelocityMetric product = new VelocityMetric(spec.metric().ansatz(), data.dimension(), kind);
    double[][] fixed =
        PointColumns.join(data.referenceValues(), new double[][] {measure.lossWeights()});
    int points = data.sampling().size();
    return spec.metric().ansatz().moved().equals(spec.metric().ansatz())
        ? new OutputMetric(compiler.compile(product.blocks()), head.outputs(), fixed, points)
        : OutputMetric.ofMade(
            compiler.compile(product.blocks()),
            head.outputs(),
            product.size(),
            fixed,
            head.slopesAtRest(data.referenceValues()),
            points);
  }

  private Optional<GeometricObservables> geometry() {
    return Optional.of(
        new GeometricObservables(
            compiler,
            spec.metric().ansatz(),
            data.dimension(),
            data.referenceJets(2),
            measure,
            OptionalDouble.empty()));
  }

  private Map<String, Tensor> parameters(double[] theta) {
    boolean withOrigin = spec.network().centred() || spec.setting().regime() == Regime.LINEARISED;
    return network.finite(head.outputs()).arrays(theta, withOrigin);
  }
}
