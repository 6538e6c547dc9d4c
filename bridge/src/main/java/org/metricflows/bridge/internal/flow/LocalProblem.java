package org.metricflows.bridge.internal.flow;

import java.util.List;
import java.util.Optional;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.Supermetric;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.spectral.EulerVelocity;
import org.metricflows.numeric.internal.spectral.LocalFlow;
import org.metricflows.numeric.internal.spectral.PeriodicGrid;
import org.metricflows.numeric.internal.spectral.PulledBackFlow;
import org.metricflows.numeric.internal.spectral.Velocity;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.internal.evolution.DeWittDescent;
import org.metricflows.symbolic.internal.evolution.PerelmanFlow;
import org.metricflows.symbolic.internal.evolution.SteepestDescent;
import org.metricflows.symbolic.loss.JetLoss;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.network.Ansatz;

/**
 * The parts of a spec's flow on a periodic grid: local kernels and Ricci flow.
 *
 * <p>What moves are the functions f of the ansatz, from 0 on; the metric is G(x, f) with the
 * background known exactly.
 */
final class LocalProblem {
  private final Spec spec;
  private final Compiler compiler = new Compiler();
  private final Ansatz ansatz;
  private final PeriodicGrid grid;
  private final FlowData data;
  private final Optional<Loss> loss;
  private final Measure measure;
  private final MetricHead head;

  private LocalProblem(Spec spec) {
    this.spec = spec;
    this.grid = LocalGrid.of(spec, spec.chart().lengths());
    this.ansatz = spec.metric().ansatz();
    checkObservables();
    this.data = FlowData.of(spec, compiler, 2);
    LocalGrid.requireResolved(grid, data.referenceValues(), "metric.background");
    this.loss = isRicci() ? Optional.empty() : Optional.of(spec.loss().loss());
    this.measure = Measure.of(compiler, data, spec.sample(), loss);
    measure
        .density()
        .ifPresent(
            m -> LocalGrid.requireResolved(grid, new double[][] {m.values()}, "loss.density"));
    GeometricObservables.check(spec, measure);
    this.head = new MetricHead(compiler, ansatz, grid.dimension());
  }

  static LocalProblem of(Spec spec) {
    return new LocalProblem(spec);
  }

  private boolean isRicci() {
    return spec.flow().dynamics().ricci().isPresent();
  }

  private void checkObservables() {
    if (spec.observes(Vocabulary.EXACT_DISTANCE)) {
      throw InputException.of(
          "observe", "'exact_distance' compares a network with the exact flow, which this one is");
    }
    if (spec.observes(Vocabulary.NTK_DRIFT)) {
      throw InputException.of("observe", "'metric_ntk' needs flow.kernel 'network'");
    }
    for (Observable rate : List.of(Vocabulary.LOSS_RATE, Vocabulary.GRADIENT_NORM_SQUARED)) {
      if (isRicci() && spec.observes(rate)) {
        throw InputException.of(
            "observe", "'" + rate.name() + "' needs a loss, which Ricci flow does not have");
      }
    }
  }

  /** The initial value problem with the reader of its states. */
  Assembly assemble() {
    LocalFlow flow = flow();
    GridOutputs outputs = new GridOutputs(flow, data.testPoints());
    ChartObserver observer = observer(outputs);
    if (!spec.observes(Vocabulary.RICCI_DISTANCE)) {
      return new Assembly(flow, observer);
    }
    requirePerelman();
    double[] initial = flow.initialState();
    Velocity unmoved = velocities().of(Dynamics.Ricci.PLAIN, data.sampling().weights());
    LocalFlow ricci = new LocalFlow(grid, unmoved, 0, initial, Parallel.common());
    PulledBackFlow pulled =
        new PulledBackFlow(
            flow,
            compiler.compile(new PerelmanFlow(ansatz, grid.dimension()).potentialGradient()),
            PointColumns.join(
                data.referenceJets(2), measure.density().orElseThrow().logDerivatives()),
            ricci,
            Parallel.common());
    return new Assembly(pulled, new RicciComparison(pulled, outputs, observer, head, data, grid));
  }

