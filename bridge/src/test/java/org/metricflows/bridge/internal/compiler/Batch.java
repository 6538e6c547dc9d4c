package org.metricflows.bridge.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.metricflows.numeric.internal.batch.ColumnMap;

/**
 * Columns of random points in [−1, 1], each at an offset of its own, and what a map makes of them.
 */
record Batch(double[][] in, int[] inOffset, int count) {

  static Batch random(long seed, int columns, int count) {
    Random random = new Random(seed);
    double[][] in = new double[columns][];
    int[] offset = new int[columns];
    for (int c = 0; c < columns; c++) {
      offset[c] = c % 5;
      in[c] = random.doubles(count + offset[c] + 3L, -1, 1).toArray();
    }
    return new Batch(in, offset, count);
  }

  double[] point(int i) {
    double[] point = new double[in.length];
    Arrays.setAll(point, c -> in[c][inOffset[c] + i]);
    return point;
  }

  /** The outputs at elements from … from + size − 1, [element][output]. */
  double[][] apply(ColumnMap map, int from, int size) {
    int[] shifted = Arrays.stream(inOffset).map(o -> o + from).toArray();
    double[][] out = new double[map.outputs()][size + 2];
    int[] outOffset = new int[out.length];
    Arrays.fill(outOffset, 1);
    map.apply(in, shifted, out, outOffset, size);
    double[][] elements = new double[size][out.length];
    for (int i = 0; i < size; i++) {
      for (int o = 0; o < out.length; o++) {
        elements[i][o] = out[o][1 + i];
      }
    }
    return elements;
  }

  double[][] apply(ColumnMap map) {
    return apply(map, 0, count);
  }

  /** Checks that two results have the same bits; all NaNs are alike. */
  static void assertSameBits(double[][] actual, double[][] expected) {
    assertThat(actual).hasDimensions(expected.length, expected[0].length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("element %d", i).containsExactly(expected[i]);
    }
  }
}
