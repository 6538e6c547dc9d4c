package org.metricflows.numeric.internal.kahler;

import java.util.List;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.roots.ComplexLu;
import org.metricflows.numeric.internal.series.SeriesSpace;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * The homogeneous coordinates of points of a variety as holomorphic functions z^i(u) to second
 * order in the kept coordinates u.
 *
 * <p>By the equations Q_α(z(u)) = 0: with J^i_a = ∂_a z^i, and B_αβ = ∂Q_α/∂(eliminated coordinate
 * β),
 *
 * <pre>
 *   Σ_β B_αβ ∂_a∂_c z^β = − Σ_ij ∂_i∂_j Q_α J^i_a J^j_c
 * </pre>
 */
public final class CoordinateSeries {

  private final List<Integer> ambient;
  private final SeriesSpace space;
  private final double[][] columns;

  private CoordinateSeries(List<Integer> ambient, SeriesSpace space, double[][] columns) {
    this.ambient = ambient;
    this.space = space;
    this.columns = columns;
  }

  /**
   * The series at all points of a sample.
   *
   * @param gradients z ↦ Q_α, then ∂Q_α/∂z_i at {@code α·N + i}
   * @param second z, then J^i_a at {@code a·N + i} ↦ Σ_ij ∂_i∂_jQ_α J^i_a J^j_c for each α, a ≤ c
   */
  public static CoordinateSeries of(VarietySample sample, ColumnMap gradients, ColumnMap second) {
    SeriesSpace space = new SeriesSpace(sample.dimension());
    int n = space.monomials();
    int points = sample.points();
    int coordinates = sample.coordinates();
    double[][] columns = new double[2 * coordinates * n][];
    for (int i = 0; i < coordinates; i++) {
      for (int alpha = 0; alpha < n; alpha++) {
        for (int part = 0; part < 2; part++) {
          int a = alpha - 1;
          columns[2 * (i * n + alpha) + part] =
              switch (space.degree(alpha)) {
                case 0 -> sample.z()[2 * i + part];
                case 1 -> sample.pullback()[2 * (a * coordinates + i) + part];
                default -> new double[points];
              };
        }
      }
    }
    CoordinateSeries series =
        new CoordinateSeries(sample.configuration().ambient(), space, columns);
    double[][] in = new double[second.inputs()][];
    System.arraycopy(sample.z(), 0, in, 0, sample.z().length);
    System.arraycopy(sample.pullback(), 0, in, sample.z().length, sample.pullback().length);
    series.curve(sample, apply(gradients, sample.z(), points), apply(second, in, points));
    return series;
  }

  private static double[][] apply(ColumnMap map, double[][] in, int count) {
    double[][] out = new double[map.outputs()][count];
    map.apply(in, new int[in.length], out, new int[out.length], count);
    return out;
  }

  /** Solves for the second derivatives of the eliminated coordinates. */
  private void curve(VarietySample sample, double[][] gradients, double[][] second) {
    int equations = sample.configuration().codimension();
    int pairs = space.monomials() - 1 - space.dimension();
    ComplexLu lu = new ComplexLu(equations);
    double[] b = new double[2 * equations];
    for (int p = 0; p < sample.points(); p++) {
      for (int k = 0; k < equations; k++) {
        for (int e = 0; e < equations; e++) {
          int slope = 2 * (equations + k * coordinates() + sample.eliminated()[e][p]);
          lu.set(k, e, gradients[slope][p], gradients[slope + 1][p]);
        }
      }
      if (!lu.factor()) {
        throw new ArithmeticException("the equations are singular at point " + p);
      }
      for (int a = 0; a < space.dimension(); a++) {
        for (int c = a; c < space.dimension(); c++) {
          int monomial = space.monomial(a, c);
          double taylor = a == c ? -0.5 : -1;
          for (int k = 0; k < equations; k++) {
            int at = 2 * (k * pairs + monomial - 1 - space.dimension());
            b[2 * k] = taylor * second[at][p];
            b[2 * k + 1] = taylor * second[at + 1][p];
          }
          lu.solve(b);
          for (int e = 0; e < equations; e++) {
            int column = column(sample.eliminated()[e][p], monomial);
            columns[column][p] = b[2 * e];
            columns[column + 1][p] = b[2 * e + 1];
          }
        }
      }
    }
  }

  /** Position of the real part of a coordinate's Taylor coefficient; the imaginary part follows. */
  private int column(int coordinate, int monomial) {
    return 2 * (coordinate * space.monomials() + monomial);
  }

  /** Dimensions of the projective spaces. */
  List<Integer> ambient() {
    return ambient;
  }

  /** Series in u and ū. */
  public SeriesSpace space() {
    return space;
  }

  /** Number of points. */
  public int points() {
    return columns[0].length;
  }

  /** Number of homogeneous coordinates. */
  int coordinates() {
    return columns.length / (2 * space.monomials());
  }

  /** Re of z^i's Taylor coefficient, by point. */
  double[] real(int coordinate, int monomial) {
    return columns[column(coordinate, monomial)];
  }

  /** Im of z^i's Taylor coefficient, by point. */
  double[] imaginary(int coordinate, int monomial) {
    return columns[column(coordinate, monomial) + 1];
  }
}
