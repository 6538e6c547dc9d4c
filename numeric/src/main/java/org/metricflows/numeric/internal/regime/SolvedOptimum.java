package org.metricflows.numeric.internal.regime;

import java.util.Arrays;
import org.metricflows.numeric.internal.dense.Cholesky;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowProgress;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowResult;
import org.metricflows.numeric.internal.flow.Outcome;

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
 * one dense factorisation of an N × N matrix. Steps that do not lower E are taken again with more
 * damping. Where ρ is linear in δ, the first step is kernel ridge regression.
 *
 * <p>It stops, with the reason, where K is 0, where E has a slope but no step lowers it, and where
 * the last step that is allowed still gains more than the tolerance; a tolerance of 0 asks for all
 * steps.
 *
 * <p>Time counts steps; each ends a leg. The state is s, component by component, then μ.
 */
public final class SolvedOptimum implements Evolution {

  /**
   * How far to go.
   *
   * @param ridge λ, in units of the mean of K's diagonal at the start
   * @param iterations the most steps
   * @param tolerance the relative gain in E at which it is over
   */
  public record Settings(double ridge, int iterations, double tolerance) {

    public Settings {
      if (!(ridge > 0) || iterations < 1 || !(tolerance >= 0)) {
        throw new IllegalArgumentException(
            "solve: ridge " + ridge + ", iterations " + iterations + ", tolerance " + tolerance);
      }
    }
  }

  private static final double FIRST_DAMPING = 1e-3;
  private static final double LARGEST_DAMPING = 1e6;

  /** A gain that differences of E do not show, relatively. */
  private static final double NO_GAIN = 1e-12;

  private final TangentKernel kernel;
  private final Residuals residuals;
  private final Settings settings;

  public SolvedOptimum(TangentKernel kernel, Residuals residuals, Settings settings) {
    this.kernel = kernel;
    this.residuals = residuals;
    this.settings = settings;
  }

  @Override
  public FlowResult run(FlowListener listener) {
    double[] start = new double[kernel.components() * kernel.points() + 1];
    listener.recorded(new FlowRecord(0, start));
    return new Session(start, 0, 1, listener).run();
  }

  @Override
  public FlowResult resume(FlowCheckpoint checkpoint, FlowListener listener) {
    double[] state = checkpoint.state();
    if (state.length != kernel.components() * kernel.points() + 1) {
      throw new IllegalArgumentException("checkpoint: it is of another kernel");
    }
    return new Session(state, (int) checkpoint.time(), checkpoint.evaluations(), listener).run();
  }

  /** s of a state, {@code [component][point]}. */
  public double[][] sources(double[] state) {
    int n = kernel.points();
    double[][] sources = new double[kernel.components()][];
    Arrays.setAll(sources, i -> Arrays.copyOfRange(state, i * n, (i + 1) * n));
    return sources;
  }

  /** From a start or a checkpoint to the end. */
  private final class Session {
    private final FlowListener listener;
    private final double scale;
    private final double ridge;
    private Iterate iterate;
    private double damping;
    private int steps;
    private long evaluations;

    Session(double[] state, int steps, long evaluations, FlowListener listener) {
      this.listener = listener;
      this.steps = steps;
      this.evaluations = evaluations;
      double[] zero = new double[state.length];
      Iterate first = new Iterate(sources(zero));
      this.scale = mean(kernel.contract(first.slopes));
      this.ridge = settings.ridge() * scale;
      this.iterate = steps == 0 ? first : new Iterate(sources(state));
      this.damping = state[state.length - 1];
    }

    FlowResult run() {
      if (!(scale > 0)) {
        return result(
            new Outcome.Stopped(
                steps,
                "the solve cannot move: nothing that the kernel makes changes a residual; take"
                    + " other features or another activation"));
      }
      boolean converged = false;
      while (steps < settings.iterations() && !converged) {
        Iterate next = next(kernel.contract(iterate.slopes));
        if (next == null && !isLeast()) {
          return result(
              new Outcome.Stopped(
                  steps,
                  "the solve stands still: no step lowers the loss with its penalty, though it has"
                      + " a slope; take a larger ridge, or a start at which the metric is positive"));
        }
        if (next == null) {
          converged = true;
          break;
        }
        converged = energy(iterate) - energy(next) <= settings.tolerance() * energy(next);
        iterate = next;
        damping = damping <= FIRST_DAMPING * ridge ? 0 : damping / 10;
        steps++;
        FlowRecord record = new FlowRecord(steps, state());
        double fraction = converged ? 1 : (double) steps / settings.iterations();
        listener.stepped(new FlowProgress(steps, fraction, steps, evaluations));
        listener.recorded(record);
        if (!converged) { // the state does not tell, and would be gone on from
          listener.legEnded(
              new FlowCheckpoint(steps, record.state(), 1, steps + 1, evaluations, steps));
        }
      }
      return result(
          converged || settings.tolerance() == 0
              ? new Outcome.Completed(steps)
              : Outcome.Stopped.unconverged(steps, settings.tolerance()));
    }

