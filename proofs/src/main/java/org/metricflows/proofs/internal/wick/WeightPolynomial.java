package org.metricflows.proofs.internal.wick;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.symbolic.expression.Rational;

/**
 * A polynomial in standard normal weights, with coefficients of an arithmetic.
 *
 * @param terms coefficients by the exponents of the weights; all keys are equally long
 */
record WeightPolynomial<S>(Algebra<S> algebra, Map<List<Integer>, S> terms) {

  static <S> WeightPolynomial<S> constant(Algebra<S> algebra, int weights, S value) {
    Map<List<Integer>, S> terms = new LinkedHashMap<>();
    terms.put(new ArrayList<>(Collections.nCopies(weights, 0)), value);
    return new WeightPolynomial<>(algebra, terms);
  }

  static <S> WeightPolynomial<S> weight(Algebra<S> algebra, int weights, int index) {
    List<Integer> exponents = new ArrayList<>(Collections.nCopies(weights, 0));
    exponents.set(index, 1);
    Map<List<Integer>, S> terms = new LinkedHashMap<>();
    terms.put(exponents, algebra.constant(Rational.of(1)));
    return new WeightPolynomial<>(algebra, terms);
  }

  WeightPolynomial<S> plus(WeightPolynomial<S> other) {
    Map<List<Integer>, S> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((e, c) -> sum.merge(e, c, algebra::add));
    return new WeightPolynomial<>(algebra, sum);
  }

  WeightPolynomial<S> times(S factor) {
    Map<List<Integer>, S> product = new LinkedHashMap<>();
    terms.forEach((e, c) -> product.put(e, algebra.multiply(c, factor)));
    return new WeightPolynomial<>(algebra, product);
  }

  WeightPolynomial<S> times(WeightPolynomial<S> other) {
    Map<List<Integer>, S> product = new LinkedHashMap<>();
    terms.forEach(
        (e, c) ->
            other.terms.forEach(
                (f, b) -> product.merge(sum(e, f), algebra.multiply(c, b), algebra::add)));
    return new WeightPolynomial<>(algebra, product);
  }

  WeightPolynomial<S> derivative(int weight) {
    Map<List<Integer>, S> derivative = new LinkedHashMap<>();
    terms.forEach(
        (e, c) -> {
          int n = e.get(weight);
          if (n > 0) {
            List<Integer> lower = new ArrayList<>(e);
            lower.set(weight, n - 1);
            derivative.put(lower, algebra.scale(c, Rational.of(n)));
          }
        });
    return new WeightPolynomial<>(algebra, derivative);
  }

  /** E[this · other]: a monomial's mean is the product of (e − 1)!! over its even exponents e. */
  S meanOfProduct(WeightPolynomial<S> other) {
    S mean = algebra.constant(Rational.of(0));
    for (Map.Entry<List<Integer>, S> left : terms.entrySet()) {
      S inner = algebra.constant(Rational.of(0));
      for (Map.Entry<List<Integer>, S> right : other.terms.entrySet()) {
        long moment = moment(sum(left.getKey(), right.getKey()));
        if (moment > 0) {
          inner = algebra.add(inner, algebra.scale(right.getValue(), Rational.of(moment)));
        }
      }
      mean = algebra.add(mean, algebra.multiply(left.getValue(), inner));
    }
    return mean;
  }

  private static List<Integer> sum(List<Integer> a, List<Integer> b) {
    List<Integer> sum = new ArrayList<>(a.size());
    for (int i = 0; i < a.size(); i++) {
      sum.add(a.get(i) + b.get(i));
    }
    return sum;
  }

  private static long moment(List<Integer> exponents) {
    long moment = 1;
    for (int exponent : exponents) {
      if (exponent % 2 == 1) {
        return 0;
      }
      for (int k = exponent - 1; k > 1; k -= 2) {
        moment *= k;
      }
    }
    return moment;
  }
}
