package org.metricflows.bridge.internal.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.network.FiniteNetwork;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.Supermetric;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.internal.evolution.DeWittSupermetric;
import org.metricflows.symbolic.loss.FixedMeasure;
import org.metricflows.symbolic.loss.JetLoss;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.loss.PointField;
import org.metricflows.symbolic.network.Activation;

/** The parts of a spec's flow: what is derived from it, checked and compiled, before any step. */
final class FlowProblem {
  private final Spec spec;
  private final Compiler compiler = new Compiler();
  private final Optional<Activation> activation;
  private final JetLoss loss;
  private final FlowData data;
  private final Measure measure;
  private final MetricHead head;

  private FlowProblem(Spec spec, int mostPoints) {
    this.spec = spec;
    int d = spec.space().dimension();
    boolean network = !isOfFeatures() && spec.setting().regime().hasNetwork();
    this.activation = network ? Optional.of(spec.network().activation()) : Optional.empty();
    Loss density = spec.loss().loss();
    this.loss = JetLoss.of(spec.metric().ansatz(), density, d);
    requireSmooth();
    this.data = FlowData.of(spec, compiler, order()).thinned(mostPoints);
    if (spec.observes(Vocabulary.RICCI_DISTANCE)) {
      throw InputException.of("observe", "'ricci_distance' needs flow.kernel 'local'");
    }
    if (spec.observes(Vocabulary.EXACT_DISTANCE) && !spec.has("flow")) {
      throw InputException.of(
          "observe", "'exact_distance' needs a flow, whose times it compares at");
    }
    this.measure = Measure.of(compiler, data, spec.sample(), Optional.of(density));
    GeometricObservables.check(spec, measure);
    this.head = new MetricHead(compiler, spec.metric().ansatz(), d);
  }

  static FlowProblem of(Spec spec) {
    return of(spec, Integer.MAX_VALUE);
  }

  /** The same over a part of the sample, if it has more than {@code mostPoints} points. */
  static FlowProblem of(Spec spec, int mostPoints) {
    return new FlowProblem(spec, mostPoints);
  }

  Spec spec() {
    return spec;
  }

  Compiler compiler() {
    return compiler;
  }

  /** Of the network, if one moves the metric. */
  Optional<Activation> activation() {
    return activation;
  }

  JetLoss loss() {
    return loss;
  }

  FlowData data() {
    return data;
  }

  Measure measure() {
    return measure;
  }

  MetricHead head() {
    return head;
  }

  /** Derivatives of the outputs that the flow has to know: those of the loss and of observables. */
  int order() {
    return observesCurvature() ? 2 : loss.order();
  }

  private boolean observesCurvature() {
    return GeometricObservables.areObserved(spec);
  }

  private void requireSmooth() {
    Regime regime = spec.setting().regime();
    if (order() > 0 && (regime == Regime.RELU || regime == Regime.DELTA)) {
      throw InputException.of(
          "regime",
          "the kernel '"
              + regime.label()
              + "' has no derivatives, but "
              + (loss.order() > 0 ? "the loss" : "an observable")
              + " takes second derivatives of the functions; choose another, or the loss mse");
    }
    if (order() > 0 && activation.isPresent() && !activation.get().isSmooth()) {
      throw InputException.of(
          "network.activation",
          "'"
              + activation.get().name()
              + "' has a kink, but "
              + (loss.order() > 0 ? "the loss" : "an observable")
              + " takes second derivatives of the network; choose a smooth one such as gelu, or the"
              + " loss mse");
    }
  }

  CompiledLoss compiledLoss() {
    double[][] fields = LossFields.of(compiler, loss.loss(), data);
    double[][] weights = {measure.lossWeights()};
    double[][] fixed = PointColumns.join(data.referenceJets(loss.order()), fields, weights);
    return new CompiledLoss(compiler, loss, fixed);
  }

  OutputFlows flows() {
    return new OutputFlows(spec, activation, compiler, data, compiledLoss(), order());
  }

  /** The network of finite width, if one moves the metric, or its linearisation does. */
  Optional<FiniteNetwork> network() {
    return isOfFeatures() ? Optional.empty() : flows().network(head.outputs());
  }

  /**
   * The arrays of parameters.npz; none where no network of finite width is.
   *
   * @param theta its parameters
   */
  Map<String, Tensor> parameters(double[] theta) {
    boolean linearised = spec.setting().regime() == Regime.LINEARISED;
    return network()
        .map(finite -> finite.arrays(theta, linearised || spec.network().centred()))
        .orElse(Map.of());
  }

