package org.metricflows.numeric.internal.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.numeric.internal.flow.Outcome;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.LimitedMemoryBfgs.Pair;
import org.metricflows.numeric.internal.training.LimitedMemoryBfgs.State;

/**
 * Steps of {@link LimitedMemoryBfgs} on all points, one or several an epoch.
 *
 * <p>Remembered are: how many pairs, the value, the evaluations, the gradient, the pairs.
 *
 * @param objective what is minimised
 * @param batch all points
 * @param method the method
 * @param epochs how many at most
 * @param steps of an epoch
 * @param tolerance the relative gain of an epoch at which it is over; negative for never
 */
public record LbfgsPhase(
    Objective objective,
    Batch batch,
    LimitedMemoryBfgs method,
    int epochs,
    int steps,
    double tolerance)
    implements Phase {

  private static final int HEADER = 3;

  /** A step an epoch, to the last. */
  public LbfgsPhase(Objective objective, Batch batch, LimitedMemoryBfgs method, int epochs) {
    this(objective, batch, method, epochs, 1, -1);
  }

  /** Nothing is remembered: −1 pairs. */
  @Override
  public double[] memory() {
    int n = objective.parameters();
    double[] memory = new double[HEADER + n + 2 * n * method.memory()];
    memory[0] = -1;
    return memory;
  }

  @Override
  public Epoch run(int epoch, double[] theta, double[] memory) {
    SmoothFunction loss = (x, gradient) -> objective.lossGradient(x, batch, gradient);
    State before = memory[0] < 0 ? method.start(loss, theta) : unpack(theta, memory);
    State after = method.step(loss, before);
    for (int step = 1; step < steps && !after.stalled(); step++) {
      after = method.step(loss, after);
    }
    boolean converged =
        tolerance >= 0 && before.value() - after.value() <= tolerance * Math.abs(after.value());
    long evaluations = after.evaluations() - (memory[0] < 0 ? 0 : before.evaluations());
    return new Epoch(
        after.x(), pack(after), after.value(), evaluations, after.stalled() || converged);
  }

  /** With a tolerance it is to converge. */
  @Override
  public Outcome outcome(int epochs, Epoch last) {
    return tolerance > 0 && !last.last()
        ? Outcome.Stopped.unconverged(epochs, tolerance)
        : Phase.super.outcome(epochs, last);
  }

  private double[] pack(State state) {
    int n = objective.parameters();
    double[] memory = memory();
    memory[0] = state.pairs().size();
    memory[1] = state.value();
    memory[2] = state.evaluations();
    System.arraycopy(state.gradient(), 0, memory, HEADER, n);
    int at = HEADER + n;
    for (Pair pair : state.pairs()) {
      System.arraycopy(pair.s(), 0, memory, at, n);
      System.arraycopy(pair.y(), 0, memory, at + n, n);
      at += 2 * n;
    }
    return memory;
  }

  private State unpack(double[] theta, double[] memory) {
    int n = theta.length;
    List<Pair> pairs = new ArrayList<>();
    for (int k = 0; k < (int) memory[0]; k++) {
      int at = HEADER + n + 2 * n * k;
      pairs.add(new Pair(slice(memory, at, n), slice(memory, at + n, n)));
    }
    double[] gradient = slice(memory, HEADER, n);
    return new State(theta.clone(), memory[1], gradient, pairs, (long) memory[2], false);
  }

  private static double[] slice(double[] memory, int from, int length) {
    return Arrays.copyOfRange(memory, from, from + length);
  }
}
