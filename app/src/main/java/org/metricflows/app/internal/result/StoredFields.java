package org.metricflows.app.internal.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.NumpyException;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.RunFolderException;

/**
 * Arrays over times and points, as fields.npz holds them.
 *
 * @param times of the records
 * @param points the coordinates of each
 * @param arrays by their names; each [time][point] or [time][point][component]
 */
public record StoredFields(double[] times, double[][] points, Map<String, Tensor> arrays) {

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
      Map<String, Tensor> arrays = new LinkedHashMap<>();
      for (String name : NAMES) {
        if (npz.has(name)) {
          arrays.put(name, npz.array(name));
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

  /** An array of one number a point, [time][point]; none if there is no such array. */
  public Optional<double[][]> scalar(String name) {
    return Optional.ofNullable(arrays.get(name))
        .filter(array -> array.shape().size() == 2)
        .map(array -> component(array.values(), 1, 0));
  }

  /** The components of an array, each [time][point], in their order; of a scalar one. */
  public List<double[][]> components(String name) {
    Tensor array = arrays.get(name);
    int count = array.shape().size() == 2 ? 1 : array.shape().get(2);
    double[] values = array.values();
    List<double[][]> components = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      components.add(component(values, count, c));
    }
    return components;
  }

  private double[][] component(double[] values, int count, int c) {
    double[][] component = new double[times.length][points.length];
    for (int t = 0; t < times.length; t++) {
      for (int p = 0; p < points.length; p++) {
        component[t][p] = values[(t * points.length + p) * count + c];
      }
    }
    return component;
  }
}
