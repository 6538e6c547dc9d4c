package org.metricflows.numeric.internal.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.flow.Integrator;
import org.metricflows.numeric.internal.flow.Method;
import org.metricflows.numeric.internal.flow.Schedule;
import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.network.JetLoss;
import org.metricflows.numeric.internal.simd.Parallel;

class LinearFlowTest {
  private static final int POINTS = 7;
  private static final int TEST_POINTS = 2;
  private static final int OUTPUTS = 3;

  private final Random random = new Random(11);
  private final RealMatrix theta = randomKernel();
  private final double[] weights = random.doubles(POINTS, 0.05, 0.3).toArray();
  private final double[][] target = randomTarget();

  /** ½ Σ_a w_a Σ_c (f_c − y_c)². */
  private final JetLoss meanSquare =
      new JetLoss() {
        @Override
        public int order() {
          return 0;
        }

        @Override
        public double evaluate(
            int[] points, int from, int count, double[][] jets, double[][] adjoints) {
          double sum = 0;
          for (int c = 0; c < OUTPUTS; c++) {
            for (int p = 0; p < count; p++) {
              int a = points[from + p];
              double defect = jets[c][p] - target[c][a];
              adjoints[c][p] = weights[a] * defect;
              sum += 0.5 * weights[a] * defect * defect;
            }
          }
          return sum;
        }
      };

  /**
   * f_t = y + e^{−tΘW}(f₀ − y) by the eigenvectors of W^½ΘW^½. The integrator's tolerance of 1e-13
   * a step leaves 1e-11 over the run.
   */
  @Test
  void meanSquareFlowsFollowTheExponentialOfTheKernel() {
    double t = 3;
    FlowRecord last = integrate(t);
    RealMatrix root = MatrixUtils.createRealDiagonalMatrix(weights);
    for (int a = 0; a < POINTS; a++) {
      root.setEntry(a, a, Math.sqrt(weights[a]));
    }
    RealMatrix sample = theta.getSubMatrix(0, POINTS - 1, 0, POINTS - 1);
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(root.multiply(sample).multiply(root));
    RealMatrix decay = eigen.getD().copy();
    for (int k = 0; k < POINTS; k++) {
      decay.setEntry(k, k, Math.exp(-t * decay.getEntry(k, k)));
    }
    RealMatrix exponential = eigen.getV().multiply(decay).multiply(eigen.getVT());
    for (int c = 0; c < OUTPUTS; c++) {
      RealVector start = MatrixUtils.createRealVector(target[c]).mapMultiply(-1);
      RealVector rest = exponential.operate(root.operate(start));
      for (int a = 0; a < POINTS; a++) {
        double expected = target[c][a] + rest.getEntry(a) / Math.sqrt(weights[a]);
        assertThat(value(last, c, a)).isCloseTo(expected, within(1e-11));
      }
    }
  }

  /** Test points answer with Θ(x, X) Θ(X, X)⁻¹ (f_t(X) − f₀(X)), whatever the time. */
  @Test
  void testPointsFollowByKernelRegression() {
    FlowRecord last = integrate(1.5);
    RealMatrix sample = theta.getSubMatrix(0, POINTS - 1, 0, POINTS - 1);
    RealMatrix rows = theta.getSubMatrix(POINTS, POINTS + TEST_POINTS - 1, 0, POINTS - 1);
    for (int c = 0; c < OUTPUTS; c++) {
      double[] moved = new double[POINTS];
      for (int a = 0; a < POINTS; a++) {
        moved[a] = value(last, c, a);
      }
      RealMatrix solve = MatrixUtils.inverse(sample);
      double[] expected = rows.multiply(solve).operate(moved);
      for (int p = 0; p < TEST_POINTS; p++) {
        assertThat(value(last, c, POINTS + p)).isCloseTo(expected[p], within(1e-10));
      }
    }
  }

  /** −dL/dt by differences (some 1e-10) is δℓ Θ δℓ, at any state. */
  @Test
  void theLossFallsAtTheRateOfTheKernelNorm() throws FlowStopException {
    LinearFlow flow = flow();
    double[] y = random.doubles(flow.dimension(), -1, 1).toArray();
    double rate = flow.lossRate(y);
    assertThat(-rate).isPositive();
    assertThat(-rate).isCloseTo(flow.gradientNormSquared(y), within(-1e-9 * rate));
  }

  @Test
  void aKernelOfTheWrongShapeIsRefused() {
    KernelMatrix small = new KernelMatrix(2, 2, new double[4], 0);
    FrozenKernel kernel = FrozenKernel.of(small, new KernelMatrix(0, 2, new double[0], 0));
    JetSpace values = new JetSpace(2, 0);
    assertThatThrownBy(
            () ->
                new LinearFlow(
                    new FrozenJets(OUTPUTS, kernel, Parallel.of(1)),
                    OUTPUTS,
                    POINTS,
                    values,
                    meanSquare,
                    Supermetric.identity(),
                    new double[0][],
                    Parallel.of(1)))
        .hasMessage("model: 2 rows do not fit 7 points");
  }

  private FlowRecord integrate(double time) {
    Integrator integrator = Integrator.adaptive(Method.DORMAND_PRINCE_853, 1e-13, 1e-14);
    Schedule schedule = Schedule.of(time, time);
    return FlowIntegration.of(flow(), integrator, schedule).solve().records().get(0);
  }

  private static double value(FlowRecord record, int output, int row) {
    return record.state()[output * (POINTS + TEST_POINTS) + row];
  }

  private LinearFlow flow() {
    FrozenKernel kernel = FrozenKernel.of(matrix(0, POINTS), matrix(POINTS, TEST_POINTS));
    JetSpace values = new JetSpace(2, 0);
    return new LinearFlow(
        new FrozenJets(OUTPUTS, kernel, Parallel.common()),
        OUTPUTS,
        POINTS,
        values,
        meanSquare,
        Supermetric.identity(),
        new double[0][],
        Parallel.common());
  }

  private KernelMatrix matrix(int firstRow, int rows) {
    double[] values = new double[rows * POINTS];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < POINTS; j++) {
        values[i * POINTS + j] = theta.getEntry(firstRow + i, j);
      }
    }
    return new KernelMatrix(rows, POINTS, values, 0);
  }

  private RealMatrix randomKernel() {
    int n = POINTS + TEST_POINTS;
    RealMatrix a = MatrixUtils.createRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a.setEntry(i, j, random.nextGaussian());
      }
    }
    return a.multiply(a.transpose()).add(MatrixUtils.createRealIdentityMatrix(n));
  }

  private double[][] randomTarget() {
    double[][] columns = new double[OUTPUTS][];
    for (int c = 0; c < OUTPUTS; c++) {
      columns[c] = random.doubles(POINTS, -2, 2).toArray();
    }
    return columns;
  }
}
