package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;

/** Components laid out as nested lists. */
final class CurvatureTables {

  private CurvatureTables() {}

  /** Components of a tensor with four indices. */
  interface Tensor {
    Expr get(int a, int b, int c, int d);
  }

  static List<List<Expr>> matrix(int dimension, Curvature.Components component) {
    List<List<Expr>> rows = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      List<Expr> row = new ArrayList<>();
      for (int j = 0; j < dimension; j++) {
        row.add(component.get(i, j));
      }
      rows.add(row);
    }
    return rows;
  }

  static List<List<List<List<Expr>>>> tensor(int dimension, Tensor component) {
    List<List<List<List<Expr>>>> all = new ArrayList<>();
    for (int a = 0; a < dimension; a++) {
      List<List<List<Expr>>> block = new ArrayList<>();
      for (int b = 0; b < dimension; b++) {
        int i = a;
        int j = b;
        block.add(matrix(dimension, (k, l) -> component.get(i, j, k, l)));
      }
      all.add(block);
    }
    return all;
  }
}
