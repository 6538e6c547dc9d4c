package org.metricflows.numeric.internal.submanifold;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A real polynomial Σ_t c_t Π_a x_a^{k_ta}.
 *
 * @param variables N
 * @param exponents k, {@code [term][variable]}
 * @param coefficients c
 */
public record RealPolynomial(int variables, int[][] exponents, double[] coefficients) {

  /**
   * @throws IllegalArgumentException if lengths do not fit or an exponent is negative
   */
  public RealPolynomial {
    for (int[] term : exponents) {
      if (term.length != variables || Arrays.stream(term).anyMatch(k -> k < 0)) {
        throw new IllegalArgumentException(
            "exponents: " + Arrays.toString(term) + " of " + variables + " variables");
      }
    }
    if (coefficients.length != exponents.length) {
      throw new IllegalArgumentException(
          "coefficients: " + coefficients.length + " of " + exponents.length + " terms");
    }
  }

  /** A number. */
  public static RealPolynomial constant(int variables, double value) {
    return value == 0
        ? new RealPolynomial(variables, new int[0][], new double[0])
        : new RealPolynomial(variables, new int[][] {new int[variables]}, new double[] {value});
  }

  /** x_a. */
  public static RealPolynomial variable(int variables, int a) {
    int[] exponents = new int[variables];
    exponents[a] = 1;
    return new RealPolynomial(variables, new int[][] {exponents}, new double[] {1});
  }

  /** The sum. */
  public RealPolynomial plus(RealPolynomial other) {
    Map<List<Integer>, Double> sum = new LinkedHashMap<>();
    addTo(sum);
    other.addTo(sum);
    return of(variables, sum);
  }

  /** The product. */
  public RealPolynomial times(RealPolynomial other) {
    Map<List<Integer>, Double> product = new LinkedHashMap<>();
    for (int t = 0; t < coefficients.length; t++) {
      for (int u = 0; u < other.coefficients.length; u++) {
        int[] left = exponents[t];
        int[] right = other.exponents[u];
        List<Integer> key =
            IntStream.range(0, variables).mapToObj(a -> left[a] + right[a]).toList();
        product.merge(key, coefficients[t] * other.coefficients[u], Double::sum);
      }
    }
    return of(variables, product);
  }

  private void addTo(Map<List<Integer>, Double> sum) {
    for (int t = 0; t < coefficients.length; t++) {
      sum.merge(Arrays.stream(exponents[t]).boxed().toList(), coefficients[t], Double::sum);
    }
  }

  private static RealPolynomial of(int variables, Map<List<Integer>, Double> terms) {
    terms.values().removeIf(c -> c == 0);
    return new RealPolynomial(
        variables,
        terms.keySet().stream()
            .map(k -> k.stream().mapToInt(e -> e).toArray())
            .toArray(int[][]::new),
        terms.values().stream().mapToDouble(c -> c).toArray());
  }

  /** The total degree; 0 of the polynomial 0. */
  public int degree() {
    return Arrays.stream(exponents).mapToInt(k -> Arrays.stream(k).sum()).max().orElse(0);
  }

  /** The value at x. */
  public double at(double[] x) {
    double sum = 0;
    for (int t = 0; t < coefficients.length; t++) {
      double term = coefficients[t];
      for (int a = 0; a < variables; a++) {
        for (int k = 0; k < exponents[t][a]; k++) {
          term *= x[a];
        }
      }
      sum += term;
    }
    return sum;
  }

  /** ∂/∂x_a. */
  RealPolynomial derivative(int a) {
    int[] kept = new int[coefficients.length];
    int count = 0;
    for (int t = 0; t < kept.length; t++) {
      if (exponents[t][a] > 0) {
        kept[count++] = t;
      }
    }
    int[][] lowered = new int[count][];
    double[] slopes = new double[count];
    for (int i = 0; i < count; i++) {
      lowered[i] = exponents[kept[i]].clone();
      slopes[i] = coefficients[kept[i]] * lowered[i][a]--;
    }
    return new RealPolynomial(variables, lowered, slopes);
  }
}
