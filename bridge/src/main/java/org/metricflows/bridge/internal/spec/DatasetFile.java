package org.metricflows.bridge.internal.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.symbolic.internal.variety.Variety;

/**
 * Reads points of a variety from an {@code .npz} file in cymetric's layout: {@code X_train} and
 * {@code X_val} (points, 2N) with all real parts before all imaginary ones, {@code y_train} and
 * {@code y_val} (points, 2) with a point's weight and |Ω|², and perhaps {@code val_pullbacks}
 * (points, m, N), complex. Only coordinates and weights are used; the rest is computed anew, but
 * must have the right shape.
 */
final class DatasetFile {
  private final Path base;
  private final int coordinates;
  private final int dimension;

  DatasetFile(Path base, VarietySpec spec) {
    Variety variety = spec.variety();
    this.base = base;
    this.coordinates = variety.ambient().coordinates();
    this.dimension = variety.dimension();
  }

  VarietySampleSpec.Dataset read(Value value) {
    Path file = SpecFile.path(base, value);
    if (!file.toString().endsWith(".npz")) {
      throw value.mustBe("the path of a .npz file");
    }
    try (NpzFile arrays = NpzFile.open(file)) {
      List<double[]> points = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      read(arrays, "train", points, weights);
      int training = points.size();
      if (training == 0) {
        throw new IOException("its array 'X_train' has no points");
      }
      read(arrays, "val", points, weights);
      int heldOut = points.size() - training;
      if (arrays.has("val_pullbacks")) {
        array(arrays, "val_pullbacks", List.of(heldOut, dimension, coordinates, 2));
      }
      return new VarietySampleSpec.Dataset(
          file.toAbsolutePath().normalize().toString(),
          Table.of(points.toArray(double[][]::new)),
          weights,
          heldOut);
    } catch (IOException e) {
      throw SpecFile.unusable(value, e);
    }
  }

  private void read(NpzFile arrays, String part, List<double[]> points, List<Double> weights)
      throws IOException {
    Tensor x = array(arrays, "X_" + part, Arrays.asList(null, 2 * coordinates));
    int count = x.shape().get(0);
    Tensor y = array(arrays, "y_" + part, List.of(count, 2));
    double[] parts = x.values();
    double[] weighted = y.values();
    for (int p = 0; p < count; p++) {
      double[] row = new double[2 * coordinates];
      for (int i = 0; i < coordinates; i++) {
        row[2 * i] = parts[p * 2 * coordinates + i];
        row[2 * i + 1] = parts[(p * 2 + 1) * coordinates + i];
      }
      double weight = weighted[2 * p];
      if (!Arrays.stream(row).allMatch(Double::isFinite)) {
        throw new IOException("its array 'X_" + part + "' has a row " + p + " that is not finite");
      }
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IOException(
            "its array 'y_" + part + "' has the weight " + weight + " in row " + p);
      }
      points.add(row);
      weights.add(weight);
    }
  }

  /** An array of this shape, null standing for any length. */
  private static Tensor array(NpzFile arrays, String name, List<Integer> shape) throws IOException {
    Tensor array = arrays.array(name).real();
    boolean fits = array.shape().size() == shape.size();
    for (int i = 0; fits && i < shape.size(); i++) {
      fits = shape.get(i) == null || shape.get(i).equals(array.shape().get(i));
    }
    if (!fits) {
      String wanted = shape.toString().replace("null", "N");
      throw new IOException(
          "its array '" + name + "' has the shape " + array.shape() + ", not " + wanted);
    }
    return array;
  }
}
