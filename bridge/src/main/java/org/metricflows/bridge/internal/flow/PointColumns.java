package org.metricflows.bridge.internal.flow;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.symbolic.derivation.Derivation;

/** Evaluates a derivation once over whole columns. */
final class PointColumns {

  private PointColumns() {}

  /** The outputs over all points: {@code [output][point]}. */
  static double[][] evaluate(Compiler compiler, Derivation derivation, double[][] columns) {
    return apply(compiler.compile(derivation), columns);
  }

  /** The outputs of a map over all points: {@code [output][point]}. */
  static double[][] apply(ColumnMap map, double[][] columns) {
    int count = columns.length == 0 ? 0 : columns[0].length;
    double[][] out = new double[map.outputs()][count];
    if (count > 0) {
      map.apply(columns, new int[columns.length], out, new int[out.length], count);
    }
    return out;
  }

  /** Rows to columns: {@code [point][coordinate]} to {@code [coordinate][point]}. */
  static double[][] transpose(double[][] rows, int width) {
    double[][] columns = new double[width][rows.length];
    for (int p = 0; p < rows.length; p++) {
      for (int c = 0; c < width; c++) {
        columns[c][p] = rows[p][c];
      }
    }
    return columns;
  }

  /** All columns of several arrays, one after the other; columns are shared, not copied. */
  static double[][] join(double[][]... parts) {
    int total = 0;
    for (double[][] part : parts) {
      total += part.length;
    }
    double[][] joined = new double[total][];
    int next = 0;
    for (double[][] part : parts) {
      System.arraycopy(part, 0, joined, next, part.length);
      next += part.length;
    }
    return joined;
  }
}
