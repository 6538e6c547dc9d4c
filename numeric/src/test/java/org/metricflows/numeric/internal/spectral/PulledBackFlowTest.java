package org.metricflows.numeric.internal.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.simd.Parallel;

class PulledBackFlowTest {

  /** Outputs ↦ the input columns of these numbers, times a factor. */
  private record Selection(int inputs, double factor, int... columns) implements ColumnMap {
    @Override
    public int outputs() {
      return columns.length;
    }

    @Override
    public void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
      for (int o = 0; o < columns.length; o++) {
        for (int i = 0; i < count; i++) {
          int c = columns[o];
          out[o][outOffset[o] + i] = factor * in[c][inOffset[c] + i];
        }
      }
    }
  }

  private static final int JET = 6; // f, f_x, f_y and three second derivatives

  /** ∂_t f = a f for f = sin x + cos y. */
  private static LocalFlow growth(PeriodicGrid grid, double a, Parallel parallel) {
    double[][] x = grid.coordinates();
    double[] initial = new double[grid.points()];
    Arrays.setAll(initial, p -> Math.sin(x[0][p]) + Math.cos(x[1][p]));
    Velocity velocity =
        new PointwiseVelocity(
            new Selection(JET, a, 0), 2, new double[0][], grid.points(), parallel);
    return new LocalFlow(grid, velocity, 0, initial, parallel);
  }

  /** ∂_t f = 2f beside ∂_t f = −f, and X = ∂f = (cos x, −sin y). */
  private static PulledBackFlow flow(PeriodicGrid grid, Parallel parallel) {
    return new PulledBackFlow(
        growth(grid, 2, parallel),
        new Selection(JET, 1, 1, 2),
        new double[0][],
        growth(grid, -1, parallel),
        parallel);
  }

  private static PeriodicGrid grid(int n, int m) {
    return PeriodicGrid.of(new int[] {n, m}, new double[] {2 * Math.PI, 2 * Math.PI});
  }

  @Test
  void pointsAreCarriedByTheField() {
    PeriodicGrid grid = grid(12, 9);
    int points = grid.points();
    PulledBackFlow flow = flow(grid, Parallel.common());
    double[] y = flow.initialState();
    for (int i = points; i < 3 * points; i++) {
      y[i] = 0.3 * Math.sin(i);
    }
    double[] yDot = new double[y.length];
    flow.derivative(0, y, yDot);
    double[][] moved = flow.movedPoints(y);
    for (int p = 0; p < points; p++) {
      assertThat(yDot[p]).isCloseTo(2 * y[p], within(1e-13));
      assertThat(yDot[points + p]).isCloseTo(Math.cos(moved[0][p]), within(1e-13));
      assertThat(yDot[2 * points + p]).isCloseTo(-Math.sin(moved[1][p]), within(1e-13));
      assertThat(yDot[3 * points + p]).isCloseTo(-y[3 * points + p], within(1e-13));
    }
  }

  /** What a call allocates is not even one column of the grid. */
  @Test
  void derivativesAllocateNoColumns() {
    PeriodicGrid grid = grid(64, 64);
    try (Parallel alone = Parallel.of(1)) {
      PulledBackFlow flow = flow(grid, alone);
      double[] y = flow.initialState();
      double[] yDot = new double[y.length];
      flow.derivative(0, y, yDot);
      long before = allocated();
      flow.derivative(0, y, yDot);
      assertThat(allocated() - before).isLessThan(grid.points() * (long) Double.BYTES);
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
