package org.metricflows.numeric.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Flows with known solutions, and a few integrators. */
final class Flows {

  private Flows() {}

  /** A right-hand side in (t, y, yDot). */
  interface Rhs {
    void apply(double t, double[] y, double[] yDot) throws FlowStopException;
  }

  static Flow of(double[] start, Rhs rhs) {
    return new Flow() {
      @Override
      public int dimension() {
        return start.length;
      }

      @Override
      public double[] initialState() {
        return start.clone();
      }

      @Override
      public void derivative(double t, double[] y, double[] yDot) throws FlowStopException {
        rhs.apply(t, y, yDot);
      }
    };
  }

  /** ẏ = y(1 − y), y(0) = 1/10. */
  static Flow logistic() {
    return of(new double[] {0.1}, (t, y, yDot) -> yDot[0] = y[0] * (1 - y[0]));
  }

  static double logisticAt(double t) {
    return 1 / (1 + 9 * Math.exp(-t));
  }

  /** A Kepler orbit of eccentricity 0.6 and period 2π, from its perihelion. */
  static Flow kepler() {
    return of(
        new double[] {0.4, 0, 0, 2},
        (t, y, yDot) -> {
          double r2 = y[0] * y[0] + y[1] * y[1];
          double r3 = r2 * Math.sqrt(r2);
          yDot[0] = y[2];
          yDot[1] = y[3];
          yDot[2] = -y[0] / r3;
          yDot[3] = -y[1] / r3;
        });
  }

  /** Position on the Kepler orbit, by Newton's iteration on Kepler's equation E − e sin E = t. */
  static double[] keplerAt(double t) {
    double e = 0.6;
    double anomaly = t + e * Math.sin(t);
    for (int i = 0; i < 50; i++) {
      anomaly -= (anomaly - e * Math.sin(anomaly) - t) / (1 - e * Math.cos(anomaly));
    }
    return new double[] {
      Math.cos(anomaly) - e, Math.sqrt(1 - e * e) * Math.sin(anomaly),
    };
  }

  /**
   * ẏ = −Qᵀ diag(λ) Q y with a Householder reflection Q: the solution is Qᵀ e^{−λt} Q y₀.
   *
   * @param reflection unit vector v of Q = 1 − 2vvᵀ
   */
  record LinearDecay(double[] rates, double[] reflection, double[] start) {

    static LinearDecay random(int n, long seed) {
      Random random = new Random(seed);
      double[] rates = random.doubles(n, 0.1, 5).toArray();
      double[] start = random.doubles(n, -1, 1).toArray();
      double[] v = random.doubles(n, -1, 1).toArray();
      double norm = Math.sqrt(dot(v, v));
      for (int i = 0; i < n; i++) {
        v[i] /= norm;
      }
      return new LinearDecay(rates, v, start);
    }

    Flow flow() {
      return of(
          start,
          (t, y, yDot) -> {
            double[] z = reflect(y);
            for (int i = 0; i < z.length; i++) {
              z[i] *= -rates[i];
            }
            System.arraycopy(reflect(z), 0, yDot, 0, z.length);
          });
    }

    double[] at(double t) {
      double[] z = reflect(start);
      for (int i = 0; i < z.length; i++) {
        z[i] *= Math.exp(-rates[i] * t);
      }
      return reflect(z);
    }

    private double[] reflect(double[] y) {
      double twice = 2 * dot(reflection, y);
      double[] z = y.clone();
      for (int i = 0; i < z.length; i++) {
        z[i] -= twice * reflection[i];
      }
      return z;
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }
  }

  /** Every method at a tolerance, classical Runge–Kutta with a step of span/2000. */
  static Integrator integrator(Method method, double tolerance, double span) {
    return method.isAdaptive()
        ? Integrator.adaptive(method, tolerance, tolerance)
        : Integrator.rungeKutta(span / 2000);
  }

  static double distance(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  /** Keeps all that a listener is told. */
  static final class Log implements FlowListener {
    final List<FlowRecord> records = new ArrayList<>();
    final List<FlowCheckpoint> checkpoints = new ArrayList<>();
    final List<FlowProgress> progress = new ArrayList<>();

    @Override
    public void recorded(FlowRecord record) {
      records.add(record);
    }

    @Override
    public void legEnded(FlowCheckpoint checkpoint) {
      checkpoints.add(checkpoint);
    }

    @Override
    public void stepped(FlowProgress step) {
      progress.add(step);
    }
  }
}
