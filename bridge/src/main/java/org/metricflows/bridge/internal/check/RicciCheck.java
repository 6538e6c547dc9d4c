package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.ComplexField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldDecompositionSolver;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.metricflows.bridge.internal.kahler.KahlerEvaluators;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.VarietySpec;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.variety.Variety;

/**
 * The Ricci curvature of a potential's metric, which power series give, by differences along the
 * variety: as u moves to u + hv,
 *
 * <pre>
 *   v^a v̄^b R_ab̄ = −∂_h∂_h̄ log det g = −¼ (∂²_{Re h} + ∂²_{Im h}) log det g.
 * </pre>
 */
final class RicciCheck {
  private static final double STEP = 5e-3;
  private static final int MOST_POINTS = 6;

  private final KahlerEvaluators evaluators;
  private final CalabiYauSpec stated;
  private final VarietySample sample;
  private final NearbyPoints nearby;
  private final PotentialOracle oracle;
  private final PotentialCheck potential;
  private final Random random = new Random(40);

  RicciCheck(
      KahlerEvaluators evaluators,
      CalabiYauSpec stated,
      PotentialOracle oracle,
      PotentialCheck potential) {
    this.evaluators = evaluators;
    this.stated = stated;
    this.sample = evaluators.sample();
    VarietySpec spec = stated.variety();
    this.nearby =
        new NearbyPoints(Variety.of(spec.ambient(), spec.equations(), spec.parameters()), sample);
    this.oracle = oracle;
    this.potential = potential;
  }

  /** Differences err by h⁶ and by rounding of 1e-15/h², of a linearised network by 1e-9/h². */
  List<CheckResult> results() {
    double[] theta = theta();
    double[][] ricci = evaluators.ricci(theta);
    int points = Math.min(MOST_POINTS, ricci[0].length);
    double tolerance = potential.isLinearised() ? 1e-4 : 1e-6;
    Comparison differences = new Comparison("Ricci curvature", CentralDifference.NAME, tolerance);
    Comparison trace = new Comparison("Ricci scalar", Oracles.STRUCTURE, 1e-7);
    for (int p = 0; p < points; p++) {
      Complex[] v = direction();
      String name = "along a direction at point " + p;
      differences.add("R", name, along(theta, p, v), difference(theta, p, v));
      FieldDecompositionSolver<Complex> g =
          new FieldLUDecomposition<>(metric(theta, oracle.place(p))).getSolver();
      double scalar = g.solve(tensor(ricci, p)).getTrace().getRealPart();
      trace.add("R", "at point " + p, ricci[ricci.length - 1][p], scalar);
    }
    return List.of(differences.result(points), trace.result(points));
  }

  /** Parameters that curvatures are compared at. */
  double[] theta() {
    return potential.theta();
  }

  /** The evaluator's v^a v̄^b R_ab̄. */
  double along(double[] theta, int p, Complex[] v) {
    FieldMatrix<Complex> tensor = tensor(evaluators.ricci(theta), p);
    Complex form = Complex.ZERO;
    for (int a = 0; a < v.length; a++) {
      for (int b = 0; b < v.length; b++) {
        form = form.add(v[a].multiply(tensor.getEntry(a, b)).multiply(v[b].conjugate()));
      }
    }
    return form.getRealPart();
  }

  private FieldMatrix<Complex> tensor(double[][] ricci, int p) {
    return matrix(Arrays.stream(ricci).mapToDouble(column -> column[p]).toArray(), 0);
  }

  private Complex[] direction() {
    Complex[] v = new Complex[sample.dimension()];
    for (int a = 0; a < v.length; a++) {
      v[a] = new Complex(random.nextGaussian(), random.nextGaussian());
    }
    double norm = Math.sqrt(Arrays.stream(v).mapToDouble(x -> x.norm() * x.norm()).sum());
    Arrays.setAll(v, a -> v[a].divide(norm));
    return v;
  }

  private double difference(double[] theta, int p, Complex[] v) {
    double laplacian = 0;
    for (Complex axis : List.of(Complex.ONE, Complex.I)) {
      laplacian +=
          CentralDifference.second(h -> logDeterminant(theta, p, v, axis.multiply(h)), STEP);
    }
    return -laplacian / 4;
  }

  /** log|det g| at u + hv. */
  double logDeterminant(double[] theta, int p, Complex[] v, Complex h) {
    Complex[] offset = new Complex[v.length];
    Arrays.setAll(offset, a -> v[a].multiply(h));
    Complex[] z = nearby.moved(p, offset);
    Complex det = new FieldLUDecomposition<>(metric(theta, nearby.place(z, p))).getDeterminant();
    return Math.log(Math.abs(det.getRealPart()));
  }

  /** g at a place, on the independent path. */
  private FieldMatrix<Complex> metric(double[] theta, Place place) {
    double[] total = oracle.fubiniStudy(place);
    double[] phi = potential.jet(theta, place);
    double[] start =
        stated.network().centred()
            ? oracle.potential(evaluators.start(), place)
            : new double[phi.length];
    for (int c = 0; c < total.length; c++) {
      total[c] += phi[c] - start[c];
    }
    return matrix(total, 1 + 2 * sample.dimension());
  }

  /** The Hermitian matrix packed from some number on. */
  private FieldMatrix<Complex> matrix(double[] packed, int from) {
    int m = sample.dimension();
    FieldMatrix<Complex> matrix = new Array2DRowFieldMatrix<>(ComplexField.getInstance(), m, m);
    int k = from;
    for (int a = 0; a < m; a++) {
      matrix.setEntry(a, a, new Complex(packed[k++]));
      for (int b = a + 1; b < m; b++) {
        Complex entry = new Complex(packed[k], packed[k + 1]);
        matrix.setEntry(a, b, entry);
        matrix.setEntry(b, a, entry.conjugate());
        k += 2;
      }
    }
    return matrix;
  }
}
