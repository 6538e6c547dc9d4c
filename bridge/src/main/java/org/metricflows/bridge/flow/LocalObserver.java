package org.metricflows.bridge.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.spec.Observable;
import org.metricflows.numeric.simd.Parallel;
import org.metricflows.numeric.spectral.LocalFlow;
import org.metricflows.numeric.spectral.SpectralOperators;
import org.metricflows.numeric.spectral.TrigonometricInterpolation;

/** Reads records off the states of a flow on a periodic grid. */
final class LocalObserver implements StateReader {
  private final LocalFlow flow;
  private final MetricHead head;
  private final FlowData data;
  private final List<Observable> observe;
  private final GeometricObservables geometry;
  private final Optional<CompiledLoss> loss;
  private final SpectralOperators operators;
  private final TrigonometricInterpolation interpolation;
  private final SymmetricEigenvalues eigenvalues;

  LocalObserver(
      LocalFlow flow,
      MetricHead head,
      FlowData data,
      List<Observable> observe,
      GeometricObservables geometry,
      Optional<CompiledLoss> loss) {
    this.flow = flow;
    this.head = head;
    this.data = data;
    this.observe = observe;
    this.geometry = geometry;
    this.loss = loss;
    this.operators = new SpectralOperators(flow.grid(), flow.fields(), 2, Parallel.common());
    this.interpolation = new TrigonometricInterpolation(flow.grid(), Parallel.common());
    this.eigenvalues = new SymmetricEigenvalues(data.dimension());
  }

  @Override
  public Map<String, Object> observe(double time, double[] y) {
    Map<String, Object> record = new LinkedHashMap<>();
    loss.ifPresent(l -> record.put("loss", loss(l, y)));
    record.put(AT_POINTS, StateReader.rows(sampleMetric(y)));
    if (data.testPoints().length > 0) {
      record.put(AT_TEST_POINTS, StateReader.rows(testMetric(y)));
    }
    if (!observe.isEmpty()) {
      Speed speed = new Speed(y);
      GeometricObservables.Values values =
          geometry.at(time, speed.jets, head.change(columns(y), data.referenceValues(), speed.f));
      observe.stream()
          .filter(o -> o != Observable.RICCI_DISTANCE)
          .forEach(o -> record.put(o.label(), value(o, values, speed)));
    }
    return record;
  }

  private double value(Observable observable, GeometricObservables.Values values, Speed speed) {
    return switch (observable) {
      case MINIMUM_EIGENVALUE -> eigenvalues.smallest(sampleMetric(speed.y));
      case GRADIENT_NORM_SQUARED -> -speed.lossRate();
      case LOSS_RATE -> speed.measuredLossRate();
      default -> values.get(observable);
    };
  }

  /** A state with its jets and its time derivative. */
  private final class Speed {
    final double[] y;
    final double[] yDot;
    final double[][] jets;
    final double[][] f;

    Speed(double[] y) {
      this.y = y;
      this.yDot = new double[y.length];
      flow.derivative(0, y, yDot);
      this.jets = jets(y);
      this.f = columns(yDot);
    }

    /** dL/dt by the chain rule. */
    double lossRate() {
      CompiledLoss compiled = loss.orElseThrow();
      double[][] at = jetsOfOrder(compiled, jets);
      double[][] adjoints = new double[at.length][at[0].length];
      compiled.evaluate(0, at[0].length, at, adjoints);
      double[][] change = jetsOfOrder(compiled, jets(yDot));
      double sum = 0;
      for (int c = 0; c < at.length; c++) {
        for (int p = 0; p < at[c].length; p++) {
          sum += adjoints[c][p] * change[c][p];
        }
      }
      return sum;
    }

    /** dL/dt by fourth-order central differences of L along the flow. */
    double measuredLossRate() {
      CompiledLoss compiled = loss.orElseThrow();
      double largest = 0;
      for (double v : yDot) {
        largest = Math.max(largest, Math.abs(v));
      }
      if (largest == 0) {
        return 0;
      }
      double h = 1e-3 / largest;
      double near =
          LocalObserver.this.loss(compiled, moved(h))
              - LocalObserver.this.loss(compiled, moved(-h));
      double far =
          LocalObserver.this.loss(compiled, moved(2 * h))
              - LocalObserver.this.loss(compiled, moved(-2 * h));
      return (8 * near - far) / (12 * h);
    }

    private double[] moved(double h) {
      double[] moved = y.clone();
      for (int i = 0; i < moved.length; i++) {
        moved[i] += h * yDot[i];
      }
      return moved;
    }
  }

  private double[][] jets(double[] y) {
    double[][] jets = new double[flow.fields() * operators.jets().size()][flow.grid().points()];
    operators.jets(y, jets);
    return jets;
  }

  /** Of second-order jets, those that the loss reads. */
  private double[][] jetsOfOrder(CompiledLoss compiled, double[][] jets) {
    if (compiled.order() == 2) {
      return jets;
    }
    double[][] values = new double[flow.fields()][];
    for (int f = 0; f < values.length; f++) {
      values[f] = jets[f * operators.jets().size()];
    }
    return values;
  }

  private double loss(CompiledLoss compiled, double[] y) {
    double[][] at = jetsOfOrder(compiled, jets(y));
    return compiled.evaluate(0, at[0].length, at, new double[at.length][at[0].length]);
  }

  private double[][] columns(double[] y) {
    int points = flow.grid().points();
    double[][] columns = new double[flow.fields()][points];
    for (int f = 0; f < columns.length; f++) {
      System.arraycopy(y, f * points, columns[f], 0, points);
    }
    return columns;
  }

  @Override
  public double[][] sampleMetric(double[] y) {
    return head.metric(columns(y), data.referenceValues());
  }

  private double[][] testMetric(double[] y) {
    return head.metric(
        fieldsAt(y, PointColumns.transpose(data.testPoints(), dimension())), data.testReference());
  }

  private double[][] fieldsAt(double[] y, double[][] at) {
    double[][] f = new double[flow.fields()][at[0].length];
    interpolation.evaluate(y, at, f);
    return f;
  }

  /** g at any points: {@code [axis][point]} to {@code [component][point]}. */
  double[][] metricAt(double[] y, double[][] at) {
    return head.metric(fieldsAt(y, at), data.referenceAt(at));
  }

  @Override
  public double[][] samplePoints() {
    return data.sampling().points();
  }

  @Override
  public int dimension() {
    return data.dimension();
  }
}
