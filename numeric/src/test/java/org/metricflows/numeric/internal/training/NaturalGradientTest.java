package org.metricflows.numeric.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.dense.DampedLeastSquares;
import org.metricflows.numeric.internal.network.Batch;

class NaturalGradientTest {

  /** r_p = (a_p·θ − b_p + c (a_p·θ)³)/√N: linear where c is zero. */
  record Rows(double[][] a, double[] b, double cubic) implements SquaredObjective {

    static Rows of(int points, int parameters, double cubic) {
      Random random = new Random(11);
      double[][] a = new double[points][];
      double[] b = new double[points];
      for (int p = 0; p < points; p++) {
        a[p] = random.doubles(parameters, -1, 1).toArray();
        b[p] = random.nextDouble();
      }
      return new Rows(a, b, cubic);
    }

    @Override
    public int parameters() {
      return a[0].length;
    }

    @Override
    public int perPoint() {
      return 1;
    }

    @Override
    public void jacobian(double[] theta, Batch batch, double[] residuals, double[] rows) {
      double root = Math.sqrt(batch.count());
      for (int k = 0; k < batch.count(); k++) {
        int p = batch.points()[batch.from() + k];
        double s = Vectors.dot(a[p], theta);
        residuals[k] = (s - b[p] + cubic * s * s * s) / root;
        for (int i = 0; i < theta.length; i++) {
          rows[k * theta.length + i] = (1 + 3 * cubic * s * s) * a[p][i] / root;
        }
      }
    }

    @Override
    public double lossGradient(double[] theta, Batch batch, double[] gradient) {
      double[] r = new double[batch.count()];
      double[] rows = new double[batch.count() * theta.length];
      jacobian(theta, batch, r, rows);
      for (int i = 0; i < theta.length; i++) {
        gradient[i] = 0;
        for (int k = 0; k < r.length; k++) {
          gradient[i] += 2 * r[k] * rows[k * theta.length + i];
        }
      }
      return Vectors.dot(r, r);
    }

    @Override
    public double loss(double[] theta, Batch batch) {
      return lossGradient(theta, batch, new double[theta.length]);
    }
  }

  /** More residuals than parameters, and fewer: a step leaves no gradient but that of damping. */
  @ParameterizedTest
  @ValueSource(ints = {5, 30, 70})
  void solvesALinearProblemInAStep(int points) {
    Rows rows = Rows.of(points, 30, 0);
    NaturalGradient method = new NaturalGradient(0.9, 1e-13);
    double[] theta = new double[30];
    double[] gradient = new double[30];
    double before = rows.lossGradient(theta, Batch.first(points), gradient);
    double loss =
        method.step(
            rows, new DampedLeastSquares(30), Batch.first(points), 1, theta, method.memory(30));
    assertThat(loss).isCloseTo(before, within(1e-14));
    double after = rows.lossGradient(theta, Batch.first(points), gradient);
    assertThat(Math.sqrt(Vectors.dot(gradient, gradient))).isLessThan(1e-8);
    assertThat(after).isLessThan(points > 30 ? before : 1e-16);
  }

  /** φ = μφ + Jᵀ(JJᵀ + λ)⁻¹(r − μJφ), for a single residual by hand. */
  @Test
  void remembersWhatEarlierBatchesHaveTaught() {
    Rows rows = Rows.of(2, 3, 0);
    NaturalGradient method = new NaturalGradient(0.7, 0.25);
    double[] theta = {0.5, -0.25, 0.125};
    double[] memory = method.memory(3);
    double[] expected = theta.clone();
    double[] phi = new double[3];
    for (int step = 0; step < 2; step++) {
      double[] row = rows.a()[step];
      double square = Vectors.dot(row, row);
      double r = Vectors.dot(row, expected) - rows.b()[step];
      double c = (r - 0.7 * Vectors.dot(row, phi)) / (1.25 * square);
      phi = Vectors.plus(Vectors.times(0.7, phi), c, row);
      expected = Vectors.plus(expected, -0.5, phi);
      method.step(rows, new DampedLeastSquares(3), Batch.of(step), 0.5, theta, memory);
    }
    assertThat(theta).containsExactly(expected, within(1e-14));
    for (int i = 0; i < 3; i++) {
      assertThat(memory[i]).isCloseTo(phi[i], within(1e-14));
    }
    assertThat(memory[3]).isEqualTo(1);
  }

  /** Steps that a cubic makes far too long are shortened, and the next is damped more. */
  @Test
  void noStepRaisesTheLossOfItsBatch() {
    Rows rows = Rows.of(20, 6, 40);
    NaturalGradient method = new NaturalGradient(0.5, 1e-12);
    double[] theta = new double[6];
    double[] memory = method.memory(6);
    double largest = 1;
    double loss = rows.loss(theta, Batch.first(20));
    for (int step = 0; step < 60; step++) {
      method.step(rows, new DampedLeastSquares(6), Batch.first(20), 1, theta, memory);
      double next = rows.loss(theta, Batch.first(20));
      assertThat(next).isLessThanOrEqualTo(loss);
      loss = next;
      largest = Math.max(largest, memory[6]);
    }
    assertThat(largest).isGreaterThan(3);
    double[] gradient = new double[6];
    rows.lossGradient(theta, Batch.first(20), gradient);
    assertThat(Math.sqrt(Vectors.dot(gradient, gradient))).isLessThan(1e-6);
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new NaturalGradient(1, 1e-3))
        .hasMessage("momentum: 1.0 is not from 0 to below 1");
    assertThatThrownBy(() -> new NaturalGradient(0.9, 0))
        .hasMessage("damping: 0.0 is not a positive number");
  }

  /** θ is not moved where the loss is no number; the training says so and stops. */
  @Test
  void aLossThatIsNoNumberMovesNothing() {
    Rows rows = new Rows(new double[][] {{1, 2}}, new double[] {Double.NaN}, 0);
    NaturalGradient method = new NaturalGradient(0.9, 1e-3);
    double[] theta = {1, 1};
    double loss =
        method.step(rows, new DampedLeastSquares(2), Batch.first(1), 1, theta, method.memory(2));
    assertThat(loss).isNaN();
    assertThat(theta).containsExactly(1, 1);
  }
}
