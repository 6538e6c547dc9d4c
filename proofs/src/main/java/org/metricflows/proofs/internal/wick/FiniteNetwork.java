package org.metricflows.proofs.internal.wick;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.symbolic.expression.Rational;

/**
 * A network in NTK parametrisation with a polynomial activation, as a polynomial in its weights: z¹
 * = (σ_w/√d) W x + σ_b b, z^{l+1} = (σ_w/√n_l) W φ(z^l) + σ_b b, the last layer one number wide.
 *
 * @param widths n_1, …, n_L
 * @param activation coefficients of φ, lowest first
 * @param weightStd σ_w
 * @param biasStd σ_b
 * @param inverseRoot n ↦ 1/√n
 */
record FiniteNetwork<S>(
    Algebra<S> algebra,
    List<Integer> widths,
    List<S> activation,
    S weightStd,
    S biasStd,
    IntFunction<S> inverseRoot) {

  int weights(int inputs) {
    int count = 0;
    int before = inputs;
    for (int width : widths) {
      count += width * (before + 1);
      before = width;
    }
    return count + before + 1;
  }

  /** The output at x as a polynomial in all weights, layer by layer. */
  WeightPolynomial<S> output(List<S> x) {
    int weights = weights(x.size());
    int next = 0;
    List<WeightPolynomial<S>> values =
        new ArrayList<>(
            x.stream().map(v -> WeightPolynomial.constant(algebra, weights, v)).toList());
    List<Integer> layers = new ArrayList<>(widths);
    layers.add(1);
    for (int layer = 0; layer < layers.size(); layer++) {
      S scale = algebra.multiply(weightStd, inverseRoot.apply(values.size()));
      List<WeightPolynomial<S>> images = new ArrayList<>();
      for (int neuron = 0; neuron < layers.get(layer); neuron++) {
        WeightPolynomial<S> z = WeightPolynomial.weight(algebra, weights, next++).times(biasStd);
        for (WeightPolynomial<S> value : values) {
          z = z.plus(WeightPolynomial.weight(algebra, weights, next++).times(scale).times(value));
        }
        images.add(layer < widths.size() ? activated(z, weights) : z);
      }
      values = images;
    }
    return values.get(0);
  }

  private WeightPolynomial<S> activated(WeightPolynomial<S> z, int weights) {
    int degree = activation.size() - 1;
    WeightPolynomial<S> value = WeightPolynomial.constant(algebra, weights, activation.get(degree));
    for (int n = degree - 1; n >= 0; n--) {
      value = value.times(z).plus(WeightPolynomial.constant(algebra, weights, activation.get(n)));
    }
    return value;
  }

  /** E Σ_θ ∂_θ f(x) ∂_θ f(x') over standard normal weights. */
  S meanTangentKernel(List<S> x, List<S> y) {
    WeightPolynomial<S> left = output(x);
    WeightPolynomial<S> right = output(y);
    S mean = algebra.constant(Rational.of(0));
    for (int weight = 0; weight < weights(x.size()); weight++) {
      mean = algebra.add(mean, left.derivative(weight).meanOfProduct(right.derivative(weight)));
    }
    return mean;
  }
}
