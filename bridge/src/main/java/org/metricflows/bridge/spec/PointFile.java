package org.metricflows.bridge.spec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads points and weights from a file: {@code .npz} with the arrays {@code points} (N, d) and, if
 * wanted, {@code weights} (N); {@code .npy} with points alone; {@code .csv} with a point a line,
 * its weight behind it if wanted.
 */
final class PointFile {
  private final Path base;
  private final int dimension;

  PointFile(Path base, int dimension) {
    this.base = base;
    this.dimension = dimension;
  }

  SampleSpec.Points read(Value value) {
    Path file = SpecFile.path(base, value);
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      double[][] rows;
      if (name.endsWith(".npz")) {
        rows = npz(file);
      } else if (name.endsWith(".npy")) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          rows = rows(NumpyArray.read(in));
        }
      } else if (name.endsWith(".csv")) {
        rows = csv(file);
      } else {
        throw value.mustBe("the path of a .npz, .npy or .csv file");
      }
      return checked(rows);
    } catch (IOException e) {
      throw value.error(value.text() + " cannot be used: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.replaceAll("\\s+", " ");
  }

  private double[][] npz(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      double[][] points = rows(array(zip, "points"));
      if (zip.getEntry("weights.npy") == null) {
        return points;
      }
      double[] weights = array(zip, "weights").values();
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

  private static NumpyArray array(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name + ".npy");
    if (entry == null) {
      throw new IOException("it has no array '" + name + "'");
    }
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
      return NumpyArray.read(in);
    } catch (IOException e) {
      throw new IOException("its array '" + name + "' " + e.getMessage(), e);
    }
  }

  private double[][] rows(NumpyArray array) throws IOException {
    if (array.shape().size() != 2 || array.shape().get(1) != dimension) {
      throw new IOException(
          "points must have the shape (N, " + dimension + "), but have " + array.shape());
    }
    double[][] rows = new double[array.shape().get(0)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(array.values(), i * dimension, (i + 1) * dimension);
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
