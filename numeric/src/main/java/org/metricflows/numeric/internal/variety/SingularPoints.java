package org.metricflows.numeric.internal.variety;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.ComplexField;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.metricflows.numeric.internal.batch.ColumnMap;

/**
 * Looks for singular points of a variety: critical points of L(z, λ) = Σ λ_α Q_α, λ ≠ 0, where all
 * equations vanish and their gradients are linearly dependent.
 *
 * <p>From those points of a sample where the gradients are nearest to dependent, Levenberg and
 * Marquardt's method minimises |∂L|², each factor's largest coordinate and the largest λ held at 1.
 * A point is singular if |∂L| falls to rounding; a minimum above that is none.
 */
public final class SingularPoints {
  private static final int STARTS = 24;
  private static final int STEPS = 80;
  private static final double VANISHING = 1e-11;

  /** Coordinates of this size may be zeros that were not reached. */
  private static final double SMALL = 1e-2;

  private final Configuration shape;
  private final ColumnMap gradients;
  private final ColumnMap critical;
  private final int coordinates;
  private final int unknowns;

  /**
   * @param gradients see {@link VarietyMaps}
   * @param critical (z, λ) ↦ ∂_iL, then ∂_i∂_jL at {@code i·n + j}, n = N + K
   */
  public SingularPoints(Configuration shape, ColumnMap gradients, ColumnMap critical) {
    this.shape = shape;
    this.gradients = gradients;
    this.critical = critical;
    this.coordinates = shape.coordinates();
    this.unknowns = coordinates + shape.codimension();
  }

