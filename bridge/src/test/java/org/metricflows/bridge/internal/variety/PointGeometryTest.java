package org.metricflows.bridge.internal.variety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.ComplexField;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.variety.Configuration;
import org.metricflows.numeric.internal.variety.VarietySample;

/** Pull-backs, Ω and metrics of drawn points against plain complex arithmetic and differences. */
class PointGeometryTest {
  private static final int POINTS = 40;

  static Stream<CompiledVariety> varieties() {
    return Varieties.all();
  }

  /** A point with the derivatives of the equations there, in complex numbers. */
  private record Point(CompiledVariety variety, VarietySample sample, int p) {
    Configuration shape() {
      return variety.configuration();
    }

    List<Complex> z() {
      return IntStream.range(0, shape().coordinates())
          .mapToObj(i -> new Complex(sample.z()[2 * i][p], sample.z()[2 * i + 1][p]))
          .toList();
    }

    List<Integer> eliminated() {
      return IntStream.range(0, shape().codimension())
          .mapToObj(k -> sample.eliminated()[k][p])
          .toList();
    }

    /** The coordinates that are neither 1 nor eliminated. */
    List<Integer> kept(List<Integer> eliminated) {
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < shape().coordinates(); i++) {
        kept.add(i);
      }
      kept.removeAll(eliminated);
      for (int[] patch : sample.patch()) {
        kept.remove((Integer) patch[p]);
      }
      return kept;
    }

    Complex pullback(int a, int i) {
      int column = 2 * (a * shape().coordinates() + i);
      return new Complex(sample.pullback()[column][p], sample.pullback()[column + 1][p]);
    }

    /** J from scratch: m rows, N columns. */
    FieldMatrix<Complex> pullback(List<Integer> eliminated) {
      Slopes slopes = slopes(z());
      List<Integer> kept = kept(eliminated);
      FieldMatrix<Complex> x =
          new FieldLUDecomposition<>(slopes.columns(eliminated))
              .getSolver()
              .solve(slopes.columns(kept));
      FieldMatrix<Complex> j =
          MatrixUtils.createFieldMatrix(
              ComplexField.getInstance(), kept.size(), shape().coordinates());
      for (int a = 0; a < kept.size(); a++) {
        j.setEntry(a, kept.get(a), Complex.ONE);
        for (int k = 0; k < eliminated.size(); k++) {
          j.setEntry(a, eliminated.get(k), x.getEntry(k, a).negate());
        }
      }
      return j;
    }

    double omegaSquared(List<Integer> eliminated) {
      Complex det = det(slopes(z()).columns(eliminated));
      return 1 / (det.norm() * det.norm());
    }

    Slopes slopes(List<Complex> z) {
      double[][] in = new double[2 * z.size()][1];
      for (int i = 0; i < z.size(); i++) {
        in[2 * i][0] = z.get(i).getRealPart();
        in[2 * i + 1][0] = z.get(i).getImaginaryPart();
      }
      double[][] out = new double[variety.maps().gradients().outputs()][1];
      variety.maps().gradients().apply(in, new int[in.length], out, new int[out.length], 1);
      return new Slopes(out, shape().codimension(), z.size());
    }

