package org.metricflows.bridge.internal.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.metricflows.bridge.internal.numpy.NpyFile;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.symbolic.InputException;

/**
 * Reads points and weights from a file: {@code .npz} with the arrays {@code points} (N, d) and, if
 * wanted, {@code weights} (N); {@code .npy} with points alone; {@code .csv} with a point a line,
 * its weight behind it if wanted. Complex points (N, d/2) have real and imaginary parts in turn.
 */
public final class PointFile {
  private static final String ALLOWED = "the path of a .npz, .npy or .csv file";

  private final Path base;
  private final int dimension;

  PointFile(Path base, int dimension) {
    this.base = base;
    this.dimension = dimension;
  }

  SampleSpec.Points read(Value value) {
    Path file = SpecFile.path(base, value);
    try {
      return checked(read(file).orElseThrow(() -> value.mustBe(ALLOWED)));
    } catch (IOException e) {
      throw SpecFile.unusable(value, e);
    }
  }

  /**
   * The points of a file; weights are left out.
   *
   * @param dimension how many numbers a point has
   * @param option what named the file, for messages
   * @return {@code [point][coordinate]}
   * @throws InputException if there is no such file, or it holds no such points
   */
  public static double[][] points(Path file, int dimension, String option) {
    if (!Files.isRegularFile(file)) {
      throw InputException.of(option, "no such file: " + file);
    }
    PointFile reader = new PointFile(file.toAbsolutePath().getParent(), dimension);
    try {
      double[][] rows =
          reader
              .read(file)
              .orElseThrow(
                  () ->
                      InputException.of(option, "must be " + ALLOWED + ", but is '" + file + "'"));
      return reader.checked(rows).points().toArray();
    } catch (IOException e) {
      throw InputException.of(option, file + " cannot be used: " + SpecFile.reason(e));
    }
  }

  /** Empty if it is a file of another kind. */
  private Optional<double[][]> read(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".npz")) {
      return Optional.of(npz(file));
    }
    if (name.endsWith(".npy")) {
      return Optional.of(rows(NpyFile.read(file)));
    }
    return name.endsWith(".csv") ? Optional.of(csv(file)) : Optional.empty();
  }

  private double[][] npz(Path file) throws IOException {
    try (NpzFile arrays = NpzFile.open(file)) {
      double[][] points = rows(arrays.array("points"));
      if (!arrays.has("weights")) {
        return points;
      }
      double[] weights = arrays.array("weights").values();
      if (weights.length != points.length) {
        throw new IOException(
            "it has " + points.length + " points but " + weights.length + " weights");
      }
      double[][] rows = new double[points.length][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = Arrays.copyOf(points[i], dimension + 1);
        rows[i][dimension] = weights[i];
      }
      return rows;
    }
  }

  private double[][] rows(Tensor points) throws IOException {
    List<Integer> shape = points.shape();
    int width = points.complex() ? dimension / 2 : dimension;
    if (shape.size() != 2 || shape.get(1) != width) {
      throw new IOException(
          "points must have the shape (N, "
              + width
              + "), but have "
              + shape
              + (points.complex() ? ", complex" : ""));
    }
    double[] values = points.values();
    double[][] rows = new double[shape.get(0)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension);
    }
    return rows;
  }

  private static double[][] csv(Path file) throws IOException {
    List<double[]> rows = new ArrayList<>();
    int line = 0;
    for (String text : Files.readAllLines(file)) {
      line++;
      if (!text.isBlank() && !text.startsWith("#") && !(rows.isEmpty() && isHeader(text))) {
        rows.add(numbers(text, line));
      }
    }
    return rows.toArray(double[][]::new);
  }

  private static boolean isHeader(String text) {
    return text.strip().matches("[A-Za-z_].*") && !text.strip().matches("(?i)(nan|inf).*");
  }

  private static double[] numbers(String text, int line) throws IOException {
    try {
      return Arrays.stream(text.split(",", -1))
          .mapToDouble(cell -> Double.parseDouble(cell.strip()))
          .toArray();
    } catch (NumberFormatException e) {
      throw new IOException("line " + line + " is not a list of numbers", e);
    }
  }

  private SampleSpec.Points checked(double[][] rows) throws IOException {
    if (rows.length == 0) {
      throw new IOException("it has no points");
    }
    int columns = rows[0].length;
    double[][] points = new double[rows.length][];
    List<Double> weights = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      if (row.length != columns || row.length != dimension && row.length != dimension + 1) {
        throw new IOException(
            "point "
                + i
                + " has "
                + row.length
                + " numbers; "
                + dimension
                + " coordinates and at most a weight are allowed");
      }
      if (!Arrays.stream(row).allMatch(Double::isFinite)) {
        throw new IOException("point " + i + " has a number that is not finite");
      }
      points[i] = Arrays.copyOf(row, dimension);
      if (columns > dimension) {
        weights.add(weight(row[dimension], i));
      }
    }
    return new SampleSpec.Points(
        Table.of(points),
        weights.isEmpty() ? Collections.nCopies(rows.length, 1.0 / rows.length) : weights);
  }

  private static double weight(double weight, int i) throws IOException {
    if (weight < 0) {
      throw new IOException("point " + i + " has the negative weight " + weight);
    }
    return weight;
  }
}
