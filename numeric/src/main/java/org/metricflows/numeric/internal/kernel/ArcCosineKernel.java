package org.metricflows.numeric.internal.kernel;

import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;

/**
 * Values of the kernels of piecewise-linear activations.
 *
 * <p>The angle θ between the points in feature space is the square root of a difference that
 * cancels for nearly parallel points: θ = atan2(√(pq − r²), r). So the recursion carries the gap g
 * = pq − r² and the difference p − q themselves, in forms without cancellation. With c = (right² +
 * left²)/2 and e = c √(pq) − κ,
 *
 * <pre>
 *   g⁰ = (σ_w²/d)² Σ_{i&lt;j} (x_i x'_j − x_j x'_i)² + σ_b² (σ_w²/d) |x − x'|²
 *   g^{l+1} = σ_w⁴ e (2c√(pq) − e) + σ_b² σ_w² [c (√p − √q)² + 2e]
 * </pre>
 *
 * @see PiecewiseLinearDual
 */
final class ArcCosineKernel implements PairKernel {

  private final KernelArchitecture architecture;
  private final double right;
  private final double left;

  ArcCosineKernel(KernelArchitecture architecture, PiecewiseLinearDual dual) {
    this.architecture = architecture;
    this.right = dual.right();
    this.left = dual.left();
  }

  @Override
  public Bound bind(double[][] from, double[][] to) {
    return () -> new ValueBlock(from, to);
  }

  private final class ValueBlock implements Block {
    private final double[][] from;
    private final double[][] to;
    private final double[] work = new double[2 * TaylorProgram.LANES];

    ValueBlock(double[][] from, double[][] to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public double run(int[] leftIndex, int[] rightIndex, int count) {
      for (int i = 0; i < count; i++) {
        State state = new State(from[leftIndex[i]], to[rightIndex[i]]);
        for (int l = 0; l < architecture.hiddenLayers(); l++) {
          state.balance();
          state.advance();
        }
        work[offset(NNGP, 0) + i] = Math.scalb(state.r, 2 * state.exponent);
        work[offset(NTK, 0) + i] = Math.scalb(state.theta, 2 * state.exponent);
      }
      return 0;
    }

    @Override
    public double[] work() {
      return work;
    }

    @Override
    public int offset(int output, int coefficient) {
      return output * TaylorProgram.LANES;
    }
  }

  /**
   * The recursion's variables for one pair of points, in units of 4ᵉ: φ is homogeneous, so that
   * points and biases may be scaled together. In a unit near √(pq) no product overflows, and as a
   * power of two it changes no digit.
   */
  private final class State {
    private static final int NEAR = 50;

    private final double w = architecture.weightVariance();
    private double b = architecture.biasVariance();
    private int exponent;
    private double p;
    private double q;
    private double r;
    private double gap;
    private double difference;
    private double theta;

    State(double[] x, double[] xp) {
      double scale = w / x.length;
      exponent =
          unit(
              scale * InvariantSpace.product(x, x) + b, scale * InvariantSpace.product(xp, xp) + b);
      double t = Math.scalb(1.0, -exponent);
      b *= t * t;
      double distance = 0;
      double area = 0;
      for (int i = 0; i < x.length; i++) {
        double u = t * x[i];
        double v = t * xp[i];
        p += u * u;
        q += v * v;
        r += u * v;
        difference += (u - v) * (u + v);
        distance += (u - v) * (u - v);
        for (int j = i + 1; j < x.length; j++) {
          double side = determinant(u, t * x[j], v, t * xp[j]);
          area += side * side;
        }
      }
      p = scale * p + b;
      q = scale * q + b;
      r = scale * r + b;
      difference *= scale;
      gap = scale * scale * area + b * scale * distance;
      theta = r;
    }

    /** e with 4ᵉ near √(pq) where that is far from 1, else 0. */
    private int unit(double p, double q) {
      int e = p > 0 && q > 0 ? (Math.getExponent(p) + Math.getExponent(q)) / 4 : 0;
      return Math.abs(e) > NEAR ? e : 0;
    }

    /** Changes the unit where √(pq) has gone far from 1. */
    void balance() {
      int e = unit(p, q);
      if (e != 0) {
        double f = Math.scalb(1.0, -2 * e);
        p *= f;
        q *= f;
        r *= f;
        b *= f;
        gap *= f;
        gap *= f;
        difference *= f;
        theta *= f;
        exponent += e;
      }
    }

    /** ad − bc to the last bits, whatever cancels (Kahan). */
    private double determinant(double a, double b, double c, double d) {
      double product = b * c;
      double lost = Math.fma(-b, c, product);
      return Math.fma(a, d, -product) + lost;
    }

    void advance() {
      double mean = (right * right + left * left) / 2;
      double root = Math.sqrt(Math.fma(r, r, gap));
      double angle = Math.atan2(Math.sqrt(gap), Math.abs(r));
      double deficit = root * deficit(mean, angle);
      double kappa = r >= 0 ? mean * root - deficit : root * obtuse(mean, angle);
      double kappaDot = kappaDot(mean, angle);
      double spread = difference == 0 ? 0 : difference / (Math.sqrt(p) + Math.sqrt(q));
      gap =
          w * w * deficit * (2 * mean * root - deficit)
              + b * w * (mean * spread * spread + 2 * deficit);
      r = w * kappa + b;
      p = w * mean * p + b;
      q = w * mean * q + b;
      difference *= w * mean;
      theta = r + w * kappaDot * theta;
    }

    /** κ̇, from the angle to the nearer of parallel and antiparallel. */
    private double kappaDot(double mean, double angle) {
      double same = r >= 0 ? Math.PI - angle : angle;
      double opposite = r >= 0 ? angle : Math.PI - angle;
      return (mean * same + right * left * opposite) / Math.PI;
    }

    /** e/√(pq), from the angle to the nearer of parallel and antiparallel. */
    private double deficit(double mean, double angle) {
      double half = Math.sin(angle / 2);
      double bend = (right - left) * (right - left) / (2 * Math.PI) * sineMinusArc(angle);
      double curve = 2 * mean * half * half - bend;
      double sum = right + left;
      return r >= 0 ? curve : curve + sum * sum / 2 * Math.cos(angle);
    }

    /** κ/√(pq) for r &lt; 0, from the angle to antiparallel. */
    private double obtuse(double mean, double angle) {
      double opposite = Math.sin(angle) + (Math.PI - angle) * Math.cos(angle);
      return (mean * sineMinusArc(angle) - right * left * opposite) / Math.PI;
    }

    /**
     * sin t − t cos t, by its series −Σ (−1)^k 2k t^{2k+1}/(2k+1)! where the difference cancels.
     */
    private double sineMinusArc(double t) {
      if (t > 0.5) {
        return Math.sin(t) - t * Math.cos(t);
      }
      double term = t;
      double sum = 0;
      for (int k = 1; k <= 9; k++) {
        term *= -t * t / (2 * k * (2 * k + 1));
        sum -= 2 * k * term;
      }
      return sum;
    }
  }
}
