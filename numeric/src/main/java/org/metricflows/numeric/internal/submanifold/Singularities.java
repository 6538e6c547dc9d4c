package org.metricflows.numeric.internal.submanifold;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Looks for points of a zero set where the gradients of its equations are dependent,
 *
 * <pre>
 *   F = 0,    Σ_m λ_m F_m,a = 0,    |λ| = 1
 * </pre>
 *
 * by Levenberg's and Marquardt's steps from where they are least independent among given points.
 */
public final class Singularities {
  private static final int STARTS = 12;
  private static final int STEPS = 60;
  private static final double FOUND = 1e-9;

  private final EmbeddedCharts charts;

  public Singularities(EmbeddedCharts charts) {
    this.charts = charts;
  }

  /**
   * A singular point, if one is found.
   *
   * @param points of the zero set
   * @param radius in which it lies
   */
  public Optional<double[]> near(double[][] points, double radius) {
    double[] most = new double[charts.equations().size()];
    for (double[] x : points) {
      double[] lengths = charts.independence(x);
      Arrays.setAll(most, m -> Math.max(most[m], lengths[m]));
    }
    return Arrays.stream(points)
        .sorted(Comparator.comparingDouble(x -> least(charts.independence(x), most)))
        .limit(STARTS)
        .map(this::descend)
        .filter(x -> x.isPresent() && length(x.get()) <= 1.01 * radius)
        .findFirst()
        .flatMap(x -> x);
  }

  private static double least(double[] lengths, double[] most) {
    return IntStream.range(0, most.length)
        .mapToDouble(m -> lengths[m] / most[m])
        .min()
        .orElseThrow();
  }

  private static double length(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
  }

  private Optional<double[]> descend(double[] start) {
    int n = charts.ambient();
    RealMatrix gradients = new Array2DRowRealMatrix(charts.gradients(start));
    RealMatrix left = new SingularValueDecomposition(gradients).getU();
    RealVector at =
        new ArrayRealVector(start).append(left.getColumnVector(left.getColumnDimension() - 1));
    double damping = 1e-3;
    RealVector residual = residual(at);
    double scale = gradients.getFrobeniusNorm();
    for (int step = 0; step < STEPS; step++) {
      if (residual.getNorm() <= FOUND * scale) {
        return Optional.of(at.getSubVector(0, n).toArray());
      }
      RealMatrix jacobian = jacobian(at);
      RealMatrix normal = jacobian.transpose().multiply(jacobian);
      for (int i = 0; i < normal.getRowDimension(); i++) {
        normal.addToEntry(i, i, damping * (1e-300 + normal.getTrace() / normal.getRowDimension()));
      }
      RealVector move =
          new SingularValueDecomposition(normal)
              .getSolver()
              .solve(jacobian.transpose().operate(residual))
              .mapMultiply(-1);
      RealVector next = at.add(move);
      RealVector there = residual(next);
      if (there.getNorm() < residual.getNorm()) {
        at = next;
        residual = there;
        damping = Math.max(damping / 10, 1e-14);
      } else {
        damping *= 10;
        if (damping > 1e3) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** F, Σ λ_m F_m,a, ½(|λ|² − 1). */
  private RealVector residual(RealVector at) {
    int n = charts.ambient();
    int c = charts.equations().size();
    double[] x = at.getSubVector(0, n).toArray();
    double[][] gradients = charts.gradients(x);
    double[] residual = new double[c + n + 1];
    double square = 0;
    for (int m = 0; m < c; m++) {
      double lambda = at.getEntry(n + m);
      residual[m] = charts.equations().get(m).at(x);
      square += lambda * lambda;
      for (int a = 0; a < n; a++) {
        residual[c + a] += lambda * gradients[m][a];
      }
    }
    residual[c + n] = (square - 1) / 2;
    return new ArrayRealVector(residual, false);
  }

  private RealMatrix jacobian(RealVector at) {
    int n = charts.ambient();
    int c = charts.equations().size();
    double[] x = at.getSubVector(0, n).toArray();
    double[][] gradients = charts.gradients(x);
    RealMatrix jacobian = MatrixUtils.createRealMatrix(c + n + 1, n + c);
    for (int m = 0; m < c; m++) {
      double lambda = at.getEntry(n + m);
      jacobian.setEntry(c + n, n + m, lambda);
      for (int a = 0; a < n; a++) {
        jacobian.setEntry(m, a, gradients[m][a]);
        jacobian.setEntry(c + a, n + m, gradients[m][a]);
        for (int b = 0; b < n; b++) {
          double bent = charts.equations().get(m).derivative(a).derivative(b).at(x);
          jacobian.addToEntry(c + a, b, lambda * bent);
        }
      }
    }
    return jacobian;
  }
}
