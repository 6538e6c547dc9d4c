package org.metricflows.bridge.spec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.metricflows.symbolic.variety.Variety;

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
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<double[]> points = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      read(zip, "train", points, weights);
      int training = points.size();
      if (training == 0) {
        throw new IOException("its array 'X_train' has no points");
      }
      read(zip, "val", points, weights);
      int heldOut = points.size() - training;
      if (zip.getEntry("val_pullbacks.npy") != null) {
        array(zip, "val_pullbacks", List.of(heldOut, dimension, coordinates, 2));
      }
      return new VarietySampleSpec.Dataset(
          file.toAbsolutePath().normalize().toString(),
          Table.of(points.toArray(double[][]::new)),
          weights,
          heldOut);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw value.error(value.text() + " cannot be used: " + reason.replaceAll("\\s+", " "));
    }
  }

  private void read(ZipFile zip, String part, List<double[]> points, List<Double> weights)
      throws IOException {
    NumpyArray x = array(zip, "X_" + part, Arrays.asList(null, 2 * coordinates));
    int count = x.shape().get(0);
    NumpyArray y = array(zip, "y_" + part, List.of(count, 2));
    for (int p = 0; p < count; p++) {
      double[] row = new double[2 * coordinates];
      for (int i = 0; i < coordinates; i++) {
        row[2 * i] = x.values()[p * 2 * coordinates + i];
        row[2 * i + 1] = x.values()[(p * 2 + 1) * coordinates + i];
      }
      double weight = y.values()[2 * p];
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
  private static NumpyArray array(ZipFile zip, String name, List<Integer> shape)
      throws IOException {
    ZipEntry entry = zip.getEntry(name + ".npy");
    if (entry == null) {
      throw new IOException("it has no array '" + name + "'");
    }
    NumpyArray array;
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
      array = NumpyArray.read(in);
    } catch (IOException e) {
      throw new IOException("its array '" + name + "' " + e.getMessage(), e);
    }
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