    /** (1/π)(δ_ij|z|² − z̄_i z_j)/|z|⁴, block by block. */
    FieldMatrix<Complex> ambientMetric() {
      int n = shape().coordinates();
      List<Complex> z = z();
      FieldMatrix<Complex> g = MatrixUtils.createFieldMatrix(ComplexField.getInstance(), n, n);
      for (int f = 0; f < shape().factors(); f++) {
        double norm = 0;
        for (int i = shape().first(f); i < shape().first(f + 1); i++) {
          norm += z.get(i).norm() * z.get(i).norm();
        }
        for (int i = shape().first(f); i < shape().first(f + 1); i++) {
          for (int j = shape().first(f); j < shape().first(f + 1); j++) {
            Complex projection = z.get(i).conjugate().multiply(z.get(j));
            Complex entry = new Complex(i == j ? norm : 0).subtract(projection);
            g.setEntry(i, j, entry.divide(Math.PI * norm * norm));
          }
        }
      }
      return g;
    }
  }

  /** Q_α and ∂Q_α/∂z_i. */
  private record Slopes(double[][] out, int equations, int coordinates) {
    Complex value(int k) {
      return new Complex(out[2 * k][0], out[2 * k + 1][0]);
    }

    Complex slope(int k, int i) {
      int column = 2 * (equations + k * coordinates + i);
      return new Complex(out[column][0], out[column + 1][0]);
    }

    FieldMatrix<Complex> columns(List<Integer> indices) {
      FieldMatrix<Complex> b =
          MatrixUtils.createFieldMatrix(ComplexField.getInstance(), equations, indices.size());
      for (int k = 0; k < equations; k++) {
        for (int j = 0; j < indices.size(); j++) {
          b.setEntry(k, j, slope(k, indices.get(j)));
        }
      }
      return b;
    }
  }

  private static Complex det(FieldMatrix<Complex> matrix) {
    return new FieldLUDecomposition<>(matrix).getDeterminant();
  }

  private static FieldMatrix<Complex> adjoint(FieldMatrix<Complex> matrix) {
    FieldMatrix<Complex> adjoint = matrix.transpose();
    for (int i = 0; i < adjoint.getRowDimension(); i++) {
      for (int j = 0; j < adjoint.getColumnDimension(); j++) {
        adjoint.setEntry(i, j, adjoint.getEntry(i, j).conjugate());
      }
    }
    return adjoint;
  }

  private static List<Point> points(CompiledVariety variety) {
    VarietySample sample = variety.sampler().draw(POINTS, 0, 5);
    return IntStream.range(0, sample.points())
        .mapToObj(p -> new Point(variety, sample, p))
        .toList();
  }

  private static void agree(Complex value, Complex exact, double tolerance) {
    assertThat(value.subtract(exact).norm())
        .isLessThanOrEqualTo(tolerance * Math.max(1, exact.norm()));
  }

  @ParameterizedTest
  @MethodSource("varieties")
  void tangentsSolveTheLinearisedEquations(CompiledVariety variety) {
    for (Point point : points(variety)) {
      Slopes slopes = point.slopes(point.z());
      for (int k = 0; k < slopes.equations(); k++) {
        for (int a = 0; a < variety.configuration().dimension(); a++) {
          Complex sum = Complex.ZERO;
          double size = 0;
          for (int i = 0; i < slopes.coordinates(); i++) {
            Complex term = slopes.slope(k, i).multiply(point.pullback(a, i));
            sum = sum.add(term);
            size += term.norm();
          }
          assertThat(sum.norm()).isLessThanOrEqualTo(1e-13 * size);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("varieties")
  void pullBackIsTheDerivativeAlongTheVariety(CompiledVariety variety) {
    double h = 1e-4;
    for (Point point : points(variety)) {
      List<Integer> kept = point.kept(point.eliminated());
      // a difference sees curvature h²; where the variety bends sharply it cannot tell
      if (det(point.slopes(point.z()).columns(point.eliminated())).norm() < 0.3) {
        continue;
      }
      for (int a = 0; a < kept.size(); a++) {
        List<Complex> ahead = onVariety(point, kept.get(a), new Complex(0.6 * h, 0.8 * h));
        List<Complex> behind = onVariety(point, kept.get(a), new Complex(-0.6 * h, -0.8 * h));
        for (int i = 0; i < ahead.size(); i++) {
          Complex slope =
              ahead.get(i).subtract(behind.get(i)).divide(new Complex(1.2 * h, 1.6 * h));
          agree(point.pullback(a, i), slope, 1e-4);
        }
      }
    }
  }

  /** The point with one kept coordinate moved and the eliminated ones found by Newton's method. */
  private static List<Complex> onVariety(Point point, int moved, Complex step) {
    List<Complex> z = new ArrayList<>(point.z());
    z.set(moved, z.get(moved).add(step));
    for (int newton = 0; newton < 8; newton++) {
      Slopes slopes = point.slopes(z);
      FieldMatrix<Complex> q =
          MatrixUtils.createFieldMatrix(ComplexField.getInstance(), slopes.equations(), 1);
      for (int k = 0; k < slopes.equations(); k++) {
        q.setEntry(k, 0, slopes.value(k));
      }
      FieldMatrix<Complex> change =
          new FieldLUDecomposition<>(slopes.columns(point.eliminated())).getSolver().solve(q);
      for (int k = 0; k < slopes.equations(); k++) {
        int i = point.eliminated().get(k);
        z.set(i, z.get(i).subtract(change.getEntry(k, 0)));
      }
    }
    return z;
  }

  @ParameterizedTest
  @MethodSource("varieties")
  void metricsAreThePullBackOfTheAmbientOne(CompiledVariety variety) {
    int m = variety.configuration().dimension();
    for (Point point : points(variety)) {
      FieldMatrix<Complex> j = point.pullback(point.eliminated());
      FieldMatrix<Complex> g = j.multiply(point.ambientMetric()).multiply(adjoint(j));
      double size = Math.pow(Math.max(1, norm(j)), 2);
      int column = 0;
      for (int a = 0; a < m; a++) {
        for (int b = a; b < m; b++) {
          double re = point.sample().fubiniStudy()[column++][point.p()];
          double im = a == b ? 0 : point.sample().fubiniStudy()[column++][point.p()];
          agree(new Complex(re, im), g.getEntry(a, b), 1e-13 * size);
        }
      }
      double det = point.sample().determinant()[point.p()];
      assertThat(det).isPositive();
      agree(new Complex(det), det(g), 1e-13 * size);
    }
  }

  private static double norm(FieldMatrix<Complex> matrix) {
    double norm = 0;
    for (int i = 0; i < matrix.getRowDimension(); i++) {
      for (int j = 0; j < matrix.getColumnDimension(); j++) {
        norm = Math.max(norm, matrix.getEntry(i, j).norm());
      }
    }
    return norm;
  }

  @ParameterizedTest
  @MethodSource("varieties")
  void otherEliminatedCoordinatesTransformVolumeFormAndMetric(CompiledVariety variety) {
    for (Point point : points(variety)) {
      List<Integer> eliminated = point.eliminated();
      List<Integer> kept = point.kept(eliminated);
      for (int a = 0; a < kept.size(); a++) {
        List<Integer> others = new ArrayList<>(eliminated);
        others.set(a % others.size(), kept.get(a));
        if (det(point.slopes(point.z()).columns(others)).norm() < 1e-3) {
          continue; // not coordinates there
        }
        FieldMatrix<Complex> j = point.pullback(others);
        Complex[][] change = new Complex[kept.size()][kept.size()];
        for (int row = 0; row < kept.size(); row++) {
          for (int column = 0; column < kept.size(); column++) {
            change[row][column] = j.getEntry(row, kept.get(column));
          }
        }
        double jacobian = det(MatrixUtils.createFieldMatrix(change)).norm();
        FieldMatrix<Complex> g = j.multiply(point.ambientMetric()).multiply(adjoint(j));
        double factor = jacobian * jacobian;
        // large Jacobians mean small pivots, which amplify rounding
        double tolerance = 1e-11 * Math.pow(Math.max(1, norm(j)), 2);
        assertThat(point.omegaSquared(others) / point.sample().omegaSquared()[point.p()])
            .isCloseTo(factor, within(tolerance * factor));
        assertThat(det(g).getRealPart() / point.sample().determinant()[point.p()])
            .isCloseTo(factor, within(tolerance * Math.max(1, factor)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("varieties")
  void weightsDoNotDependOnTheScaleOfHomogeneousCoordinates(CompiledVariety variety) {
    VarietySample sample = variety.sampler().draw(POINTS, 0, 6);
    Configuration shape = variety.configuration();
    double[][] z = new double[sample.z().length][POINTS];
    for (int f = 0; f < shape.factors(); f++) {
      for (int i = shape.first(f); i < shape.first(f + 1); i++) {
        for (int p = 0; p < POINTS; p++) {
          Complex lambda = new Complex(0.3 + p, 2 - 0.7 * f);
          Complex scaled =
              lambda.multiply(new Complex(sample.z()[2 * i][p], sample.z()[2 * i + 1][p]));
          z[2 * i][p] = scaled.getRealPart();
          z[2 * i + 1][p] = scaled.getImaginaryPart();
        }
      }
    }
    VarietySample again = variety.sampler().of(z, null, POINTS);
    for (int p = 0; p < POINTS; p++) {
      assertThat(again.weight()[p])
          .isCloseTo(sample.weight()[p], within(1e-9 * sample.weight()[p]));
      assertThat(again.omegaSquared()[p])
          .isCloseTo(sample.omegaSquared()[p], within(1e-9 * sample.omegaSquared()[p]));
    }
  }
}
