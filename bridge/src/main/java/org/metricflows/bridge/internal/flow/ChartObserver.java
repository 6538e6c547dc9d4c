package org.metricflows.bridge.internal.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.gradient.Descent;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.numeric.internal.gradient.Outputs;
import org.metricflows.numeric.internal.gradient.Projected;
import org.metricflows.numeric.internal.gradient.TangentOutputs;

/**
 * Reads records off the states of a flow on a chart, whatever moves it: the loss, the metric at
 * sample and test points, and what a spec asks to observe.
 */
final class ChartObserver implements StateReader {

  private final Outputs flow;
  private final Optional<? extends Descent> descent;
  private final Optional<TangentProbe> tangent;
  private final Optional<Projected> projected;
  private final MetricHead head;
  private final FlowData data;
  private final List<Observable> observe;
  private final Optional<GeometricObservables> geometry;
  private final SymmetricEigenvalues eigenvalues;

  private ChartObserver(
      Outputs flow,
      Optional<? extends Descent> descent,
      Optional<TangentProbe> tangent,
      Optional<Projected> projected,
      MetricHead head,
      FlowData data,
      List<Observable> observe,
      Optional<GeometricObservables> geometry) {
    this.flow = flow;
    this.descent = descent;
    this.tangent = tangent;
    this.projected = projected;
    this.head = head;
    this.data = data;
    this.observe = observe;
    this.geometry = geometry;
    this.eigenvalues = new SymmetricEigenvalues(data.dimension());
  }

  /**
   * Of a network.
   *
   * @param geometry present if the outputs have second derivatives
   */
  static ChartObserver of(
      OutputFlow flow,
      MetricHead head,
      FlowData data,
      List<Observable> observe,
      Optional<GeometricObservables> geometry) {
    return new ChartObserver(
        flow,
        Optional.of(flow),
        Optional.of(new TangentProbe(flow, head, data)),
        flow instanceof Projected follower ? Optional.of(follower) : Optional.empty(),
        head,
        data,
        observe,
        geometry);
  }

  /**
   * Of a network that follows an equation.
   *
   * @param follower the same flow
   */
  static ChartObserver of(
      TangentOutputs flow,
      Projected follower,
      MetricHead head,
      FlowData data,
      List<Observable> observe,
      Optional<GeometricObservables> geometry) {
    return new ChartObserver(
        flow,
        Optional.empty(),
        Optional.of(new TangentProbe(flow, head, data)),
        Optional.of(follower),
        head,
        data,
        observe,
        geometry);
  }

  /**
   * Of functions on a grid.
   *
   * @param descent present if they descend a loss
   */
  static ChartObserver of(
      GridOutputs flow,
      Optional<GridDescent> descent,
      MetricHead head,
      FlowData data,
      List<Observable> observe,
      GeometricObservables geometry) {
    return new ChartObserver(
        flow,
        descent,
        Optional.empty(),
        Optional.empty(),
        head,
        data,
        observe,
        Optional.of(geometry));
  }

  @Override
  public Observations<FlowRecord> observations() {
    Observations<FlowRecord> plain = Observations.at(Place.CHART);
    if (descent.isPresent()) {
      plain = plain.with(Vocabulary.LOSS, record -> descent.get().loss(record.state()));
    }
    plain = plain.with(Vocabulary.METRIC_AT_POINTS, r -> StateReader.rows(sampleMetric(r.state())));
    if (data.testPoints().length > 0) {
      plain =
          plain.with(
              Vocabulary.METRIC_AT_TEST_POINTS, r -> StateReader.rows(testMetric(r.state())));
    }
    if (projected.isPresent()) {
      plain = plain.with(fidelity(projected.get()), FlowRecord::state);
    }
    Observations<Moment> asked = Observations.at(Place.CHART);
    if (geometry.isPresent()) {
      asked =
          asked
              .with(Vocabulary.R, moment -> moment.curvature().scalar())
              .with(Vocabulary.RICCI_SQUARED, moment -> moment.curvature().ricciSquared());
    }
    for (Observable observable : observe) {
      if (observable.equals(Vocabulary.EXACT_DISTANCE)) {
        continue; // read by another, beside this one
      }
      asked = asked.with(observable, moment -> moment.value(observable));
    }
    return plain.with(asked, Moment::new);
  }

  /** How well a projected flow follows what it should; nothing where it is not defined. */
  private static Observations<double[]> fidelity(Projected flow) {
    return Observations.<Optional<Projected.Fidelity>>at(Place.CHART)
        .where(Vocabulary.PROJECTION_DEFECT, f -> f.flatMap(Projected.Fidelity::defect))
        .where(Vocabulary.EFFECTIVE_RANK, f -> f.map(Projected.Fidelity::rank))
        .seenBy(
            y -> {
              try {
                return Optional.of(flow.fidelity(y));
              } catch (FlowStopException e) {
                return Optional.empty();
              }
            });
  }

  /** A state, with its curvature once something asks for it. */
  private final class Moment {
    private final double time;
    private final double[] y;
    private GeometricObservables.Values values;

    Moment(FlowRecord record) {
      this.time = record.time();
      this.y = record.state();
    }

    /** Not a number where the flow is not defined, as at the end of one that degenerates. */
    double value(Observable observable) {
      try {
        return measured(observable);
      } catch (FlowStopException e) {
        return Double.NaN;
      }
    }

    private double measured(Observable observable) throws FlowStopException {
      if (observable.equals(Vocabulary.NTK_DRIFT)) {
        return tangent.orElseThrow().drift(y);
      } else if (observable.equals(Vocabulary.LOSS_RATE)) {
        return descent.orElseThrow().lossRate(y);
      } else if (observable.equals(Vocabulary.MINIMUM_EIGENVALUE)) {
        return eigenvalues.smallest(sampleMetric(y));
      }
      return fallsAsFast(observable)
          ? descent.orElseThrow().gradientNormSquared(y)
          : curvature().get(observable);
    }

    /** With L = −F in parameters dF/dt is |∂L/∂θ|². */
    private boolean fallsAsFast(Observable observable) {
      return observable.equals(Vocabulary.GRADIENT_NORM_SQUARED)
          || observable.equals(Vocabulary.PERELMAN_DF_DT) && tangent.isPresent();
    }

    private GeometricObservables.Values curvature() {
      if (values == null) {
        values = geometry.orElseThrow().at(time, flow.sampleJets(y, 2), this::change);
      }
      return values;
    }

    /** ∂_t g. */
    private double[][] change() {
      return flow.sampleSpeed(y)
          .map(speed -> head.change(flow.sampleJets(y, 0), data.referenceValues(), speed))
          .orElseGet(() -> head.atRest(samplePoints().length));
    }
  }

  @Override
  public double[][] samplePoints() {
    return data.places();
  }

  @Override
  public int dimension() {
    return data.dimension();
  }

  @Override
  public double[][] sampleMetric(double[] y) {
    return head.metric(flow.sampleJets(y, 0), data.referenceValues());
  }

  private double[][] testMetric(double[] y) {
    return head.metric(flow.testValues(y), data.testReference());
  }

  @Override
  public Map<String, Object> extras(double[] last) {
    return observe.contains(Vocabulary.NTK_DRIFT) ? tangent.orElseThrow().extras(last) : Map.of();
  }
}
