package org.metricflows.bridge.internal.kahler;

import org.metricflows.numeric.internal.batch.ColumnMap;

/**
 * The columns that one thread feeds a map with, and those it gets back; they grow as needed. Others
 * that are long enough may be put in their places.
 */
final class Columns {

  final double[][] in;
  final double[][] out;
  private final ColumnMap map;
  private final int[] inOffset;
  private final int[] outOffset;
  private int capacity;

  Columns(ColumnMap map) {
    this.map = map;
    in = new double[map.inputs()][0];
    out = new double[map.outputs()][0];
    inOffset = new int[in.length];
    outOffset = new int[out.length];
  }

  /** Makes room for a number of points. */
  void reserve(int count) {
    if (capacity < count) {
      capacity = count;
      for (int c = 0; c < in.length; c++) {
        in[c] = new double[count];
      }
      for (int c = 0; c < out.length; c++) {
        out[c] = new double[count];
      }
    }
  }

  /** Sets the outputs of the first points. */
  void apply(int count) {
    map.apply(in, inOffset, out, outOffset, count);
  }
}
