package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.complex.Complex;
import org.metricflows.bridge.internal.kahler.FrozenEvaluators;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * A fixed kernel between metrics at pairs of points.
 *
 * <p>Of a potential: the scalar kernel's recursion over elements that carry four derivatives by all
 * real coordinates of both points, and ∂_a∂_b̄ ∂'_c∂'_d̄ from these. Of components: the scalar
 * kernel times the overlaps of tangents in complex numbers.
 */
final class MetricKernelCheck {
  private static final int PAIRS = 3;

  private final FrozenEvaluators evaluators;
  private final CalabiYauSpec stated;
  private final VarietySample sample;
  private final FeatureOracle features;
  private final int m;

  MetricKernelCheck(FrozenEvaluators evaluators, CalabiYauSpec stated) {
    this.evaluators = evaluators;
    this.stated = stated;
    this.sample = evaluators.sample();
    this.features = new FeatureOracle(sample, stated.features());
    this.m = sample.dimension();
  }

  /** Two points and one with itself; four derivatives of deep recursions round by some 1e-12. */
  CheckResult result() {
    Comparison comparison = new Comparison("metric kernel", Oracles.STRUCTURE, 1e-9);
    int last = sample.points() - 1;
    int[][] pairs = {{0, 0}, {0, last}, {last / 2, last}};
    for (int[] pair : pairs) {
      double[][] actual = evaluators.kernel(pair[0], pair[1]);
      for (int a = 0; a < m; a++) {
        for (int b = a; b < m; b++) {
          compare(pair, entries(pair, a, b), a, b, actual, comparison);
        }
      }
    }
    return comparison.result(PAIRS);
  }

  /**
   * Θ_ab̄,cd̄ and Θ_ab̄,dc̄ of a pair for a ≤ b: covariances of h_ab̄ with h_cd̄, and its
   * conjugate.
   */
  private interface Entries {
    /** ⟨h_ab̄ h_cd̄⟩. */
    Complex plain(int c, int d);

    /** ⟨h_ab̄ h̄_cd̄⟩ = ⟨h_ab̄ h_dc̄⟩. */
    default Complex conjugate(int c, int d) {
      return plain(d, c);
    }
  }

  private void compare(
      int[] pair, Entries expected, int a, int b, double[][] actual, Comparison comparison) {
    int row = position(a, b);
    for (int c = 0; c < m; c++) {
      for (int d = c; d < m; d++) {
        Complex plain = expected.plain(c, d);
        Complex conjugate = expected.conjugate(c, d);
        int column = position(c, d);
        String name = "of " + a + b + " and " + c + d + " at points " + pair[0] + ", " + pair[1];
        Complex even = conjugate.add(plain).multiply(0.5);
        Complex odd = conjugate.subtract(plain).multiply(0.5);
        comparison.add("kernel", name + ", Re Re", actual[row][column], even.getReal());
        if (b > a) {
          double value = actual[row + 1][column];
          comparison.add("kernel", name + ", Im Re", value, even.getImaginary());
        }
        if (d > c) {
          double value = actual[row][column + 1];
          comparison.add("kernel", name + ", Re Im", value, -odd.getImaginary());
        }
        if (b > a && d > c) {
          double value = actual[row + 1][column + 1];
          comparison.add("kernel", name + ", Im Im", value, odd.getReal());
        }
      }
    }
  }

  /** The first number of h_ab̄ in Hermitian packing. */
  private int position(int a, int b) {
    int position = 0;
    for (int row = 0; row < a; row++) {
      position += 1 + 2 * (m - 1 - row);
    }
    return position + (b > a ? 2 * (b - a) - 1 : 0);
  }

  private Entries entries(int[] pair, int a, int b) {
    if (stated.regime() == Regime.RELU || stated.regime() == Regime.DELTA) {
      double k = scalar(new DSFactory(1, 0), pair, 0, 0).getValue();
      return (c, d) -> overlap(pair, a, d).multiply(overlap(pair, b, c).conjugate()).multiply(k);
    }
    return ofPotential(pair, a, b);
  }

