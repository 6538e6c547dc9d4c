package org.metricflows.numeric.internal.submanifold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.special.Gamma;
import org.metricflows.numeric.internal.roots.SystemRoots;
import org.metricflows.numeric.internal.roots.SystemShape;
import org.metricflows.numeric.internal.roots.UnivariateRoots;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Where random affine planes meet an n-dimensional submanifold of R^N in a ball of radius r around
 * the origin: of as many dimensions, c = N − n, as there are equations, so that there are finitely
 * many points.
 *
 * <p>A plane is a uniform direction and a uniform offset across it, of length up to r. The
 * kinematic formula (Crofton, Santaló) says that the points are uniform by the submanifold's
 * volume,
 *
 * <pre>
 *   E Σ φ(x) = κ ∫ φ dV,    κ = Π_{i=1}^n [Γ((i+1)/2) Γ((i+c)/2) / (Γ(i/2) Γ((i+c+1)/2))] / (ω_n r^n)
 * </pre>
 *
 * over the points x of one plane, with ω_n the volume of the unit ball: the product is the mean
 * volume of the shadow of a unit cube. All real points of a plane are needed, which all complex
 * ones give.
 */
public final class RandomPlanes {
  private static final int BATCH = 256;
  private static final double REAL = 1e-6;

  private final EmbeddedCharts charts;
  private final double radius;
  private final int[] degrees;

  /**
   * @param radius r of a ball that holds the submanifold
   */
  public RandomPlanes(EmbeddedCharts charts, double radius) {
    this.charts = charts;
    this.radius = radius;
    this.degrees = charts.equations().stream().mapToInt(RealPolynomial::degree).toArray();
  }

  /**
   * What planes met.
   *
   * @param points all points, {@code [point][coordinate]}
   * @param plane the number of the plane of each, from 0
   * @param planes how many there were
   */
  public record Met(double[][] points, int[] plane, int planes) {

    /** The standard deviation of the mean number of points of a plane, in units of the mean. */
    public double spread() {
      double squares = 0;
      int from = 0;
      for (int p = 1; p <= points.length; p++) {
        if (p == points.length || plane[p] != plane[from]) {
          squares += (double) (p - from) * (p - from);
          from = p;
        }
      }
      double mean = (double) points.length / planes;
      return Math.sqrt((squares / planes - mean * mean) / planes) / mean;
    }
  }

  /** κ: the points of a plane that a unit of volume is worth. */
  public double density() {
    int n = charts.dimension();
    int c = charts.ambient() - n;
    double log = 0;
    for (int i = 1; i <= n; i++) {
      log +=
          Gamma.logGamma((i + 1) / 2.0)
              + Gamma.logGamma((i + c) / 2.0)
              - Gamma.logGamma(i / 2.0)
              - Gamma.logGamma((i + c + 1) / 2.0);
    }
    double ball = n / 2.0 * Math.log(Math.PI) - Gamma.logGamma(n / 2.0 + 1);
    return Math.exp(log - ball - n * Math.log(radius));
  }

  /**
   * Throws planes until there are so many points, with all points of the last one.
   *
   * @param most planes at which it gives up
   */
  public Met meet(int count, int most, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> points = new ArrayList<>();
    List<Integer> plane = new ArrayList<>();
    int planes = 0;
    while (points.size() < count && planes < most) {
      int size = Math.min(BATCH, most - planes);
      List<List<double[]>> met = batch(size, random);
      for (int k = 0; k < size && points.size() < count; k++, planes++) {
        for (double[] x : met.get(k)) {
          points.add(x);
          plane.add(planes);
        }
      }
    }
    return new Met(
        points.toArray(double[][]::new), plane.stream().mapToInt(k -> k).toArray(), planes);
  }

  private List<List<double[]>> batch(int size, SplittableRandom random) {
    Plane[] planes = new Plane[size];
    for (int k = 0; k < size; k++) {
      planes[k] = plane(random);
    }
    List<List<double[]>> met = degrees.length == 1 ? lines(planes) : systems(planes);
    List<List<double[]>> kept = new ArrayList<>();
    for (List<double[]> of : met) {
      kept.add(of.stream().map(charts::project).filter(x -> Double.isFinite(x[0])).toList());
    }
    return kept;
  }

  /**
   * @param offset a point of it
   * @param directions that span it, {@code [k][coordinate]}
   */
  private record Plane(double[] offset, double[][] directions) {
    double[] at(double... s) {
      double[] x = offset.clone();
      for (int k = 0; k < s.length; k++) {
        for (int a = 0; a < x.length; a++) {
          x[a] += s[k] * directions[k][a];
        }
      }
      return x;
    }
  }

