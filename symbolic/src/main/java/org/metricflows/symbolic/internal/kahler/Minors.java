package org.metricflows.symbolic.internal.kahler;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Expr;

/**
 * The minors M^C of a Hermitian matrix h: the determinants of its first k rows and k columns C, as
 * lines.
 *
 * <p>Those of the first k rows are expanded along the k-th into those of the first k − 1, and
 * named, so that each is written once.
 */
final class Minors {
  private final Derivation.Builder builder;
  private final Hermitian matrix;
  private final String name;
  private final String latex;
  private final ComplexExpr[] minors;

  /** What a minor is of those of one row less, by their columns as bits. */
  private interface Expansion {
    ComplexExpr of(int row, int columns, ComplexExpr[] smaller);
  }

  /**
   * @param name of the matrix, which names of lines begin with
   */
  Minors(Derivation.Builder builder, Hermitian matrix, String name, String latex) {
    this.builder = builder;
    this.matrix = matrix;
    this.name = name;
    this.latex = latex;
    this.minors =
        lines(
            "minor",
            "M",
            ComplexExpr.ONE,
            (row, columns, smaller) -> along(matrix, row, columns, smaller));
  }

  private ComplexExpr[] lines(String what, String read, ComplexExpr empty, Expansion expansion) {
    ComplexExpr[] lines = new ComplexExpr[1 << matrix.dimension()];
    lines[0] = empty;
    for (int rows = 1; rows <= matrix.dimension(); rows++) {
      int first = (1 << rows) - 1;
      for (int columns = first; columns < lines.length; columns++) {
        if (Integer.bitCount(columns) == rows) {
          ComplexExpr value = expansion.of(rows - 1, columns, lines);
          ComplexExpr kept = columns == first ? ComplexExpr.of(value.re()) : value;
          String digits = digits(columns);
          lines[columns] =
              Lines.define(
                  builder, name + what + digits, read + "^{" + digits + "}(" + latex + ")", kept);
        }
      }
    }
    return lines;
  }

  /** Along the last row: Σ_c ± h_rc̄ M(columns without c). */
  private static ComplexExpr along(Hermitian h, int row, int columns, ComplexExpr[] smaller) {
    ComplexExpr sum = ComplexExpr.ZERO;
    for (int c = 0; c < h.dimension(); c++) {
      if ((columns >> c & 1) == 1) {
        ComplexExpr term = h.get(row, c).times(smaller[columns & ~(1 << c)]);
        boolean even = Integer.bitCount(columns >> (c + 1)) % 2 == 0;
        sum = even ? sum.plus(term) : sum.minus(term);
      }
    }
    return sum;
  }

  private String digits(int columns) {
    StringBuilder digits = new StringBuilder();
    for (int c = 0; c < matrix.dimension(); c++) {
      if ((columns >> c & 1) == 1) {
        digits.append(c + 1);
      }
    }
    return digits.toString();
  }

  /** Those of the first rows and columns, of sizes 1 … m. */
  List<Expr> leading() {
    List<Expr> leading = new ArrayList<>();
    for (int rows = 1; rows <= matrix.dimension(); rows++) {
      leading.add(minors[(1 << rows) - 1].re());
    }
    return leading;
  }

  /** det h. */
  Expr determinant() {
    return minors[minors.length - 1].re();
  }

  /** tr(h⁻¹k) = d/dt log det(h + tk) at t = 0; the minors' slopes are lines. To be asked once. */
  Expr trace(Hermitian k) {
    ComplexExpr[] slopes =
        lines(
            "slope",
            "\\dot M",
            ComplexExpr.ZERO,
            (row, columns, smaller) ->
                along(k, row, columns, minors).plus(along(matrix, row, columns, smaller)));
    return slopes[slopes.length - 1].re().over(determinant());
  }
}