  /** Homogeneous coordinates of a singular point, if one is found from this sample. */
  public Optional<List<Complex>> near(VarietySample sample) {
    Start[] starts = new Start[sample.points()];
    Arrays.setAll(starts, p -> start(sample.z(), p));
    double scale = Arrays.stream(starts).mapToDouble(Start::size).max().orElse(1);
    return Arrays.stream(starts)
        .sorted(Comparator.comparingDouble(Start::dependence))
        .limit(STARTS)
        .map(start -> minimise(start.x(), scale))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * A point and multipliers.
   *
   * @param dependence |Σ λ_α ∂Q_α| at the best λ
   * @param size the largest of the gradients
   */
  private record Start(Complex[] x, double dependence, double size) {}

  private Start start(double[][] z, int p) {
    double[][] out = new double[gradients.outputs()][1];
    int[] offset = new int[z.length];
    Arrays.fill(offset, p);
    gradients.apply(z, offset, out, new int[out.length], 1);
    int k = shape.codimension();
    Complex[][] gram = new Complex[k][k];
    double size = 0;
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        gram[a][b] = Complex.ZERO;
        for (int i = 0; i < coordinates; i++) {
          Complex left = complex(out, k + a * coordinates + i);
          Complex right = complex(out, k + b * coordinates + i);
          gram[a][b] = gram[a][b].add(left.conjugate().multiply(right));
        }
      }
      size = Math.max(size, Math.sqrt(gram[a][a].getRealPart()));
    }
    Complex[] x = new Complex[unknowns];
    for (int i = 0; i < coordinates; i++) {
      x[i] = new Complex(z[2 * i][p], z[2 * i + 1][p]);
    }
    double dependence = smallest(gram, size, x);
    return new Start(x, dependence, size);
  }

  /** Inverse iteration for the smallest eigenvalue's root; its vector is put behind the point. */
  private double smallest(Complex[][] gram, double size, Complex[] x) {
    int k = gram.length;
    FieldMatrix<Complex> shifted = MatrixUtils.createFieldMatrix(gram);
    for (int a = 0; a < k; a++) {
      shifted.addToEntry(a, a, new Complex(1e-14 * size * size));
    }
    FieldMatrix<Complex> vector = MatrixUtils.createFieldMatrix(ComplexField.getInstance(), k, 1);
    for (int a = 0; a < k; a++) {
      vector.setEntry(a, 0, new Complex(1 + a));
    }
    double norm = 1;
    for (int step = 0; step < 6; step++) {
      vector = vector.scalarMultiply(new Complex(1 / norm(vector)));
      vector = new FieldLUDecomposition<>(shifted).getSolver().solve(vector);
      norm = norm(vector);
    }
    for (int a = 0; a < k; a++) {
      x[coordinates + a] = vector.getEntry(a, 0);
    }
    return 1 / Math.sqrt(norm);
  }

  private static double norm(FieldMatrix<Complex> column) {
    double sum = 0;
    for (int i = 0; i < column.getRowDimension(); i++) {
      double modulus = column.getEntry(i, 0).norm();
      sum += modulus * modulus;
    }
    return Math.sqrt(sum);
  }

  private static Complex complex(double[][] columns, int i) {
    return new Complex(columns[2 * i][0], columns[2 * i + 1][0]);
  }

  private Optional<List<Complex>> minimise(Complex[] start, double scale) {
    Complex[] x = normalised(start);
    double[][] values = evaluate(x);
    double damping = 1e-3 * scale * scale;
    for (int step = 0; step < STEPS && residual(values) > VANISHING * scale; step++) {
      Complex[] tried = normalised(moved(x, values, damping));
      double[][] there = evaluate(tried);
      if (residual(there) < residual(values)) {
        x = tried;
        values = there;
        damping /= 8;
      } else {
        damping *= 4;
      }
    }
    return residual(values) <= VANISHING * scale
        ? Optional.of(List.of(cleaned(x, scale)).subList(0, coordinates))
        : Optional.empty();
  }

  /**
   * Zeros where they leave the point singular: at degenerate points the steps end far from them.
   */
  private Complex[] cleaned(Complex[] x, double scale) {
    Complex[] clean = x.clone();
    for (int i = 0; i < coordinates; i++) {
      Complex found = clean[i];
      clean[i] = found.norm() < SMALL ? Complex.ZERO : found;
      if (residual(evaluate(clean)) > VANISHING * scale) {
        clean[i] = found;
      }
    }
    return clean;
  }

  /** Each factor's largest coordinate and the largest λ made 1. */
  private Complex[] normalised(Complex[] x) {
    Complex[] scaled = x.clone();
    for (int f = 0; f < shape.factors(); f++) {
      normalise(scaled, shape.first(f), shape.first(f + 1));
    }
    normalise(scaled, coordinates, unknowns);
    return scaled;
  }

  private static void normalise(Complex[] x, int from, int to) {
    Complex divisor = x[largest(x, from, to)];
    for (int i = from; i < to; i++) {
      x[i] = x[i].divide(divisor);
    }
  }

  private static int largest(Complex[] x, int from, int to) {
    return IntStream.range(from, to)
        .boxed()
        .max(Comparator.comparingDouble(i -> x[i].norm()))
        .orElseThrow();
  }

  private double[][] evaluate(Complex[] x) {
    double[][] in = new double[2 * unknowns][1];
    for (int i = 0; i < unknowns; i++) {
      in[2 * i][0] = x[i].getRealPart();
      in[2 * i + 1][0] = x[i].getImaginaryPart();
    }
    double[][] out = new double[critical.outputs()][1];
    critical.apply(in, new int[in.length], out, new int[out.length], 1);
    return out;
  }

  /** |∂L|. */
  private double residual(double[][] values) {
    double sum = 0;
    for (int i = 0; i < 2 * unknowns; i++) {
      sum += values[i][0] * values[i][0];
    }
    return Math.sqrt(sum);
  }

  /** x − (J†J + damping)⁻¹ J†∂L in the coordinates that are not held. */
  private Complex[] moved(Complex[] x, double[][] values, double damping) {
    int[] free = free(x);
    FieldMatrix<Complex> jacobian =
        MatrixUtils.createFieldMatrix(ComplexField.getInstance(), unknowns, free.length);
    FieldMatrix<Complex> adjoint =
        MatrixUtils.createFieldMatrix(ComplexField.getInstance(), free.length, unknowns);
    FieldMatrix<Complex> slope =
        MatrixUtils.createFieldMatrix(ComplexField.getInstance(), unknowns, 1);
    for (int i = 0; i < unknowns; i++) {
      slope.setEntry(i, 0, complex(values, i));
      for (int j = 0; j < free.length; j++) {
        Complex second = complex(values, unknowns + i * unknowns + free[j]);
        jacobian.setEntry(i, j, second);
        adjoint.setEntry(j, i, second.conjugate());
      }
    }
    FieldMatrix<Complex> normal = adjoint.multiply(jacobian);
    for (int j = 0; j < free.length; j++) {
      normal.addToEntry(j, j, new Complex(damping + Double.MIN_NORMAL));
    }
    FieldLUDecomposition<Complex> lu = new FieldLUDecomposition<>(normal);
    Complex[] moved = x.clone();
    if (lu.getSolver().isNonSingular()) {
      FieldMatrix<Complex> step = lu.getSolver().solve(adjoint.multiply(slope));
      for (int j = 0; j < free.length; j++) {
        moved[free[j]] = moved[free[j]].subtract(step.getEntry(j, 0));
      }
    }
    return moved;
  }

  private int[] free(Complex[] x) {
    boolean[] held = new boolean[unknowns];
    for (int f = 0; f < shape.factors(); f++) {
      held[largest(x, shape.first(f), shape.first(f + 1))] = true;
    }
    held[largest(x, coordinates, unknowns)] = true;
    return IntStream.range(0, unknowns).filter(i -> !held[i]).toArray();
  }
}