  private Plane plane(SplittableRandom random) {
    int ambient = charts.ambient();
    RealMatrix gaussian = MatrixUtils.createRealMatrix(ambient, ambient);
    for (int i = 0; i < ambient; i++) {
      for (int j = 0; j < ambient; j++) {
        gaussian.setEntry(i, j, random.nextGaussian());
      }
    }
    RealMatrix basis = new QRDecomposition(gaussian).getQ();
    double[][] directions = new double[degrees.length][];
    Arrays.setAll(directions, basis::getColumn);
    double[] offset = new double[ambient];
    double[] across = inBall(charts.dimension(), random);
    for (int i = 0; i < across.length; i++) {
      for (int a = 0; a < ambient; a++) {
        offset[a] += radius * across[i] * basis.getEntry(a, degrees.length + i);
      }
    }
    return new Plane(offset, directions);
  }

  private static double[] inBall(int n, SplittableRandom random) {
    double[] x = new double[n];
    double square = 0;
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      square += x[i] * x[i];
    }
    double length = Math.pow(random.nextDouble(), 1.0 / n) / Math.sqrt(square);
    for (int i = 0; i < n; i++) {
      x[i] *= length;
    }
    return x;
  }

  private List<List<double[]>> lines(Plane[] planes) {
    int degree = degrees[0];
    double[][] coefficients = new double[2 * (degree + 1)][planes.length];
    for (int p = 0; p < planes.length; p++) {
      double[] restricted = restrict(charts.equations().get(0), planes[p]);
      for (int k = 0; k <= degree; k++) {
        coefficients[2 * k][p] = restricted[k];
      }
    }
    UnivariateRoots found = UnivariateRoots.of(coefficients, Parallel.common());
    List<List<double[]>> met = new ArrayList<>();
    for (int p = 0; p < planes.length; p++) {
      List<double[]> points = new ArrayList<>();
      for (int r = 0; r < degree; r++) {
        double real = found.roots()[2 * r][p];
        if (isReal(real, found.roots()[2 * r + 1][p])) {
          points.add(planes[p].at(real));
        }
      }
      met.add(points);
    }
    return met;
  }

  private List<List<double[]>> systems(Plane[] planes) {
    int c = degrees.length;
    SystemShape shape = SystemShape.dense(c, degrees);
    double[][][] coefficients = new double[c][][];
    for (int m = 0; m < c; m++) {
      coefficients[m] = new double[2 * shape.terms(m)][planes.length];
      int[][] exponents = shape.exponents(m);
      for (int p = 0; p < planes.length; p++) {
        double[] restricted = restrict(charts.equations().get(m), planes[p]);
        for (int t = 0; t < exponents.length; t++) {
          coefficients[m][2 * t][p] = restricted[position(exponents[t], degrees[m])];
        }
      }
    }
    SystemRoots found = SystemRoots.of(shape, coefficients, Parallel.common());
    List<List<double[]>> met = new ArrayList<>();
    for (int p = 0; p < planes.length; p++) {
      if (!Double.isFinite(found.errors()[p])) {
        throw new ArithmeticException(
            "a random plane meets the equations in fewer than "
                + shape.rootCount()
                + " complex points");
      }
      met.add(real(found, planes[p], p));
    }
    return met;
  }

  private List<double[]> real(SystemRoots found, Plane plane, int system) {
    int c = degrees.length;
    List<double[]> points = new ArrayList<>();
    for (int r = 0; r < found.shape().rootCount(); r++) {
      double[] s = new double[c];
      boolean real = true;
      for (int v = 0; v < c; v++) {
        s[v] = found.roots()[2 * (r * c + v)][system];
        real &= isReal(s[v], found.roots()[2 * (r * c + v) + 1][system]);
      }
      if (real) {
        points.add(plane.at(s));
      }
    }
    return points;
  }

  private static boolean isReal(double real, double imaginary) {
    return Math.abs(imaginary) <= REAL * (1 + Math.abs(real));
  }

  /** The coefficients on a plane, of s_1^{k_1} s_2^{k_2} … at {@link #position}. */
  private static double[] restrict(RealPolynomial f, Plane plane) {
    int degree = f.degree();
    int c = plane.directions().length;
    int size = 1;
    for (int v = 0; v < c; v++) {
      size *= degree + 1;
    }
    double[] sum = new double[size];
    for (int t = 0; t < f.coefficients().length; t++) {
      double[] term = new double[size];
      term[0] = f.coefficients()[t];
      for (int a = 0; a < f.variables(); a++) {
        for (int k = 0; k < f.exponents()[t][a]; k++) {
          term = timesCoordinate(term, plane, a, degree);
        }
      }
      for (int i = 0; i < size; i++) {
        sum[i] += term[i];
      }
    }
    return sum;
  }

  private static double[] timesCoordinate(double[] term, Plane plane, int a, int degree) {
    double[] product = new double[term.length];
    for (int i = 0; i < term.length; i++) {
      if (term[i] != 0) {
        product[i] += plane.offset()[a] * term[i];
        int stride = 1;
        for (int v = plane.directions().length - 1; v >= 0; v--) {
          product[i + stride] += plane.directions()[v][a] * term[i];
          stride *= degree + 1;
        }
      }
    }
    return product;
  }

  /** The last exponent runs fastest. */
  private static int position(int[] exponents, int degree) {
    int position = 0;
    for (int k : exponents) {
      position = position * (degree + 1) + k;
    }
    return position;
  }
}
