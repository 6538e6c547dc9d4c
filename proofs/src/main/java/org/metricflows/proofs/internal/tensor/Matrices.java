package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.FormulaException;
import org.metricflows.symbolic.expression.Rational;

/**
 * Determinant and adjugate of a matrix of functions by Faddeev and LeVerrier: M₁ = 1, c_k = −tr(A
 * M_k)/k, M_{k+1} = A M_k + c_k.
 */
record Matrices<S>(Series<S> series, S determinant, List<S> adjugate) {

  static <S> Matrices<S> of(Tensor<S> tensor, Series<S> series) {
    int n = tensor.slots().get(0).size();
    if (tensor.slots().size() != 2 || tensor.slots().get(1).size() != n) {
      throw new FormulaException("determinant or inverse of what is no square matrix");
    }
    Algebra<S> algebra = series.algebra();
    List<S> a = tensor.components();
    List<S> m = diagonal(series.one(), n, series);
    S c = series.zero();
    for (int k = 1; k <= n; k++) {
      if (k > 1) {
        m = sum(product(a, m, n, algebra), diagonal(c, n, series), algebra);
      }
      S trace = series.zero();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          trace = algebra.add(trace, algebra.multiply(a.get(i * n + j), m.get(j * n + i)));
        }
      }
      c = algebra.scale(trace, Rational.of(-1, k));
    }
    Rational sign = Rational.of(n % 2 == 0 ? 1 : -1);
    List<S> adjugate =
        m.stream().map(e -> algebra.scale(e, sign.multiply(Rational.of(-1)))).toList();
    return new Matrices<>(series, algebra.scale(c, sign), adjugate);
  }

  List<S> inverse() {
    S factor = series.reciprocal(determinant);
    return adjugate.stream().map(e -> series.algebra().multiply(factor, e)).toList();
  }

  private static <S> List<S> diagonal(S value, int n, Series<S> series) {
    List<S> matrix = new ArrayList<>();
    for (int i = 0; i < n * n; i++) {
      matrix.add(i % (n + 1) == 0 ? value : series.zero());
    }
    return matrix;
  }

  private static <S> List<S> sum(List<S> a, List<S> b, Algebra<S> algebra) {
    List<S> sum = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      sum.add(algebra.add(a.get(i), b.get(i)));
    }
    return sum;
  }

  private static <S> List<S> product(List<S> a, List<S> b, int n, Algebra<S> algebra) {
    List<S> product = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        S sum = algebra.multiply(a.get(i * n), b.get(j));
        for (int k = 1; k < n; k++) {
          sum = algebra.add(sum, algebra.multiply(a.get(i * n + k), b.get(k * n + j)));
        }
        product.add(sum);
      }
    }
    return product;
  }
}
