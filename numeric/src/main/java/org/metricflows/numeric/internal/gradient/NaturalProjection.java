package org.metricflows.numeric.internal.gradient;

import java.util.Arrays;
import org.metricflows.numeric.internal.dense.DampedLeastSquares;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetResiduals;

/**
 * The projection of velocities of outputs onto what a network's parameters can do, at parameters θ.
 * With J = ∂f/∂θ at the sample points and an inner product W of velocities there
 *
 * <pre>
 *   θ̇ = argmin |J θ̇ − V|²_W + λ|θ̇|² = (JᵀWJ + λ)⁻¹ JᵀWV,      J θ̇ = P_λ V
 * </pre>
 *
 * and P_λ = J (JᵀWJ + λ)⁻¹ JᵀW tends to the W-orthogonal projector onto the tangent space as λ → 0.
 * It is the effective kernel of natural-gradient descent: local and unmixed as far as the network
 * can move, whatever its tangent kernel J Jᵀ is.
 *
 * <p>Columns over outputs and points are {@code [output · N + point]}. Nothing of the size of J is
 * allocated once warm. An instance serves one caller at a time.
 */
final class NaturalProjection {
  private final NetworkOutputs outputs;
  private final OutputMetric metric;
  private final double relativeDamping;
  private final DampedLeastSquares system;
  private final Batch all;
  private final double[][] values;
  private final double[] unused;
  private final JetResiduals factors;

  /**
   * @param relativeDamping λ in units of the mean of the diagonal of W^½ J Jᵀ W^½
   */
  NaturalProjection(NetworkOutputs outputs, OutputMetric metric, double relativeDamping) {
    this.outputs = outputs;
    this.metric = metric;
    this.relativeDamping = relativeDamping;
    this.system = new DampedLeastSquares(outputs.shape().parameters());
    this.all = Batch.first(outputs.samplePoints());
    this.values = new double[outputs.outputs()][outputs.samplePoints()];
    this.unused = new double[rows()];
    this.factors = new Factors();
  }

  /** Rows of J: velocities at the sample points. */
  int rows() {
    return metric.size() * outputs.samplePoints();
  }

  /** The rows of LᵀJ: of Σ_c L_ci f_c, or of what these make, at each point. */
  private final class Factors implements JetResiduals {
    @Override
    public int perPoint() {
      return metric.size();
    }

    @Override
    public void evaluate(
        int[] points,
        int from,
        int count,
        double[][] jets,
        double[][] residuals,
        double[][][] slopes) {
      for (int i = 0; i < perPoint(); i++) {
        for (int b = 0; b < outputs.outputs(); b++) {
          for (int p = 0; p < count; p++) {
            slopes[i][b][p] = metric.row(i, b, points[from + p]);
          }
        }
      }
    }
  }

  /**
   * Takes the network and the inner product at θ.
   *
   * @throws FlowStopException if the inner product is not positive there
   */
  void at(double[] theta) throws FlowStopException {
    outputs.sampleJets(theta, 0, values);
    metric.at(values);
    outputs.values().jacobian(theta, all, factors, unused, system.rows(rows()));
    double damping = relativeDamping * system.meanSquare(rows());
    if (!(damping > 0) || !system.factor(rows(), damping)) {
      throw new FlowStopException(
          "the Gram matrix of the network's tangents cannot be factored; flow.damping "
              + relativeDamping
              + " is too small for it");
    }
  }

  /**
   * θ̇ of a velocity.
   *
   * @param velocity V
   */
  void project(double[] velocity, double[] thetaDot) {
    double[] x = system.solve(weighted(velocity));
    System.arraycopy(x, 0, thetaDot, 0, x.length);
  }

  /**
   * θ̇ of steepest descent, V = −W⁻¹ a with a = ∂L/∂f: (JᵀWJ + λ)⁻¹ Jᵀ(−a).
   *
   * @param covector a
   */
  void descend(double[] covector, double[] thetaDot) {
    double[] x = system.solve(descending(covector));
    System.arraycopy(x, 0, thetaDot, 0, x.length);
  }

  /** LᵀV = −L⁻¹ a. */
  private double[] descending(double[] covector) {
    int n = outputs.samplePoints();
    double[] weighted = new double[rows()];
    for (int i = 0; i < metric.size(); i++) {
      for (int p = 0; p < n; p++) {
        double sum = -covector[i * n + p];
        for (int k = 0; k < i; k++) {
          sum -= metric.lower(i, k, p) * weighted[k * n + p];
        }
        weighted[i * n + p] = sum / metric.lower(i, i, p);
      }
    }
    return weighted;
  }

  /** As {@link #defect}, of steepest descent. */
  double defectOfDescent(double[] covector, double[] thetaDot) {
    return lost(descending(covector), thetaDot);
  }

  /**
   * (JᵀWJ + λ)⁻¹ g, of what is a gradient already.
   *
   * @param gradient g
   */
  void precondition(double[] gradient, double[] thetaDot) {
    double[] x = system.solveNormal(gradient);
    System.arraycopy(x, 0, thetaDot, 0, x.length);
  }

  /** Lᵀ V. */
  private double[] weighted(double[] velocity) {
    int n = outputs.samplePoints();
    double[] weighted = new double[rows()];
    for (int i = 0; i < metric.size(); i++) {
      for (int b = i; b < metric.size(); b++) {
        for (int p = 0; p < n; p++) {
          weighted[i * n + p] += metric.lower(b, i, p) * velocity[b * n + p];
        }
      }
    }
    return weighted;
  }

  /** |J θ̇ − V|_W / |V|_W: the share of a velocity that is lost; 0 of none. */
  double defect(double[] velocity, double[] thetaDot) {
    return lost(weighted(velocity), thetaDot);
  }

  private double lost(double[] wanted, double[] thetaDot) {
    double[] made = new double[wanted.length];
    system.times(rows(), thetaDot, made);
    double lost = 0;
    double all = 0;
    for (int i = 0; i < wanted.length; i++) {
      lost += (made[i] - wanted[i]) * (made[i] - wanted[i]);
      all += wanted[i] * wanted[i];
    }
    return all == 0 ? 0 : Math.sqrt(lost / all);
  }

  /** tr P_λ: how many independent velocities the network can follow. */
  double rank() {
    return system.effectiveRank();
  }

  /**
   * A row of P_λ: how a velocity of one output at one point, of length 1, is spread over all.
   *
   * @return P_λ e by output and point
   */
  double[] spread(int output, int point) {
    int n = outputs.samplePoints();
    double[] unit = new double[rows()];
    unit[output * n + point] = 1;
    double[] made = new double[rows()];
    system.times(rows(), system.solve(weighted(unit)), made);
    return unweighted(made);
  }

  /** L⁻ᵀ of what {@link #weighted} gives. */
  private double[] unweighted(double[] weighted) {
    int n = outputs.samplePoints();
    double[] velocity = Arrays.copyOf(weighted, weighted.length);
    for (int i = metric.size() - 1; i >= 0; i--) {
      for (int p = 0; p < n; p++) {
        double sum = velocity[i * n + p];
        for (int b = i + 1; b < metric.size(); b++) {
          sum -= metric.lower(b, i, p) * velocity[b * n + p];
        }
        velocity[i * n + p] = sum / metric.lower(i, i, p);
      }
    }
    return velocity;
  }
}
