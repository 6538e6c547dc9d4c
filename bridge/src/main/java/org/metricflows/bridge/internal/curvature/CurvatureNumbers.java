package org.metricflows.bridge.internal.curvature;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.Curvature;

/** The curvature at one point. Indices run in the order of the coordinates, from 0. */
public final class CurvatureNumbers {
  private final Map<String, Object> values = new LinkedHashMap<>();

  private CurvatureNumbers() {}

  CurvatureNumbers(Curvature c, ToDoubleFunction<Expr> value) {
    int d = c.dimension();
    values.put("metric", matrix(d, (i, j) -> value.applyAsDouble(c.metric().g(i, j))));
    values.put("determinant", value.applyAsDouble(c.det()));
    values.put("inverse", matrix(d, (i, j) -> value.applyAsDouble(c.ginv(i, j))));
    double[][][] christoffel = new double[d][][];
    Arrays.setAll(christoffel, k -> matrix(d, (i, j) -> value.applyAsDouble(c.gamma(k, i, j))));
    values.put("christoffel", christoffel);
    values.put("riemann", tensor(d, value, c::riemann));
    values.put("ricci", matrix(d, (i, j) -> value.applyAsDouble(c.ricci(i, j))));
    values.put("scalar", value.applyAsDouble(c.scalar()));
    values.put("ricci_squared", value.applyAsDouble(c.ricciSquared()));
    values.put("kretschmann", value.applyAsDouble(c.kretschmann()));
    values.put("einstein", matrix(d, (i, j) -> value.applyAsDouble(c.einstein(i, j))));
    values.put("weyl", tensor(d, value, c::weyl));
    values.put("weyl_squared", value.applyAsDouble(c.weylSquared()));
  }

  private interface Entry {
    double at(int i, int j);
  }

  private interface Component {
    Expr at(int a, int b, int c, int d);
  }

  private static double[][] matrix(int d, Entry entry) {
    double[][] rows = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        rows[i][j] = entry.at(i, j);
      }
    }
    return rows;
  }

  private static double[][][][] tensor(int d, ToDoubleFunction<Expr> value, Component component) {
    double[][][][] entries = new double[d][d][][];
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        int i = a;
        int j = b;
        entries[a][b] = matrix(d, (k, l) -> value.applyAsDouble(component.at(i, j, k, l)));
      }
    }
    return entries;
  }

  /** g_ij. */
  public double[][] metric() {
    return (double[][]) values.get("metric");
  }

  /** Γ^k_ij as [k][i][j]. */
  public double[][][] christoffel() {
    return (double[][][]) values.get("christoffel");
  }

  /** R_abcd. */
  public double[][][][] riemann() {
    return (double[][][][]) values.get("riemann");
  }

  /** R_ij. */
  public double[][] ricci() {
    return (double[][]) values.get("ricci");
  }

  /** G_ij. */
  public double[][] einstein() {
    return (double[][]) values.get("einstein");
  }

  /** C_abcd. */
  public double[][][][] weyl() {
    return (double[][][][]) values.get("weyl");
  }

  /**
   * A number by its key: {@code determinant}, {@code scalar}, {@code ricci_squared}, {@code
   * kretschmann} or {@code weyl_squared}.
   */
  public double number(String key) {
    return (Double) values.get(key);
  }

  /**
   * The same with 0 for what is rounding.
   *
   * @param nearby the curvature at {@link Rounding#near} points
   */
  CurvatureNumbers withoutRounding(List<CurvatureNumbers> nearby) {
    CurvatureNumbers clean = new CurvatureNumbers();
    values.forEach(
        (name, value) ->
            clean.values.put(
                name,
                Rounding.removed(value, nearby.stream().map(n -> n.values.get(name)).toList())));
    return clean;
  }

  boolean isFinite() {
    return values.values().stream().allMatch(CurvatureNumbers::isFinite);
  }

  private static boolean isFinite(Object value) {
    if (value instanceof double[] row) {
      return Arrays.stream(row).allMatch(Double::isFinite);
    } else if (value instanceof Object[] rows) {
      return Arrays.stream(rows).allMatch(CurvatureNumbers::isFinite);
    }
    return Double.isFinite((Double) value);
  }

  /** All of them under their keys, as numbers and nested arrays, in the order of a JSON report. */
  public Map<String, Object> toTree() {
    return new LinkedHashMap<>(values);
  }
}
