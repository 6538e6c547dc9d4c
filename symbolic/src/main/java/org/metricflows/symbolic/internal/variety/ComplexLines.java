package org.metricflows.symbolic.internal.variety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Expr;

/**
 * Complex inputs, lines and outputs of a derivation, as pairs of real ones: {@code zx}, {@code zy}.
 */
final class ComplexLines {
  private final Derivation.Builder builder;
  private final Map<String, ComplexExpr> written = new HashMap<>();
  private final List<String> outputs = new ArrayList<>();

  ComplexLines(Derivation.Builder builder) {
    this.builder = builder;
  }

  ComplexExpr input(String name) {
    return new ComplexExpr(builder.input(name + "x"), builder.input(name + "y"));
  }

  /** What later lines should use for the name; its own lines are written before it, once. */
  ComplexExpr line(String name, Supplier<ComplexExpr> value) {
    ComplexExpr known = written.get(name);
    if (known == null) {
      ComplexExpr parts = value.get();
      known =
          new ComplexExpr(
              builder.define(name + "x", parts.re()), builder.define(name + "y", parts.im()));
      written.put(name, known);
    }
    return known;
  }

  void output(String name, ComplexExpr value) {
    output(name + "x", value.re());
    output(name + "y", value.im());
  }

  void output(String name, Expr value) {
    builder.define(name, value);
    outputs.add(name);
  }

  Derivation build() {
    return builder.build(outputs);
  }

  /** The values of polynomials, with powers and common beginnings of monomials written once. */
  ComplexExpr value(Polynomial polynomial, List<ComplexExpr> z) {
    List<ComplexExpr> terms = new ArrayList<>();
    polynomial.terms().forEach((exponents, c) -> terms.add(c.times(monomial(exponents, z))));
    return ComplexExpr.sum(terms);
  }

  private ComplexExpr monomial(List<Integer> exponents, List<ComplexExpr> z) {
    int last = exponents.size() - 1;
    while (last >= 0 && exponents.get(last) == 0) {
      last--;
    }
    if (last < 0) {
      return ComplexExpr.ONE;
    }
    List<Integer> rest = new ArrayList<>(exponents);
    rest.set(last, 0);
    ComplexExpr power = power(last, exponents.get(last), z);
    if (rest.stream().allMatch(n -> n == 0)) {
      return power;
    }
    return line(
        Polynomial.text(exponents).replace("*", "").replace("^", "p"),
        () -> monomial(rest, z).times(power));
  }

  private ComplexExpr power(int i, int n, List<ComplexExpr> z) {
    if (n == 1) {
      return z.get(i);
    }
    return line("z" + i + "p" + n, () -> power(i, n / 2, z).times(power(i, n - n / 2, z)));
  }

  /**
   * The determinant of a square matrix by Laplace's expansion, each minor of the lower rows written
   * once.
   *
   * @param name of the matrix; minors are called after it
   */
  ComplexExpr determinant(String name, List<List<ComplexExpr>> rows) {
    List<Integer> columns = new ArrayList<>();
    for (int j = 0; j < rows.size(); j++) {
      columns.add(j);
    }
    return minor(name, rows, columns);
  }

  /** The minor of the last rows in the given columns, as many as these. */
  private ComplexExpr minor(String name, List<List<ComplexExpr>> rows, List<Integer> columns) {
    int row = rows.size() - columns.size();
    if (columns.size() == 1) {
      return rows.get(row).get(columns.get(0));
    }
    StringBuilder label = new StringBuilder(name).append("minor");
    columns.forEach(j -> label.append('c').append(j));
    return line(
        label.toString(),
        () -> {
          List<ComplexExpr> terms = new ArrayList<>();
          for (int c = 0; c < columns.size(); c++) {
            List<Integer> others = new ArrayList<>(columns);
            int column = others.remove(c);
            ComplexExpr term = rows.get(row).get(column).times(minor(name, rows, others));
            terms.add(c % 2 == 0 ? term : term.negate());
          }
          return ComplexExpr.sum(terms);
        });
  }
}
