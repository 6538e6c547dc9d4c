package org.metricflows.numeric.internal.rotational;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.metricflows.numeric.internal.spectral.EvenGrid;
import org.metricflows.numeric.internal.spectral.EvenSeries;

/** Reads the geometry off one state. */
final class ProfileReader {
  private static final int PSI = 0;
  private static final int SLOPE = 1;
  private static final int RADIAL = 2;
  private static final int TANGENTIAL = 3;
  private static final int SCALAR = 4;

  private final int dimension;
  private final EvenGrid grid;
  private final SphereMaps maps;
  private final double square;
  private final EvenSeries series;
  private final double[] sines;
  private final double[][] geometry;
  private double leastScalar = Double.POSITIVE_INFINITY;
  private double greatestScalar = Double.NEGATIVE_INFINITY;
  private double maximalRadius;
  private Optional<SphereProfile.Neck> neck = Optional.empty();

  ProfileReader(int dimension, EvenGrid grid, SphereMaps maps, double[] state) {
    this.dimension = dimension;
    this.grid = grid;
    this.maps = maps;
    this.square = state[grid.size()];
    this.sines = grid.sines();
    double[] v = Arrays.copyOf(state, grid.size());
    this.series = grid.series(v).truncated(grid.modes());
    double[] u = new double[v.length];
    double[] w = new double[v.length];
    grid.differentiate(v, u);
    grid.differentiateTwice(v, w);
    for (int j = 0; j < u.length; j++) {
      u[j] /= sines[j];
    }
    this.geometry = new double[5][v.length];
    double[][] in = {grid.cosines(), sines, v, u, w};
    maps.geometry().apply(in, new int[5], geometry, new int[5], v.length);
  }

  SphereProfile read() {
    seeGrid();
    see(at(0)[SCALAR]);
    see(at(Math.PI)[SCALAR]);
    seeExtrema();
    double scale = Math.sqrt(square);
    double unit = unitSphere(dimension - 1) * Math.pow(scale, dimension);
    return new SphereProfile(
        Math.PI * scale,
        maximalRadius * scale,
        neck,
        leastScalar / square,
        greatestScalar / square,
        unit * integral(false),
        unit * integral(true) / square,
        resolution(),
        scaled(geometry[PSI], scale),
        scaled(geometry[RADIAL], 1 / square),
        scaled(geometry[TANGENTIAL], 1 / square));
  }

  double[][] columns(double[] points) {
    double[][] columns = new double[3][points.length];
    for (int j = 0; j < points.length; j++) {
      double[] there = at(points[j]);
      columns[0][j] = there[PSI] * Math.sqrt(square);
      columns[1][j] = there[RADIAL] / square;
      columns[2][j] = there[TANGENTIAL] / square;
    }
    return columns;
  }

  private void seeGrid() {
    double[] scalar = geometry[SCALAR];
    int least = 0;
    int greatest = 0;
    for (int j = 0; j < scalar.length; j++) {
      see(scalar[j]);
      least = scalar[j] < scalar[least] ? j : least;
      greatest = scalar[j] > scalar[greatest] ? j : greatest;
    }
    seeBetween(least);
    seeBetween(greatest);
  }

  /** The extremum beside a point of the grid, where the slope of R's own series vanishes. */
  private void seeBetween(int j) {
    if (j == 0 || j + 1 == sines.length) {
      return; // the poles are looked at themselves
    }
    double[] x = grid.points();
    EvenSeries scalar = grid.series(geometry[SCALAR]);
    if (scalar.derivative(x[j - 1]) > 0 != scalar.derivative(x[j + 1]) > 0) {
      see(at(root(x[j - 1], x[j + 1], scalar::derivative))[SCALAR]);
    }
  }

  private void see(double scalar) {
    leastScalar = Math.min(leastScalar, scalar);
    greatestScalar = Math.max(greatestScalar, scalar);
  }

  /** Between two points of the grid ψ_s changes its sign where ψ has an extremum. */
  private void seeExtrema() {
    double[] x = grid.points();
    double[] slopes = geometry[SLOPE];
    for (int j = 0; j + 1 < x.length; j++) {
      if (slopes[j] > 0 != slopes[j + 1] > 0) {
        double[] extremum = at(root(x[j], x[j + 1], y -> at(y)[SLOPE]));
        see(extremum[SCALAR]);
        if (slopes[j] > 0) {
          maximalRadius = Math.max(maximalRadius, extremum[PSI]);
        } else {
          seeNeck(extremum);
        }
      }
    }
  }

  private void seeNeck(double[] extremum) {
    double radius = extremum[PSI] * Math.sqrt(square);
    double bending = -extremum[RADIAL] * extremum[PSI] * extremum[PSI];
    if (neck.isEmpty() || radius < neck.get().radius()) {
      neck = Optional.of(new SphereProfile.Neck(radius, bending));
    }
  }

  /** Bisection to the last bit, between places where f has different signs. */
  private static double root(double left, double right, DoubleUnaryOperator f) {
    boolean positive = f.applyAsDouble(left) > 0;
    double a = left;
    double b = right;
    for (double middle = (a + b) / 2; a < middle && middle < b; middle = (a + b) / 2) {
      if (f.applyAsDouble(middle) > 0 == positive) {
        a = middle;
      } else {
        b = middle;
      }
    }
    return a;
  }

  /** The geometry at any point, poles included, where v_x/sin x is ±v_xx. */
  private double[] at(double x) {
    boolean pole = x == 0 || x == Math.PI;
    double c = x == Math.PI ? -1 : Math.cos(x);
    double s = pole ? 0 : Math.sin(x);
    double w = series.secondDerivative(x);
    double u = pole ? c * w : series.derivative(x) / s;
    double[][] in = {{c}, {s}, {series.value(x)}, {u}, {w}};
    double[][] out = new double[5][1];
    maps.geometry().apply(in, new int[5], out, new int[5], 1);
    return Arrays.stream(out).mapToDouble(column -> column[0]).toArray();
  }

  /** ∫ (p sin x)^{n−1} dx, or with ℓ²R; for even n the integrand is odd about the poles. */
  private double integral(boolean curved) {
    boolean odd = dimension % 2 == 0;
    double[] weights = odd ? grid.sineWeights() : grid.weights();
    double sum = 0;
    for (int j = 0; j < sines.length; j++) {
      double weight = odd ? weights[j] / sines[j] : weights[j];
      double density = Math.pow(geometry[PSI][j], dimension - 1);
      sum += weight * density * (curved ? geometry[SCALAR][j] : 1);
    }
    return sum;
  }

  private double resolution() {
    double least = 1;
    for (int j = 0; j < sines.length; j++) {
      least = Math.min(least, geometry[PSI][j] / sines[j]);
    }
    return series.tail(grid.modes() - Math.max(1, grid.modes() / 8)) / least;
  }

  private static double[] scaled(double[] column, double factor) {
    return Arrays.stream(column).map(value -> value * factor).toArray();
  }

  /** The volume of the unit sphere of dimension m: 2π^{(m+1)/2}/Γ((m+1)/2). */
  private static double unitSphere(int m) {
    double volume = m % 2 == 0 ? 2 : 2 * Math.PI;
    for (int k = m % 2 == 0 ? 2 : 3; k <= m; k += 2) {
      volume *= 2 * Math.PI / (k - 1);
    }
    return volume;
  }
}
