package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/**
 * A symmetric d×d matrix of formulas.
 *
 * @param rows as written, a list a row; mirror images are equal, though perhaps written differently
 */
public record SymmetricMatrix(List<List<Formula>> rows) {
  /** Copies its argument. */
  public SymmetricMatrix {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** δ_ij. */
  static SymmetricMatrix identity(int size) {
    return diagonal(new Formula("1", Rational.ONE), size);
  }

  /** A formula times δ_ij. */
  static SymmetricMatrix diagonal(Formula formula, int size) {
    List<List<Formula>> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Formula> row = new ArrayList<>();
      for (int j = 0; j < size; j++) {
        row.add(i == j ? formula : new Formula("0", Rational.ZERO));
      }
      rows.add(row);
    }
    return new SymmetricMatrix(rows);
  }

  /** Whether it is δ_ij. */
  boolean isIdentity() {
    return equals(identity(rows.size()));
  }

  /** The independent components 11, 12, …, 1d, 22, …: those on and above the diagonal. */
  public List<Expr> components() {
    List<Expr> components = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i; j < rows.size(); j++) {
        components.add(rows.get(i).get(j).value());
      }
    }
    return components;
  }

  /** All entries, those below the diagonal as above it. */
  public List<List<Expr>> entries() {
    List<List<Expr>> entries = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Expr> row = new ArrayList<>();
      for (int j = 0; j < rows.size(); j++) {
        row.add(rows.get(Math.min(i, j)).get(Math.max(i, j)).value());
      }
      entries.add(row);
    }
    return entries;
  }

  List<List<String>> texts() {
    return rows.stream().map(Formula::texts).toList();
  }
}
