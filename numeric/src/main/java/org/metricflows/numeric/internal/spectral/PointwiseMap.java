package org.metricflows.numeric.internal.spectral;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.simd.Parallel;

/** Applies a map to the columns of a grid in chunks on all cores. */
public final class PointwiseMap {
  private static final int CHUNK = 1024;

  /** A worker's pointers. */
  private static final class Arguments {
    final int[] inOffset;
    final int[] outOffset;

    Arguments(ColumnMap map) {
      inOffset = new int[map.inputs()];
      outOffset = new int[map.outputs()];
    }
  }

  private final ColumnMap map;
  private final Parallel parallel;
  private final Arguments[] workers;

  public PointwiseMap(ColumnMap map, Parallel parallel) {
    this.map = map;
    this.parallel = parallel;
    this.workers = new Arguments[parallel.threads()];
    for (int w = 0; w < workers.length; w++) {
      workers[w] = new Arguments(map);
    }
  }

  /** The number of columns that it writes. */
  public int outputs() {
    return map.outputs();
  }

  /**
   * Sets all of {@code out} from {@code in}.
   *
   * @param count the number of points
   */
  public void apply(double[][] in, double[][] out, int count) {
    parallel.run(
        (count + CHUNK - 1) / CHUNK,
        (chunk, worker) -> {
          Arguments call = workers[worker];
          int first = chunk * CHUNK;
          Arrays.fill(call.inOffset, first);
          Arrays.fill(call.outOffset, first);
          map.apply(in, call.inOffset, out, call.outOffset, Math.min(CHUNK, count - first));
        });
  }
}