  private Entries ofPotential(int[] pair, int a, int b) {
    DerivativeStructure theta = scalar(new DSFactory(4 * m, 4), pair, 0, 2 * m);
    return (c, d) -> {
      Complex sum = Complex.ZERO;
      for (int bits = 0; bits < 16; bits++) {
        Complex factor = holomorphic(bits & 1).multiply(antiholomorphic(bits >> 1 & 1));
        factor = factor.multiply(holomorphic(bits >> 2 & 1));
        factor = factor.multiply(antiholomorphic(bits >> 3 & 1));
        int[] orders = new int[4 * m];
        orders[2 * a + (bits & 1)]++;
        orders[2 * b + (bits >> 1 & 1)]++;
        orders[2 * m + 2 * c + (bits >> 2 & 1)]++;
        orders[2 * m + 2 * d + (bits >> 3 & 1)]++;
        sum = sum.add(factor.multiply(theta.getPartialDerivative(orders)));
      }
      return sum;
    };
  }

  /** ∂ = ½(∂_x − i∂_y). */
  private static Complex holomorphic(int part) {
    return part == 0 ? new Complex(0.5) : new Complex(0, -0.5);
  }

  private static Complex antiholomorphic(int part) {
    return holomorphic(part).conjugate();
  }

  /** The scalar kernel, with the derivatives that the factory has. */
  private DerivativeStructure scalar(DSFactory factory, int[] pair, int first, int second) {
    List<DerivativeStructure> x = features(factory, first, pair[0]);
    List<DerivativeStructure> xPrime = features(factory, second, pair[1]);
    return FieldKernel.of(stated.setting(), stated::network).ntk(x, xPrime);
  }

  private List<DerivativeStructure> features(DSFactory factory, int first, int point) {
    if (factory.getCompiler().getOrder() > 0) {
      return features.at(factory, first, point);
    }
    Complex[] z = new Complex[sample.coordinates()];
    for (int i = 0; i < z.length; i++) {
      z[i] = new Complex(sample.z()[2 * i][point], sample.z()[2 * i + 1][point]);
    }
    List<DerivativeStructure> constants = new ArrayList<>();
    for (double value : features.values(z)) {
      constants.add(factory.constant(value));
    }
    return constants;
  }

  /** Σ over factors of the Fubini–Study product of J_a(x) and J_c(x'), scales of z taken out. */
  private Complex overlap(int[] pair, int a, int c) {
    Complex sum = Complex.ZERO;
    for (int f = 0; f < sample.configuration().factors(); f++) {
      Complex[] left = tangent(f, pair[0], a);
      Complex[] right = tangent(f, pair[1], c);
      for (int i = 0; i < left.length; i++) {
        sum = sum.add(left[i].multiply(right[i].conjugate()));
      }
    }
    return sum;
  }

  /** (|z|² J_a − (z̄·J_a) z)/|z|³ in one factor. */
  private Complex[] tangent(int factor, int p, int a) {
    int from = sample.configuration().first(factor);
    int n = sample.configuration().first(factor + 1) - from;
    int row = a * sample.coordinates();
    Complex product = Complex.ZERO;
    double norm = 0;
    for (int i = from; i < from + n; i++) {
      Complex z = at(sample.z(), i, p);
      product = product.add(z.conjugate().multiply(at(sample.pullback(), row + i, p)));
      norm += Math.pow(z.norm(), 2);
    }
    Complex[] tangent = new Complex[n];
    for (int i = 0; i < n; i++) {
      Complex slope = at(sample.pullback(), row + from + i, p).multiply(norm);
      Complex across = at(sample.z(), from + i, p).multiply(product);
      tangent[i] = slope.subtract(across).divide(Math.pow(norm, 1.5));
    }
    return tangent;
  }

  private static Complex at(double[][] columns, int i, int p) {
    return new Complex(columns[2 * i][p], columns[2 * i + 1][p]);
  }
}
