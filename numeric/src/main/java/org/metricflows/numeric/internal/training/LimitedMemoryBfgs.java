package org.metricflows.numeric.internal.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Quasi-Newton steps d = −H∇f, H being the inverse Hessian that the last few steps s and changes y
 * of the gradient suggest (J. Nocedal, 1980, two-loop recursion), along which a line search finds
 * the next point under Wolfe's strong conditions.
 *
 * <pre>{@code
 * LimitedMemoryBfgs method = new LimitedMemoryBfgs(20);
 * LimitedMemoryBfgs.State state = method.start(f, x);
 * while (!state.stalled() && state.gradientNorm() > 1e-8) {
 *   state = method.step(f, state);
 * }
 * }</pre>
 *
 * Steps depend on the state alone, which is immutable: a run can go on from any of its states.
 *
 * @param memory how many steps are remembered, at least 1
 */
public record LimitedMemoryBfgs(int memory) {

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if {@code memory} is not at least 1
   */
  public LimitedMemoryBfgs {
    if (memory < 1) {
      throw new IllegalArgumentException("memory: " + memory + " is not at least 1");
    }
  }

  /** A step s and the change y of the gradient along it; s·y is positive. */
  public record Pair(double[] s, double[] y) {}

  /**
   * A point with what is remembered there.
   *
   * @param pairs remembered steps, oldest first
   * @param evaluations of the function so far
   * @param stalled whether the last search found no lower point: the run is at its end
   */
  public record State(
      double[] x,
      double value,
      double[] gradient,
      List<Pair> pairs,
      long evaluations,
      boolean stalled) {

    /** |∇f|. */
    public double gradientNorm() {
      return Math.sqrt(Vectors.dot(gradient, gradient));
    }
  }

  /** The state at a start. */
  public State start(SmoothFunction f, double[] x) {
    double[] gradient = new double[x.length];
    double value = f.valueGradient(x.clone(), gradient);
    return new State(x.clone(), value, gradient, List.of(), 1, false);
  }

  /** The next state: lower, or the same and stalled. */
  public State step(SmoothFunction f, State state) {
    double[] direction = Vectors.times(-1, quasiNewton(state));
    double first = state.pairs().isEmpty() ? Math.min(1, 1 / state.gradientNorm()) : 1;
    WolfeSearch search = new WolfeSearch(f, state, direction);
    WolfeSearch.Trial trial = search.from(first);
    long evaluations = state.evaluations() + search.evaluations();
    if (trial == null) {
      // once more without memory, which may have been misled; then there is nothing lower
      boolean end = state.pairs().isEmpty();
      return new State(state.x(), state.value(), state.gradient(), List.of(), evaluations, end);
    }
    return new State(
        trial.x(), trial.value(), trial.gradient(), remember(state, trial), evaluations, false);
  }

  private List<Pair> remember(State state, WolfeSearch.Trial trial) {
    double[] s = Vectors.plus(trial.x(), -1, state.x());
    double[] y = Vectors.plus(trial.gradient(), -1, state.gradient());
    List<Pair> pairs = new ArrayList<>(state.pairs());
    if (Vectors.dot(s, y) > 0) {
      pairs.add(new Pair(s, y));
    }
    return List.copyOf(pairs.subList(Math.max(0, pairs.size() - memory), pairs.size()));
  }

  /** H∇f. */
  private static double[] quasiNewton(State state) {
    List<Pair> pairs = state.pairs();
    double[] q = state.gradient().clone();
    double[] alpha = new double[pairs.size()];
    for (int k = pairs.size() - 1; k >= 0; k--) {
      Pair pair = pairs.get(k);
      alpha[k] = Vectors.dot(pair.s(), q) / Vectors.dot(pair.s(), pair.y());
      Vectors.add(-alpha[k], pair.y(), q);
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.get(pairs.size() - 1);
      q = Vectors.times(Vectors.dot(last.s(), last.y()) / Vectors.dot(last.y(), last.y()), q);
    }
    for (int k = 0; k < pairs.size(); k++) {
      Pair pair = pairs.get(k);
      double beta = Vectors.dot(pair.y(), q) / Vectors.dot(pair.s(), pair.y());
      Vectors.add(alpha[k] - beta, pair.s(), q);
    }
    return q;
  }
}
