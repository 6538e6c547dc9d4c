package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.batch.SymmetricIndex;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.spectral.PeriodicGrid;
import org.metricflows.numeric.internal.spectral.PulledBackFlow;
import org.metricflows.numeric.internal.spectral.SpectralOperators;

/**
 * Reads Perelman's flow g and, carried along, the diffeomorphism φ of ∇f and Ricci flow g̃ with the
 * same start: φ*g = g̃, and the largest difference is the observable {@code ricci_distance}.
 */
final class RicciComparison implements StateReader {
  private final PulledBackFlow flow;
  private final ChartObserver observer;
  private final GridOutputs outputs;
  private final MetricHead head;
  private final FlowData data;
  private final PeriodicGrid grid;
  private final SymmetricIndex index;
  private final SpectralOperators operators;

  /**
   * @param outputs the functions that make g
   * @param observer of g
   */
  RicciComparison(
      PulledBackFlow flow,
      GridOutputs outputs,
      ChartObserver observer,
      MetricHead head,
      FlowData data,
      PeriodicGrid grid) {
    this.flow = flow;
    this.outputs = outputs;
    this.observer = observer;
    this.head = head;
    this.data = data;
    this.grid = grid;
    this.index = new SymmetricIndex(grid.dimension());
    this.operators = new SpectralOperators(grid, grid.dimension(), 1, Parallel.common());
  }

  @Override
  public Observations<FlowRecord> observations() {
    return Observations.<FlowRecord>at(Place.CHART)
        .with(
            observer.observations(),
            record -> new FlowRecord(record.time(), flow.firstState(record.state())))
        .with(Vocabulary.RICCI_DISTANCE, record -> distance(record.state()));
  }

  private double distance(double[] y) {
    double[][] at = flow.movedPoints(y);
    double[][] moved = head.metric(outputs.valuesAt(flow.firstState(y), at), data.referenceAt(at));
    double[][] ricci = observer.sampleMetric(flow.secondState(y));
    double[][] slopes = slopes(y);
    double largest = 0;
    int d = index.dimension();
    for (int p = 0; p < grid.points(); p++) {
      for (int i = 0; i < d; i++) {
        for (int j = i; j < d; j++) {
          double carried = pullBack(moved, slopes, i, j, p);
          double difference = Math.abs(carried - ricci[index.of(i, j)][p]);
          largest = difference <= largest ? largest : difference;
        }
      }
    }
    return largest;
  }

  /** (φ*g)_ij = g_kl(φ) ∂_iφ^k ∂_jφ^l. */
  private double pullBack(double[][] metric, double[][] slopes, int i, int j, int p) {
    int d = grid.dimension();
    double sum = 0;
    for (int k = 0; k < d; k++) {
      for (int l = 0; l < d; l++) {
        sum += metric[index.of(k, l)][p] * slopes[k * d + i][p] * slopes[l * d + j][p];
      }
    }
    return sum;
  }

  /** ∂_iφ^k at [k·d + i][point]. */
  private double[][] slopes(double[] y) {
    int d = grid.dimension();
    double[][] jets = new double[d * operators.jets().size()][grid.points()];
    operators.jets(flow.displacement(y), jets);
    double[][] slopes = new double[d * d][];
    for (int k = 0; k < d; k++) {
      for (int i = 0; i < d; i++) {
        double[] column = jets[k * operators.jets().size() + operators.jets().index(i)];
        if (i == k) {
          Arrays.setAll(column, p -> column[p] + 1);
        }
        slopes[k * d + i] = column;
      }
    }
    return slopes;
  }

  @Override
  public double[][] sampleMetric(double[] y) {
    return observer.sampleMetric(flow.firstState(y));
  }

  @Override
  public double[][] samplePoints() {
    return observer.samplePoints();
  }

  @Override
  public int dimension() {
    return observer.dimension();
  }
}
