package org.metricflows.symbolic.internal.kahler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Features along a random holomorphic map u ↦ z(u) of degree two, so that second derivatives of z
 * itself, which must not enter, are there.
 */
class FeaturesTest {
  private static final double H = 1e-3;

  static Stream<Arguments> varieties() {
    return Stream.of(Features.values())
        .flatMap(
            f ->
                Stream.of(
                    Arguments.of(f, List.of(2), 1),
                    Arguments.of(f, List.of(4), 3),
                    Arguments.of(f, List.of(1, 2), 2),
                    Arguments.of(f, List.of(5), 4)));
  }

  /** Differences of order h⁴ err by about 1e-12 times fifth derivatives, and 1e-10 by rounding. */
  @ParameterizedTest
  @MethodSource("varieties")
  void jetsAreDerivativesAlongTheVariety(Features features, List<Integer> ambient, int m) {
    HolomorphicMap map = HolomorphicMap.random(ambient, m, new Random(7));
    double[] jets = map.point().of(features.jets(ambient, m));
    int count = features.count(ambient);
    assertThat(jets).hasSize(count * HermitianJet.size(m));
    for (int f = 0; f < count; f++) {
      double[] expected = differences(map, features, f);
      for (int c = 0; c < expected.length; c++) {
        assertThat(jets[c * count + f])
            .as("feature %d, coefficient %d", f, c)
            .isCloseTo(expected[c], within(2e-8 * (1 + Math.abs(expected[c]))));
      }
    }
  }

  /**
   * z ↦ λ(u) z with λ holomorphic changes no feature on projective space, hence none of its jet.
   */
  @ParameterizedTest
  @EnumSource(names = {"INVARIANT", "SYMMETRIC"})
  void featuresAreFunctionsOnProjectiveSpace(Features features) {
    List<Integer> ambient = List.of(1, 2);
    HolomorphicMap map = HolomorphicMap.random(ambient, 2, new Random(11));
    Derivation jets = features.jets(ambient, 2);
    double[] plain = map.point().of(jets);
    double[] rescaled = map.rescaled().point().of(jets);
    for (int k = 0; k < plain.length; k++) {
      assertThat(rescaled[k]).isCloseTo(plain[k], within(1e-12 * (1 + Math.abs(plain[k]))));
    }
  }

  @Test
  void diagonalInvariantFeaturesOfAFactorSumToOne() {
    List<Integer> ambient = List.of(3);
    HolomorphicMap map = HolomorphicMap.random(ambient, 2, new Random(5));
    double[] jets = map.point().of(Features.INVARIANT.jets(ambient, 2));
    int[] diagonal = {0, 7, 12, 15};
    for (int c = 0; c < HermitianJet.size(2); c++) {
      double sum = 0;
      for (int f : diagonal) {
        sum += jets[c * 16 + f];
      }
      assertThat(sum).as("coefficient %d", c).isCloseTo(c == 0 ? 1 : 0, within(1e-13));
    }
  }

  /** The jet of a feature by differences in the real coordinates of u. */
  private static double[] differences(HolomorphicMap map, Features features, int feature) {
    int m = map.dimension();
    List<Double> jet = new ArrayList<>(List.of(map.feature(features, feature, new double[2 * m])));
    for (int a = 0; a < m; a++) {
      jet.add(0.5 * first(map, features, feature, 2 * a));
      jet.add(-0.5 * first(map, features, feature, 2 * a + 1));
    }
    for (int a = 0; a < m; a++) {
      for (int b = a; b < m; b++) {
        double xx = second(map, features, feature, 2 * a, 2 * b);
        double yy = second(map, features, feature, 2 * a + 1, 2 * b + 1);
        jet.add(0.25 * (xx + yy));
        if (b > a) {
          double xy = second(map, features, feature, 2 * a, 2 * b + 1);
          double yx = second(map, features, feature, 2 * a + 1, 2 * b);
          jet.add(0.25 * (xy - yx));
        }
      }
    }
    return jet.stream().mapToDouble(x -> x).toArray();
  }

  private static double first(HolomorphicMap map, Features features, int feature, int i) {
    return stencil(h -> map.feature(features, feature, step(map, i, h, i, 0)));
  }

  private static double second(HolomorphicMap map, Features features, int feature, int i, int j) {
    return stencil(h -> stencil(k -> map.feature(features, feature, step(map, i, h, j, k))));
  }

  private static double[] step(HolomorphicMap map, int i, double h, int j, double k) {
    double[] u = new double[2 * map.dimension()];
    u[i] += h;
    u[j] += k;
    return u;
  }

  private static double stencil(java.util.function.DoubleUnaryOperator f) {
    double near = f.applyAsDouble(H) - f.applyAsDouble(-H);
    double far = f.applyAsDouble(2 * H) - f.applyAsDouble(-2 * H);
    return (8 * near - far) / (12 * H);
  }

