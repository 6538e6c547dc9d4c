package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.ComplexField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.internal.variety.Polynomial;
import org.metricflows.symbolic.internal.variety.Variety;

/**
 * Points of a variety near a given one, by Newton's method for the eliminated coordinates, and
 * derivatives of its equations monomial by monomial.
 */
final class NearbyPoints {
  private static final int STEPS = 8;

  private final Variety variety;
  private final VarietySample sample;

  NearbyPoints(Variety variety, VarietySample sample) {
    this.variety = variety;
    this.sample = sample;
  }

  /** Homogeneous coordinates of a point of the sample. */
  Complex[] point(int p) {
    Complex[] z = new Complex[sample.coordinates()];
    Arrays.setAll(z, i -> new Complex(sample.z()[2 * i][p], sample.z()[2 * i + 1][p]));
    return z;
  }

  /** The eliminated coordinates of a point of the sample. */
  int[] eliminated(int p) {
    return Arrays.stream(sample.eliminated()).mapToInt(column -> column[p]).toArray();
  }

  /** The coordinates u¹ … u^m at a point of the sample: neither 1 nor eliminated. */
  int[] kept(int p) {
    int[] kept = new int[sample.dimension()];
    int a = 0;
    for (int i = 0; i < sample.coordinates(); i++) {
      int coordinate = i;
      boolean fixed = Arrays.stream(sample.patch()).anyMatch(column -> column[p] == coordinate);
      if (!fixed && Arrays.stream(eliminated(p)).noneMatch(e -> e == coordinate)) {
        kept[a++] = i;
      }
    }
    return kept;
  }

  /** The point of the variety with u^a moved by h. */
  Complex[] moved(int p, int a, Complex h) {
    Complex[] offset = new Complex[sample.dimension()];
    Arrays.fill(offset, Complex.ZERO);
    offset[a] = h;
    return moved(p, offset);
  }

  /** The point of the variety with u moved. */
  Complex[] moved(int p, Complex[] offset) {
    Complex[] z = point(p);
    int[] kept = kept(p);
    for (int a = 0; a < kept.length; a++) {
      z[kept[a]] = z[kept[a]].add(offset[a]);
    }
    for (int step = 0; step < STEPS; step++) {
      newton(z, eliminated(p));
    }
    return z;
  }

  private void newton(Complex[] z, int[] eliminated) {
    List<Polynomial> equations = variety.equations();
    Complex[] values = equations.stream().map(q -> value(q, z)).toArray(Complex[]::new);
    ArrayFieldVector<Complex> step =
        (ArrayFieldVector<Complex>)
            new FieldLUDecomposition<>(jacobian(z, eliminated))
                .getSolver()
                .solve(new ArrayFieldVector<>(values));
    for (int k = 0; k < eliminated.length; k++) {
      z[eliminated[k]] = z[eliminated[k]].subtract(step.getEntry(k));
    }
  }

  /** A point near one of the sample, with tangents along the same coordinates. */
  Place place(Complex[] z, int p) {
    int n = z.length;
    int[] kept = kept(p);
    int[] eliminated = eliminated(p);
    FieldMatrix<Complex> slopes =
        new FieldLUDecomposition<>(jacobian(z, eliminated)).getSolver().solve(jacobian(z, kept));
    double[][] coordinates = new double[2 * n][1];
    for (int i = 0; i < n; i++) {
      put(z[i], coordinates, i);
    }
    double[][] pullback = new double[2 * n * kept.length][1];
    for (int a = 0; a < kept.length; a++) {
      put(Complex.ONE, pullback, a * n + kept[a]);
      for (int e = 0; e < eliminated.length; e++) {
        put(slopes.getEntry(e, a).negate(), pullback, a * n + eliminated[e]);
      }
    }
    return new Place(coordinates, pullback, 0);
  }

  private static void put(Complex value, double[][] columns, int at) {
    columns[2 * at][0] = value.getRealPart();
    columns[2 * at + 1][0] = value.getImaginaryPart();
  }

  /** The equations' derivatives by some coordinates. */
  private FieldMatrix<Complex> jacobian(Complex[] z, int[] by) {
    int equations = variety.codimension();
    FieldMatrix<Complex> jacobian =
        new Array2DRowFieldMatrix<>(ComplexField.getInstance(), equations, by.length);
    for (int k = 0; k < equations; k++) {
      for (int e = 0; e < by.length; e++) {
        jacobian.setEntry(k, e, slope(variety.equations().get(k), z, by[e]));
      }
    }
    return jacobian;
  }

  /** 1/|det ∂Q/∂z_eliminated|². */
  double omegaSquared(int p) {
    FieldMatrix<Complex> jacobian = jacobian(point(p), eliminated(p));
    double norm = new FieldLUDecomposition<>(jacobian).getDeterminant().norm();
    return 1 / (norm * norm);
  }

  private static Complex value(Polynomial q, Complex[] z) {
    Complex sum = Complex.ZERO;
    for (Map.Entry<List<Integer>, ?> term : q.terms().entrySet()) {
      sum = sum.add(coefficient(q, term.getKey()).multiply(monomial(term.getKey(), z, -1)));
    }
    return sum;
  }

  private static Complex slope(Polynomial q, Complex[] z, int i) {
    Complex sum = Complex.ZERO;
    for (List<Integer> exponents : q.terms().keySet()) {
      int n = exponents.get(i);
      if (n > 0) {
        sum = sum.add(coefficient(q, exponents).multiply(monomial(exponents, z, i)).multiply(n));
      }
    }
    return sum;
  }

  private static Complex coefficient(Polynomial q, List<Integer> exponents) {
    return new Complex(
        number(q.terms().get(exponents).re()), number(q.terms().get(exponents).im()));
  }

  /** Coefficients are constant formulas. */
  private static double number(Expr constant) {
    if (constant instanceof Rational rational) {
      return rational.toDouble();
    }
    if (constant instanceof Constant named) {
      return named.value();
    }
    DerivativeStructure zero = new DSFactory(1, 0).constant(0);
    return new FieldExpression<>(zero, Map.of()).of(constant).getValue();
  }

  /** Π z_j^{n_j} with one factor z_lowered fewer. */
  private static Complex monomial(List<Integer> exponents, Complex[] z, int lowered) {
    Complex product = Complex.ONE;
    for (int j = 0; j < z.length; j++) {
      int n = exponents.get(j) - (j == lowered ? 1 : 0);
      for (int k = 0; k < n; k++) {
        product = product.multiply(z[j]);
      }
    }
    return product;
  }
}
