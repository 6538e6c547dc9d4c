package org.metricflows.bridge.internal.check;

import org.metricflows.numeric.internal.batch.ColumnMap;

/**
 * A map with one output multiplied by a factor.
 *
 * @param map the right one
 * @param output which is wrong
 * @param factor −1 for a wrong sign, 1 + 10⁻⁶ for a constant that is slightly off
 */
record Flaw(ColumnMap map, int output, double factor) implements ColumnMap {
  @Override
  public int inputs() {
    return map.inputs();
  }

  @Override
  public int outputs() {
    return map.outputs();
  }

  @Override
  public void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
    map.apply(in, inOffset, out, outOffset, count);
    for (int i = 0; i < count; i++) {
      out[output][outOffset[output] + i] *= factor;
    }
  }
}