  /** What ends a flow that cannot move; empty if it can. */
  Optional<Immovable> immovable(OutputFlow flow) {
    return immovable(flow, flow);
  }

  /**
   * The same.
   *
   * @param probed the flow at as many of its points as its kernel can be had of
   */
  Optional<Immovable> immovable(OutputFlow flow, OutputFlow probed) {
    int order = loss.order();
    if (order != 0 && order != order()) {
      return Optional.empty();
    }
    double[][] jets = flow.sampleJets(flow.initialState(), order);
    double[][] adjoints = new double[jets.length][data.sampling().size()];
    compiledLoss().evaluate(jets, adjoints);
    return Immovable.of(flow, probed, adjoints, mover());
  }

  private Immovable.Mover mover() {
    if (network().isPresent()) {
      return Immovable.Mover.PARAMETERS;
    }
    return spec.setting().solve().isPresent()
        ? Immovable.Mover.FACTORED_KERNEL
        : Immovable.Mover.KERNEL;
  }

  /** The outputs of a state, anywhere on the chart. */
  OutputField field() {
    int outputs = head.outputs();
    if (isOfFeatures()) {
      return featureFlows().field(outputs);
    }
    return flows().field(outputs, spec.setting().solve().isPresent());
  }

  /** Whether the outputs have second derivatives. */
  boolean isSmooth() {
    Regime regime = spec.setting().regime();
    return regime != Regime.RELU
        && regime != Regime.DELTA
        && activation.map(Activation::isSmooth).orElse(true);
  }

  private boolean isOfFeatures() {
    return spec.has("flow") && spec.flow().dynamics().needs("features");
  }

  private boolean isDeWitt() {
    return spec.flow().dynamics().supermetric() == Supermetric.DEWITT;
  }

  private FeatureFlows featureFlows() {
    return new FeatureFlows(
        spec.features(),
        FeatureFlows.periods(spec.chart().coordinates(), spec.chart().lengths()),
        data,
        compiledLoss(),
        order(),
        isDeWitt() ? deWitt() : org.metricflows.numeric.internal.gradient.Supermetric.identity());
  }

  /** The cosine features, if those are what moves the metric. */
  Optional<FeatureParts> featureParts() {
    return isOfFeatures() ? Optional.of(featureFlows().parts(isDeWitt())) : Optional.empty();
  }

  private DeWittDrive deWitt() {
    CarriedFlows.requireDeWitt(loss.ansatz());
    Expr density = loss.loss().measure().map(FixedMeasure::density).orElse(Rational.ONE);
    DeWittSupermetric supermetric = new DeWittSupermetric(data.dimension(), loss.order());
    List<Expr> inverse =
        supermetric.fields(density, spec.chart().symbols()).stream()
            .map(PointField::value)
            .toList();
    return new DeWittDrive(
        compiler,
        supermetric,
        PointColumns.join(
            data.referenceJets(loss.order()), Measure.columns(compiler, data, inverse)));
  }

  /** The initial value problem. */
  OutputFlow flow() {
    int outputs = head.outputs();
    return checked(isOfFeatures() ? featureFlows().flow(outputs) : flows().flow(outputs));
  }

  /** The same in coordinates in which the norm of what is learned is that of numbers. */
  OutputFlow flowByNorm() {
    return checked(flows().byNorm(head.outputs()));
  }

  private OutputFlow checked(OutputFlow flow) {
    requireFinite(flow.loss(flow.initialState()));
    return flow;
  }

  /** Refuses a loss that is not finite at the start. */
  void requireFinite(double start) {
    if (!Double.isFinite(start)) {
      throw InputException.of(
          loss.loss().source(),
          "it is " + start + " for the metric that the flow starts from, must be finite");
    }
  }

  ChartObserver observer(OutputFlow flow) {
    return ChartObserver.of(
        flow,
        head,
        data,
        spec.observe(),
        order() == 2 ? Optional.of(geometry()) : Optional.empty());
  }

  private GeometricObservables geometry() {
    return new GeometricObservables(
        compiler,
        loss.ansatz(),
        data.dimension(),
        data.referenceJets(2),
        measure,
        spec.has("flow") ? spec.flow().tau() : OptionalDouble.empty());
  }
}
