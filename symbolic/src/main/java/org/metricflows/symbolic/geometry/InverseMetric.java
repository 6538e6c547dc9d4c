package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/**
 * The determinant and the inverse of a symmetric matrix by shared minors.
 *
 * <p>Minors are expanded along their first row and named, so that all cofactors together cost
 * little more than one determinant; no pivot is divided by, so that any signature will do.
 */
final class InverseMetric {
  private final Lines lines;
  private final MetricJet metric;

  InverseMetric(Lines lines, MetricJet metric) {
    this.lines = lines;
    this.metric = metric;
  }

  Expr determinant() {
    int[] all = range(metric.dimension());
    return lines.line("det", "\\det g", () -> expansion(all, all));
  }

  Expr get(int i, int j) {
    int low = Math.min(i, j);
    int high = Math.max(i, j);
    String latex = "g^{" + Lines.digits(low, high) + "}";
    return lines.line(
        "ginv" + Lines.digits(low, high), latex, () -> cofactor(low, high).times(reciprocal()));
  }

  private Expr reciprocal() {
    return lines.line("rdet", "(\\det g)^{-1}", () -> determinant().pow(-1));
  }

  private Expr cofactor(int i, int j) {
    int[] all = range(metric.dimension());
    Expr minor = minor(without(all, i), without(all, j));
    return (i + j) % 2 == 0 ? minor : minor.negate();
  }

  /** The determinant of the chosen rows and columns; the matrix is symmetric, so they may swap. */
  private Expr minor(int[] rows, int[] columns) {
    if (rows.length == 0) {
      return Rational.ONE;
    }
    if (rows.length == 1) {
      return metric.g(rows[0], columns[0]);
    }
    boolean swap = Arrays.compare(rows, columns) < 0;
    int[] first = swap ? columns : rows;
    int[] second = swap ? rows : columns;
    String indices = Lines.digits(first) + "u" + Lines.digits(second);
    String latex = "M_{" + Lines.digits(first) + "}^{" + Lines.digits(second) + "}";
    return lines.line("minor" + indices, latex, () -> expansion(first, second));
  }

  private Expr expansion(int[] rows, int[] columns) {
    List<Expr> terms = new ArrayList<>();
    for (int c = 0; c < columns.length; c++) {
      Expr entry = metric.g(rows[0], columns[c]);
      if (!entry.isZero()) {
        Expr term = entry.times(minor(without(rows, rows[0]), without(columns, columns[c])));
        terms.add(c % 2 == 0 ? term : term.negate());
      }
    }
    return Expr.sum(terms);
  }

  private static int[] range(int size) {
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private static int[] without(int[] indices, int index) {
    return Arrays.stream(indices).filter(i -> i != index).toArray();
  }
}