  /**
   * z^i(u) = c^i + J^i_a u^a + Q^i_ab u^a u^b.
   *
   * @param coefficients c, J and Q for each i
   */
  private record HolomorphicMap(List<Integer> ambient, int dimension, Complex[][] coefficients) {

    static HolomorphicMap random(List<Integer> ambient, int m, Random random) {
      int count = ambient.stream().mapToInt(n -> n + 1).sum();
      Complex[][] coefficients = new Complex[count][1 + m + m * m];
      for (Complex[] row : coefficients) {
        for (int k = 0; k < row.length; k++) {
          row[k] = new Complex(random.nextGaussian(), random.nextGaussian());
        }
      }
      return new HolomorphicMap(ambient, m, coefficients);
    }

    /** The map times 1 + Σ (a + 1) i u^a, up to first order: higher orders do not matter. */
    HolomorphicMap rescaled() {
      Complex constant = new Complex(0.3, -1.7);
      Complex[][] scaled = new Complex[coefficients.length][];
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = coefficients[i].clone();
        scaled[i][0] = coefficients[i][0].multiply(constant);
        for (int a = 0; a < dimension; a++) {
          Complex slope = coefficients[i][0].multiply(new Complex(0, a + 1));
          scaled[i][1 + a] = coefficients[i][1 + a].multiply(constant).add(slope);
        }
      }
      return new HolomorphicMap(ambient, dimension, scaled);
    }

    Point point() {
      Map<Symbol, Double> values = new HashMap<>();
      for (int i = 0; i < coefficients.length; i++) {
        put(values, "z" + i, coefficients[i][0]);
        for (int a = 1; a <= dimension; a++) {
          put(values, "J" + a + "z" + i, coefficients[i][a]);
        }
      }
      return new Point(values);
    }

    private static void put(Map<Symbol, Double> values, String name, Complex value) {
      values.put(new Symbol(name + "r"), value.getReal());
      values.put(new Symbol(name + "i"), value.getImaginary());
    }

    private Complex[] at(double[] u) {
      Complex[] z = new Complex[coefficients.length];
      for (int i = 0; i < z.length; i++) {
        z[i] = coefficients[i][0];
        for (int a = 0; a < dimension; a++) {
          Complex ua = new Complex(u[2 * a], u[2 * a + 1]);
          z[i] = z[i].add(coefficients[i][1 + a].multiply(ua));
          for (int b = 0; b < dimension; b++) {
            Complex ub = new Complex(u[2 * b], u[2 * b + 1]);
            Complex q = coefficients[i][1 + dimension + a * dimension + b];
            z[i] = z[i].add(q.multiply(ua).multiply(ub));
          }
        }
      }
      return z;
    }

    private static List<Double> symmetric(List<Complex> z, double norm) {
      int n = z.size();
      List<Double> all = new ArrayList<>();
      for (int k = 2; k <= n; k++) {
        double sum = 0;
        for (Complex coordinate : z) {
          sum += Math.pow(coordinate.norm(), 2 * k) / Math.pow(norm, k);
        }
        all.add(2 * Math.pow(sum, 1.0 / k));
      }
      Complex[] v = {Complex.ZERO, Complex.ZERO, Complex.ZERO};
      double tops = 0;
      for (Complex coordinate : z) {
        double t = Math.pow(coordinate.norm(), 2) / norm;
        v[1] = v[1].add(coordinate.pow(n).multiply(t));
        v[2] = v[2].add(coordinate.pow(n).multiply(t * t));
        tops += Math.pow(coordinate.norm(), 2 * n);
      }
      all.add(n * v[1].multiply(v[1].conjugate()).getReal() / tops);
      all.add(n * n * v[1].multiply(v[2].conjugate()).getReal() / tops);
      all.add(n * n * n * v[2].multiply(v[2].conjugate()).getReal() / tops);
      return all;
    }

    /** The value of one feature, in the order in which features are promised. */
    double feature(Features features, int feature, double[] u) {
      Complex[] z = at(u);
      List<Double> all = new ArrayList<>();
      int from = 0;
      for (int n : ambient) {
        double norm = 0;
        for (int i = from; i <= from + n; i++) {
          norm += Math.pow(z[i].norm(), 2);
        }
        if (features == Features.SYMMETRIC) {
          all.addAll(symmetric(List.of(z).subList(from, from + n + 1), norm));
        }
        for (int i = from; features != Features.SYMMETRIC && i <= from + n; i++) {
          if (features == Features.RAW) {
            all.add(z[i].getReal());
            all.add(z[i].getImaginary());
          } else {
            all.add(Math.pow(z[i].norm(), 2) / norm);
            for (int j = i + 1; j <= from + n; j++) {
              Complex h = z[i].multiply(z[j].conjugate()).divide(norm);
              all.add(h.getReal());
              all.add(h.getImaginary());
            }
          }
        }
        from += n + 1;
      }
      return all.get(feature);
    }
  }
}
