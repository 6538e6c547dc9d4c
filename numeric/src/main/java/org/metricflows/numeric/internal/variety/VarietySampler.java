package org.metricflows.numeric.internal.variety;

import java.util.Arrays;
import java.util.List;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Draws points of a variety, or takes points as given, and computes what belongs to them.
 *
 * <p>Random lines meet the variety in points; all points of a line are kept, and are then
 * distributed with the density D of the pulled-back Fubini–Study forms. A point's weight is w =
 * |Ω|²/D, with the factor that makes ⟨w det g/|Ω|²⟩ the intersection number.
 */
public final class VarietySampler {
  /** Points of a task: enough to amortise calls, few enough for the fastest caches. */
  private static final int BLOCK_POINTS = 512;

  private final Configuration shape;
  private final VarietyMaps maps;
  private final List<Integer> lineCounts;
  private final int perLine;
  private final Parallel parallel;

  /**
   * @param shape the degrees
   * @param maps the formulas, the metric's with {@link Configuration#lines()}
   */
  public VarietySampler(Configuration shape, VarietyMaps maps, Parallel parallel) {
    this.shape = shape;
    this.maps = maps;
    this.lineCounts = shape.lines();
    this.perLine = Math.toIntExact(shape.intersections(lineCounts));
    this.parallel = parallel;
  }

  /**
   * Draws points. They depend on the numbers given alone, not on the number of threads.
   *
   * @param count points for training, at least 1; the last line may lose some of its points
   * @param heldOut points of further lines, held out
   * @param seed of the lines
   */
  public VarietySample draw(int count, int heldOut, long seed) {
    if (count < 1 || heldOut < 0) {
      throw new IllegalArgumentException("count: " + count + " and " + heldOut + " held out");
    }
    SampleColumns columns = SampleColumns.of(shape, Math.addExact(count, heldOut));
    Worker[] workers = new Worker[parallel.threads()];
    draw(columns, 0, count, 0, seed, workers);
    draw(columns, count, heldOut, (count + perLine - 1) / perLine, seed, workers);
    return sample(columns, count);
  }

  private void draw(
      SampleColumns columns, int offset, int count, int firstLine, long seed, Worker[] workers) {
    int lines = Math.max(1, BLOCK_POINTS / perLine);
    int points = lines * perLine;
    parallel.run(
        (count + points - 1) / points,
        (block, worker) -> {
          if (workers[worker] == null) {
            workers[worker] = new Worker(seed, lines);
          }
          int done = block * points;
          int wanted = Math.min(points, count - done);
          workers[worker].run(columns, offset + done, wanted, firstLine + block * lines);
        });
  }

  /** A thread's scratch space. */
  private final class Worker {
    final Intersections intersections;
    final PointGeometry geometry;
    final double[][] z;

    Worker(long seed, int lines) {
      intersections = new Intersections(shape, maps, lineCounts, seed, lines);
      geometry = new PointGeometry(shape, maps, lines * perLine);
      z = new double[2 * shape.coordinates()][lines * perLine];
    }

    /** Fills in the points from {@code from} on with those of a line and the following ones. */
    void run(SampleColumns columns, int from, int count, int firstLine) {
      intersections.find(firstLine, (count + perLine - 1) / perLine, z);
      for (int c = 0; c < z.length; c++) {
        System.arraycopy(z[c], 0, columns.z()[c], from, count);
      }
      for (int p = 0; p < count; p++) {
        columns.line()[from + p] = firstLine + p / perLine;
      }
      geometry.complete(columns, from, count);
    }
  }

  /**
   * Takes points as given, each for a line of its own.
   *
   * @param z homogeneous coordinates in any scale, {@code [2·i + part][point]}; copied
   * @param weights of the measure, in any normalisation, or null for points that are distributed as
   *     drawn ones are
   * @param training how many of the points, the first ones, are for training
   */
  public VarietySample of(double[][] z, double[] weights, int training) {
    int points = z[0].length;
    SampleColumns columns = SampleColumns.of(shape, points);
    for (int c = 0; c < z.length; c++) {
      System.arraycopy(z[c], 0, columns.z()[c], 0, points);
    }
    Arrays.setAll(columns.line(), p -> p);
    PointGeometry[] geometries = new PointGeometry[parallel.threads()];
    parallel.run(
        (points + BLOCK_POINTS - 1) / BLOCK_POINTS,
        (block, worker) -> {
          if (geometries[worker] == null) {
            geometries[worker] = new PointGeometry(shape, maps, BLOCK_POINTS);
          }
          int from = block * BLOCK_POINTS;
          geometries[worker].complete(columns, from, Math.min(BLOCK_POINTS, points - from));
        });
    if (weights != null) {
      System.arraycopy(weights, 0, columns.weight(), 0, points);
    }
    return sample(columns, training);
  }

  private VarietySample sample(SampleColumns columns, int training) {
    Volumes volumes = Volumes.of(shape, columns);
    double scale = volumes.normalisation(columns.weight());
    double[] weight = columns.weight();
    for (int p = 0; p < weight.length; p++) {
      weight[p] *= scale;
    }
    return new VarietySample(shape, columns, volumes, training);
  }
}
