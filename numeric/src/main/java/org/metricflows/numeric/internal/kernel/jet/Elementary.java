package org.metricflows.numeric.internal.kernel.jet;

import org.metricflows.numeric.internal.simd.VectorMath;

/** The smooth elementary functions, each by the recurrence that its differential equation gives. */
public enum Elementary implements Univariate {
  EXP {
    @Override
    public void taylor(double u, int order, double[] out) {
      out[0] = VectorMath.exp(u);
      for (int k = 1; k <= order; k++) {
        out[k] = out[k - 1] / k;
      }
    }
  },
  LOG {
    @Override
    public void taylor(double u, int order, double[] out) {
      out[0] = VectorMath.log(u);
      double power = -1;
      for (int k = 1; k <= order; k++) {
        power /= -u;
        out[k] = power / k;
      }
    }

    @Override
    public void relativeTaylor(double u, int order, double[] out) {
      out[0] = VectorMath.log(u);
      for (int k = 1; k <= order; k++) {
        out[k] = (k % 2 == 0 ? -1.0 : 1.0) / k;
      }
    }

    @Override
    public boolean isRelative() {
      return true;
    }
  },
  SIN {
    @Override
    public void taylor(double u, int order, double[] out) {
      cycle(VectorMath.sin(u), VectorMath.cos(u), -1, order, out);
    }
  },
  COS {
    @Override
    public void taylor(double u, int order, double[] out) {
      cycle(VectorMath.cos(u), -VectorMath.sin(u), -1, order, out);
    }
  },
  SINH {
    @Override
    public void taylor(double u, int order, double[] out) {
      cycle(VectorMath.sinh(u), VectorMath.cosh(u), 1, order, out);
    }
  },
  COSH {
    @Override
    public void taylor(double u, int order, double[] out) {
      cycle(VectorMath.cosh(u), VectorMath.sinh(u), 1, order, out);
    }
  },
  /** f' = 1 + f². */
  TAN {
    @Override
    public void taylor(double u, int order, double[] out) {
      riccati(Math.tan(u), 1, order, out);
    }
  },
  /** f' = 1 − f². */
  TANH {
    @Override
    public void taylor(double u, int order, double[] out) {
      riccati(VectorMath.tanh(u), -1, order, out);
    }
  },
  /** f' = g with (1 − u²) g' = u g. */
  ASIN {
    @Override
    public void taylor(double u, int order, double[] out) {
      out[0] = VectorMath.asin(u);
      arcSlope(u, order, 1, out);
    }
  },
  /** −asin + π/2. */
  ACOS {
    @Override
    public void taylor(double u, int order, double[] out) {
      out[0] = VectorMath.acos(u);
      arcSlope(u, order, -1, out);
    }
  },
  /** f' = g with (1 + u²) g = 1. */
  ATAN {
    @Override
    public void taylor(double u, int order, double[] out) {
      out[0] = VectorMath.atan(u);
      double scale = 1 / Math.fma(u, u, 1.0);
      double before = 0;
      double slope = scale;
      for (int k = 1; k <= order; k++) {
        out[k] = slope / k;
        double next = -(2 * u * slope + before) * scale;
        before = slope;
        slope = next;
      }
    }
  },
  /** f' = g with g' = −2u g. */
  ERF {
    @Override
    public void taylor(double u, int order, double[] out) {
      out[0] = VectorMath.erf(u);
      double before = 0;
      double slope = 2 / Math.sqrt(Math.PI) * VectorMath.exp(-u * u);
      for (int k = 1; k <= order; k++) {
        out[k] = slope / k;
        double next = -2 * (u * slope + before) / k;
        before = slope;
        slope = next;
      }
    }
  },
  /** log(1 + eᵘ): f' = s, s' = s (1 − s), with 1 − s kept apart so that no digits cancel. */
  SOFTPLUS {
    @Override
    public void taylor(double u, int order, double[] out) {
      double decay = VectorMath.exp(-Math.abs(u));
      out[0] = Math.max(u, 0) + VectorMath.log1p(decay);
      if (order == 0) {
        return;
      }
      double large = 1 / (1 + decay);
      double small = decay / (1 + decay);
      double complement = u >= 0 ? small : large;
      double[] slope = new double[order];
      slope[0] = u >= 0 ? large : small;
      for (int k = 0; k + 1 < order; k++) {
        double sum = slope[k] * complement;
        for (int i = 0; i < k; i++) {
          sum -= slope[i] * slope[k - i];
        }
        slope[k + 1] = sum / (k + 1);
      }
      for (int k = 1; k <= order; k++) {
        out[k] = slope[k - 1] / k;
      }
    }
  };

  /** f'' = sign · f. */
  private static void cycle(double value, double slope, int sign, int order, double[] out) {
    double factorial = 1;
    double even = value;
    double odd = slope;
    for (int k = 0; k <= order; k++) {
      factorial *= Math.max(k, 1);
      out[k] = even / factorial;
      double next = sign * even;
      even = odd;
      odd = next;
    }
  }

  private static void riccati(double value, int sign, int order, double[] out) {
    out[0] = value;
    for (int k = 0; k < order; k++) {
      double square = 0;
      for (int i = 0; i <= k; i++) {
        square += out[i] * out[k - i];
      }
      out[k + 1] = ((k == 0 ? 1 : 0) + sign * square) / (k + 1);
    }
  }

  private static void arcSlope(double u, int order, int sign, double[] out) {
    double gap = (1 - u) * (1 + u);
    double before = 0;
    double slope = sign / Math.sqrt(gap);
    for (int k = 1; k <= order; k++) {
      out[k] = slope / k;
      double next = (u * (2 * k - 1) * slope + (k - 1) * before) / (k * gap);
      before = slope;
      slope = next;
    }
  }
}