    private FlowResult result(Outcome outcome) {
      return new FlowResult(outcome, state(), evaluations, steps);
    }

    /**
     * Whether what a step down the gradient p = Jᵀρ + λs would gain, ‖p‖²_Θ over the largest
     * curvature, is lost in E's rounding.
     */
    private boolean isLeast() {
      double[][] slope = iterate.slope(ridge);
      double[][] made = new double[slope.length][kernel.points()];
      kernel.apply(slope, made);
      double largest = ridge + kernel.points() * mean(kernel.contract(iterate.slopes));
      return product(slope, made) <= NO_GAIN * largest * energy(iterate);
    }

    /** The next iterate that lowers E, or null if none is found. */
    private Iterate next(double[] matrix) {
      while (damping <= LARGEST_DAMPING * scale) {
        Iterate trial = step(matrix);
        evaluations++;
        if (trial != null && energy(trial) < energy(iterate)) {
          return trial;
        }
        damping = Math.max(FIRST_DAMPING * scale, 10 * damping);
      }
      return null;
    }

    private double energy(Iterate at) {
      return at.loss() + ridge * at.norm();
    }

    private Iterate step(double[] kernelMatrix) {
      int n = kernel.points();
      double total = ridge + damping;
      double gamma = ridge / total;
      double[] matrix = kernelMatrix.clone();
      double[] right = new double[n];
      for (int a = 0; a < n; a++) {
        matrix[a * n + a] += total;
        right[a] = -iterate.residual[a];
        for (int i = 0; i < iterate.slopes.length; i++) {
          right[a] += gamma * iterate.slopes[i][a] * iterate.change[i][a];
        }
      }
      Cholesky factor = Cholesky.factorIn(n, matrix);
      return factor == null ? null : new Iterate(iterate.moved(gamma, factor.solve(right)));
    }

    private double[] state() {
      int n = kernel.points();
      double[] state = new double[kernel.components() * n + 1];
      for (int i = 0; i < iterate.sources.length; i++) {
        System.arraycopy(iterate.sources[i], 0, state, i * n, n);
      }
      state[state.length - 1] = damping;
      return state;
    }
  }

  private static double product(double[][] left, double[][] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      for (int a = 0; a < left[i].length; a++) {
        sum += left[i][a] * right[i][a];
      }
    }
    return sum;
  }

  private double mean(double[] matrix) {
    int n = kernel.points();
    double trace = 0;
    for (int a = 0; a < n; a++) {
      trace += matrix[a * n + a];
    }
    return trace / n;
  }

  /** Sources with what they make: δ, ρ and J. */
  private final class Iterate {
    private final double[][] sources;
    private final double[][] change = new double[kernel.components()][kernel.points()];
    private final double[] residual = new double[kernel.points()];
    private final double[][] slopes = new double[kernel.components()][kernel.points()];

    Iterate(double[][] sources) {
      this.sources = sources;
      kernel.apply(sources, change);
      residuals.evaluate(change, residual, slopes);
    }

    double loss() {
      return Arrays.stream(residual).map(r -> r * r).sum();
    }

    /** ‖δ‖²_Θ. */
    double norm() {
      return product(sources, change);
    }

    /** Jᵀρ + λs. */
    double[][] slope(double ridge) {
      double[][] slope = new double[sources.length][residual.length];
      for (int i = 0; i < slope.length; i++) {
        for (int a = 0; a < residual.length; a++) {
          slope[i][a] = slopes[i][a] * residual[a] + ridge * sources[i][a];
        }
      }
      return slope;
    }

    double[][] moved(double gamma, double[] c) {
      double[][] moved = new double[sources.length][c.length];
      for (int i = 0; i < moved.length; i++) {
        for (int a = 0; a < c.length; a++) {
          moved[i][a] = (1 - gamma) * sources[i][a] + slopes[i][a] * c[a];
        }
      }
      return moved;
    }
  }
}