  /** What the flow is made of. */
  GridEvaluators evaluators() {
    return new GridEvaluators(
        spec,
        spec.chart().symbols(),
        spec.metric().background().components(),
        spec.metric().ansatz(),
        loss,
        grid,
        data.sampling().points(),
        flow());
  }

  /** A flow and the reader of its states. */
  record Assembly(Flow flow, StateReader reader) {}

  private void requirePerelman() {
    boolean perelman =
        measure.density().isPresent() && spec.flow().dynamics().supermetric() == Supermetric.DEWITT;
    if (!perelman) {
      throw InputException.of(
          "observe",
          "'ricci_distance' compares Perelman's flow to Ricci flow and needs the loss"
              + " perelman with flow.kernel 'local' and flow.supermetric 'dewitt'");
    }
  }

  /** The functions of a state, anywhere. */
  OutputField field() {
    return new GridField(grid, head.outputs());
  }

  /** The grid's points: {@code [point][coordinate]}. */
  double[][] samplePoints() {
    return data.sampling().points();
  }

  LocalFlow flow() {
    return flow(velocity());
  }

  /** The same flow with the variation taken on the grid even where a formula is known. */
  LocalFlow flowByEulerOperator() {
    return flow(descent(spec.flow().dynamics().supermetric()));
  }

  private LocalFlow flow(Velocity velocity) {
    double[] initial = new double[head.outputs() * grid.points()];
    double bandwidth = spec.flow().dynamics().bandwidth();
    return new LocalFlow(grid, velocity, bandwidth, initial, Parallel.common());
  }

  private Velocity velocity() {
    Dynamics dynamics = spec.flow().dynamics();
    return dynamics
        .ricci()
        .map(kind -> velocities().of(kind, data.sampling().weights()))
        .orElseGet(() -> gradient(dynamics.supermetric()));
  }

  private Velocity gradient(Supermetric supermetric) {
    if (supermetric == Supermetric.DEWITT) {
      CarriedFlows.requireDeWitt(ansatz);
    }
    boolean perelman = measure.density().isPresent();
    return perelman && supermetric == Supermetric.DEWITT
        ? velocities().perelman(measure.density().get())
        : descent(supermetric);
  }

  private RicciVelocities velocities() {
    return new RicciVelocities(compiler, ansatz, data);
  }

  private Velocity descent(Supermetric supermetric) {
    double[][] density = {
      measure.density().map(Measure.Density::values).orElse(LocalGrid.ones(grid))
    };
    JetLoss jetLoss = jetLoss();
    CompiledLoss compiled = compiledLoss(density[0]);
    boolean identity = supermetric == Supermetric.IDENTITY;
    Derivation equation =
        identity
            ? new SteepestDescent(ansatz, grid.dimension()).velocity()
            : new DeWittDescent(grid.dimension()).velocity();
    double[][] fixed = PointColumns.join(data.referenceValues(), density);
    return new EulerVelocity(
        grid,
        jetLoss.order(),
        compiled.program(),
        compiled.fixed().toArray(double[][]::new),
        compiler.compile(equation),
        identity ? new double[0][] : fixed,
        Parallel.common());
  }

  private JetLoss jetLoss() {
    return JetLoss.of(ansatz, loss.orElseThrow(), grid.dimension());
  }

  private CompiledLoss compiledLoss(double[] weights) {
    double[][] fields = LossFields.of(compiler, loss.orElseThrow(), data);
    JetLoss jetLoss = jetLoss();
    double[][] fixed =
        PointColumns.join(data.referenceJets(jetLoss.order()), fields, new double[][] {weights});
    return new CompiledLoss(compiler, jetLoss, fixed);
  }

  private ChartObserver observer(GridOutputs outputs) {
    Optional<GridDescent> descent =
        loss.map(l -> new GridDescent(outputs, compiledLoss(measure.lossWeights())));
    GeometricObservables geometry =
        new GeometricObservables(
            compiler,
            spec.metric().ansatz(),
            grid.dimension(),
            data.referenceJets(2),
            measure,
            spec.flow().tau());
    List<Observable> observe =
        spec.observe().stream().filter(o -> !o.equals(Vocabulary.RICCI_DISTANCE)).toList();
    return ChartObserver.of(outputs, descent, head, data, observe, geometry);
  }
}
