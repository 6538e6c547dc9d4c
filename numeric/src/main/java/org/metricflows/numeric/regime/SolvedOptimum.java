package org.metricflows.numeric.regime;

/**
 * The optimum of a model with a fixed tangent kernel, solved for instead of trained to: the least
 * of
 *
 * <pre>
 *   E(δ) = Σ_a ρ_a(δ)² + λ ‖δ‖²_Θ,   δ = Θ s,   ‖δ‖²_Θ = sᵀΘs
 * </pre>
 *
 * by Gauss and Newton's method with Levenberg's damping μ. With J = ∂ρ/∂δ and K = J Θ Jᵀ a step is
 *
 * <pre>
 *   δ ← (1 − γ) δ + Θ Jᵀ c,   (K + λ + μ) c = γ J δ − ρ,   γ = λ/(λ + μ)
 * </pre>
 *
 * one dense factorisation of an N × N matrix. Where ρ is linear in δ, the first step is kernel
 * ridge regression.
 */
public final class SolvedOptimum {

  /** How an iteration is accepted, and when it is over. */
  public record Settings(double ridge, int iterations, double tolerance) {

    public Settings {
      if (!(ridge > 0)) {
        throw new IllegalArgumentException("ridge: " + ridge + " is not positive");
      }
    }
  }

  /**
   * An optimum.
   *
   * @param sources s, {@code [component][point]}
   * @param loss Σρ²
   * @param penalised E
   * @param iterations how many steps were accepted
   * @param converged whether the last one lowered E by less than the tolerance
   */
  @SuppressWarnings("ArrayRecordComponent") // freshly made for the caller, who owns it
  public record Solution(
      double[][] sources, double loss, double penalised, int iterations, boolean converged) {}

  private static final double FIRST_DAMPING = 1e-3;
  private static final double LARGEST_DAMPING = 1e12;

  private final TangentKernel kernel;
  private final Residuals residuals;
  private final Settings settings;

  private SolvedOptimum(TangentKernel kernel, Residuals residuals, Settings settings) {
    this.kernel = kernel;
    this.residuals = residuals;
    this.settings = settings;
  }

  /** Solves from δ = 0. */
  public static Solution of(TangentKernel kernel, Residuals residuals, Settings settings) {
    return new SolvedOptimum(kernel, residuals, settings).solve();
  }

  private Solution solve() {
    State state = state(new double[kernel.components()][kernel.points()]);
    double damping = 0;
    int accepted = 0;
    while (accepted < settings.iterations()) {
      double[] matrix = kernel.contract(state.slopes);
      State next = null;
      while (next == null && damping <= LARGEST_DAMPING * settings.ridge()) {
        State trial = step(state, matrix, damping);
        if (trial != null && trial.penalised() < state.penalised()) {
          next = trial;
        } else {
          damping = Math.max(FIRST_DAMPING * mean(matrix), 10 * damping);
        }
      }
      if (next == null) {
        return solution(state, accepted, true);
      }
      accepted++;
      double gain = state.penalised() - next.penalised();
      boolean small = gain <= settings.tolerance() * next.penalised();
      state = next;
      if (small) {
        return solution(state, accepted, true);
      }
      damping = damping < FIRST_DAMPING * settings.ridge() ? 0 : damping / 10;
    }
    return solution(state, accepted, false);
  }

  private static Solution solution(State state, int accepted, boolean converged) {
    return new Solution(state.sources, state.loss, state.penalised(), accepted, converged);
  }

  private double mean(double[] matrix) {
    int n = kernel.points();
    double trace = 0;
    for (int a = 0; a < n; a++) {
      trace += matrix[a * n + a];
    }
    return trace / n;
  }

  private State step(State state, double[] kernelMatrix, double damping) {
    int n = kernel.points();
    double total = settings.ridge() + damping;
    double gamma = settings.ridge() / total;
    double[] matrix = kernelMatrix.clone();
    double[] right = new double[n];
    for (int a = 0; a < n; a++) {
      matrix[a * n + a] += total;
      right[a] = -state.residual[a];
      for (int i = 0; i < state.slopes.length; i++) {
        right[a] += gamma * state.slopes[i][a] * state.change[i][a];
      }
    }
    Cholesky factor = Cholesky.factorIn(n, matrix);
    return factor == null ? null : state(moved(state, gamma, factor.solve(right)));
  }

  private static double[][] moved(State state, double gamma, double[] c) {
    double[][] sources = new double[state.sources.length][c.length];
    for (int i = 0; i < sources.length; i++) {
      for (int a = 0; a < c.length; a++) {
        sources[i][a] = (1 - gamma) * state.sources[i][a] + state.slopes[i][a] * c[a];
      }
    }
    return sources;
  }

  private State state(double[][] sources) {
    State state = new State(sources, kernel.apply(sources));
    residuals.evaluate(state.change, state.residual, state.slopes);
    for (double r : state.residual) {
      state.loss += r * r;
    }
    for (int i = 0; i < sources.length; i++) {
      for (int a = 0; a < sources[i].length; a++) {
        state.norm += sources[i][a] * state.change[i][a];
      }
    }
    state.ridge = settings.ridge();
    return state;
  }

  /** Where an iteration stands. */
  private static final class State {
    private final double[][] sources;
    private final double[][] change;
    private final double[] residual;
    private final double[][] slopes;
    private double loss;
    private double norm;
    private double ridge;

    State(double[][] sources, double[][] change) {
      this.sources = sources;
      this.change = change;
      this.residual = new double[change.length == 0 ? 0 : change[0].length];
      this.slopes = new double[change.length][residual.length];
    }

    double penalised() {
      return loss + ridge * norm;
    }
  }
}
