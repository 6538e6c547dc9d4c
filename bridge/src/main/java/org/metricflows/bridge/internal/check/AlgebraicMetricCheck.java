package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.ComplexField;
import org.hipparchus.complex.FieldComplex;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.Binary64;
import org.metricflows.bridge.internal.spec.VarietySpec;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * The metric of a form at the points of records, and what is told of it.
 *
 * @param heldOut the points
 * @param stated the variety that the independent paths go by
 * @param sections s
 * @param paths what is checked
 * @param form a positive H
 */
record AlgebraicMetricCheck(
    VarietySample heldOut,
    VarietySpec stated,
    FieldSections sections,
    AlgebraicPaths paths,
    ComplexForm form) {
  private static final double STEP = 2e-3;
  private static final int MOST_DIFFERENCES = 6;

  private int chosen() {
    return Math.min(KahlerCheck.MOST_POINTS, heldOut.points());
  }

  /** Second derivatives of the logarithm of a sum over N² pairs. */
  CheckResult metric(double[][] metric) {
    Comparison comparison = new Comparison("metric", Oracles.STRUCTURE, 1e-10);
    for (int p = 0; p < chosen(); p++) {
      double[] expected = metricAt(p);
      for (int k = 0; k < expected.length; k++) {
        comparison.add("g", "number " + k + " at point " + p, metric[k][p], expected[k]);
      }
    }
    return comparison.result(chosen());
  }

  private double[] metricAt(int p) {
    int m = heldOut.dimension();
    DSFactory factory = new DSFactory(2 * m, 2);
    FieldFeatures field = new FieldFeatures(factory, stated.ambient(), m);
    List<FieldComplex<DerivativeStructure>> z =
        field.coordinates(heldOut.z(), heldOut.pullback(), p);
    double[] jet = field.hermitian(sections.potential(form, z), 0);
    return Arrays.copyOfRange(jet, jet.length - m * m, jet.length);
  }

  /** v^a v̄^b g_ab̄ = ¼(∂²_{Re h} + ∂²_{Im h}) of the potential as u moves to u + hv. */
  CheckResult alongTheVariety(double[][] metric, Random random) {
    Comparison comparison = new Comparison("metric", CentralDifference.NAME, 1e-7);
    NearbyPoints nearby = VarietyPointsCheck.nearby(heldOut, stated);
    int count = Math.min(MOST_DIFFERENCES, heldOut.points());
    for (int p = 0; p < count; p++) {
      Complex[] v = direction(random);
      double laplacian = 0;
      for (Complex axis : List.of(Complex.ONE, Complex.I)) {
        int point = p;
        laplacian +=
            CentralDifference.second(
                h -> {
                  Complex[] offset = new Complex[v.length];
                  Arrays.setAll(offset, a -> v[a].multiply(axis.multiply(h)));
                  return potential(nearby.moved(point, offset));
                },
                STEP);
      }
      FieldMatrix<Complex> g = matrix(metric, p);
      Complex expected = Complex.ZERO;
      for (int a = 0; a < v.length; a++) {
        for (int b = 0; b < v.length; b++) {
          expected = expected.add(v[a].multiply(g.getEntry(a, b)).multiply(v[b].conjugate()));
        }
      }
      String name = "along a direction at point " + p;
      comparison.add("g", name, expected.getRealPart(), laplacian / 4);
    }
    return comparison.result(count);
  }

  private Complex[] direction(Random random) {
    Complex[] v = new Complex[heldOut.dimension()];
    Arrays.setAll(v, a -> new Complex(random.nextGaussian(), random.nextGaussian()));
    double norm = Math.sqrt(Arrays.stream(v).mapToDouble(x -> x.norm() * x.norm()).sum());
    Arrays.setAll(v, a -> v[a].divide(norm));
    return v;
  }

  private double potential(Complex[] z) {
    List<FieldComplex<Binary64>> point =
        Arrays.stream(z)
            .map(
                c ->
                    new FieldComplex<>(
                        new Binary64(c.getRealPart()), new Binary64(c.getImaginaryPart())))
            .toList();
    return sections.potential(form, point).getReal();
  }

  private FieldMatrix<Complex> matrix(double[][] packed, int p) {
    int m = heldOut.dimension();
    FieldMatrix<Complex> matrix = new Array2DRowFieldMatrix<>(ComplexField.getInstance(), m, m);
    ComplexForm form =
        ComplexForm.unpacked(m, Arrays.stream(packed).mapToDouble(column -> column[p]).toArray());
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        matrix.setEntry(a, b, new Complex(form.re()[a][b], form.im()[a][b]));
      }
    }
    return matrix;
  }

  private double determinant(double[][] metric, int p) {
    return new FieldLUDecomposition<>(matrix(metric, p)).getDeterminant().getRealPart();
  }

  CheckResult ratio(double[][] metric) {
    Comparison comparison = new Comparison("volume ratio", "decomposition and monomials", 1e-9);
    NearbyPoints nearby = VarietyPointsCheck.nearby(heldOut, stated);
    double[] actual = paths.ratio().apply(metric);
    for (int p = 0; p < chosen(); p++) {
      double expected = determinant(metric, p) / nearby.omegaSquared(p);
      comparison.add("q", "q at point " + p, actual[p], expected);
    }
    return comparison.result(chosen());
  }

  CheckResult record(double[][] metric) {
    Comparison comparison = new Comparison("record", "sums over points", 1e-9);
    Map<String, Object> record = paths.record().apply(metric);
    int count = heldOut.points();
    double[] q = new double[count];
    double weights = 0;
    double volume = 0;
    double least = Double.POSITIVE_INFINITY;
    int positive = 0;
    for (int p = 0; p < count; p++) {
      q[p] = determinant(metric, p) / heldOut.omegaSquared()[p];
      weights += heldOut.weight()[p];
      volume += heldOut.weight()[p] * q[p];
      double own = leastEigenvalue(metric, p);
      least = Math.min(least, own);
      positive += own > 0 ? 1 : 0;
    }
    double kappa = volume / weights;
    double sigma = 0;
    for (int p = 0; p < count; p++) {
      sigma += heldOut.weight()[p] * Math.abs(1 - q[p] / kappa) / weights;
    }
    comparison.add("sigma", "sigma", number(record, "sigma"), sigma);
    comparison.add("volume", "kahler_volume", number(record, "kahler_volume"), volume / count);
    comparison.add("least", "minimum_eigenvalue", number(record, "minimum_eigenvalue"), least);
    double fraction = (double) positive / count;
    comparison.add("positive", "positive_fraction", number(record, "positive_fraction"), fraction);
    return comparison.result(count);
  }

  private static double number(Map<String, Object> record, String name) {
    return ((Number) record.get(name)).doubleValue();
  }

  /** The least λ with det(g − λ g_FS) = 0, of the real symmetric matrices of twice the size. */
  private double leastEigenvalue(double[][] metric, int p) {
    RealMatrix g = real(metric, p);
    RealMatrix root =
        new EigenDecompositionSymmetric(real(heldOut.fubiniStudy(), p)).getSquareRoot();
    RealMatrix inverse = MatrixUtils.inverse(root);
    RealMatrix relative = inverse.multiply(g).multiply(inverse);
    RealMatrix symmetric = relative.add(relative.transpose()).scalarMultiply(0.5);
    double[] values = new EigenDecompositionSymmetric(symmetric).getEigenvalues();
    return Arrays.stream(values).min().orElseThrow();
  }

  /** A + iB as [[A, −B], [B, A]]. */
  private RealMatrix real(double[][] packed, int p) {
    FieldMatrix<Complex> matrix = matrix(packed, p);
    int m = heldOut.dimension();
    RealMatrix real = MatrixUtils.createRealMatrix(2 * m, 2 * m);
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        Complex entry = matrix.getEntry(a, b);
        real.setEntry(a, b, entry.getRealPart());
        real.setEntry(m + a, m + b, entry.getRealPart());
        real.setEntry(m + a, b, entry.getImaginaryPart());
        real.setEntry(a, m + b, -entry.getImaginaryPart());
      }
    }
    return real;
  }
}
