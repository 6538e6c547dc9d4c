package org.metricflows.app.internal.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.NumpyException;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.RunFolderException;

/**
 * Arrays over times and points, as fields.npz holds them.
 *
 * @param times of the records
 * @param points the coordinates of each
 * @param arrays by their names; each [time][point] or [time][point][component], the last index
 *     running fastest
 */
@SuppressWarnings("ArrayRecordComponent") // too large to be copied; read by this module alone
public record StoredFields(double[] times, double[][] points, Map<String, double[]> arrays) {

  /** The arrays there may be: the observables that are fields, by their names in the file. */
  private static final List<String> NAMES =
      List.of("g", "R", "ricci_squared", "radius", "curvature_radial", "curvature_tangential");

  private static final StoredFields NONE =
      new StoredFields(new double[0], new double[0][], Map.of());

  /** Keeps the order of the arrays. */
  public StoredFields {
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
  }

  /** What a run's folder holds. */
  static StoredFields in(Path folder) {
    Path file = folder.resolve("fields.npz");
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    try (NpzFile npz = NpzFile.open(file)) {
      Map<String, double[]> arrays = new LinkedHashMap<>();
      for (String name : NAMES) {
        if (npz.has(name)) {
          arrays.put(name, npz.array(name).values());
        }
      }
      return new StoredFields(npz.array("t").values(), points(npz.array("x")), arrays);
    } catch (NumpyException e) {
      throw new RunFolderException(file, e.getMessage());
    }
  }

  private static double[][] points(Tensor x) {
    double[] values = x.values();
    int count = x.shape().get(0);
    int coordinates = count == 0 ? 0 : values.length / count;
    double[][] points = new double[count][coordinates];
    for (int p = 0; p < count; p++) {
      System.arraycopy(values, p * coordinates, points[p], 0, coordinates);
    }
    return points;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return arrays.isEmpty() || points.length == 0 || times.length == 0;
  }

  /** How many coordinates a point has. */
  public int coordinates() {
    return points.length == 0 ? 0 : points[0].length;
  }

  /** Whether there is an array of this name. */
  public boolean has(String name) {
    return arrays.containsKey(name);
  }

  /** How many numbers an array has at each point. */
  public int components(String name) {
    return arrays.get(name).length / Math.max(1, times.length * points.length);
  }

  /** One of an array's numbers at a time and point. */
  public double at(String name, int component, int time, int point) {
    int components = components(name);
    return arrays.get(name)[(time * points.length + point) * components + component];
  }

  /** One of an array's numbers at all points of a time. */
  public double[] row(String name, int component, int time) {
    double[] row = new double[points.length];
    for (int p = 0; p < row.length; p++) {
      row[p] = at(name, component, time, p);
    }
    return row;
  }
}
