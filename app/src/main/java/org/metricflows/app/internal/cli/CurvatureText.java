package org.metricflows.app.internal.cli;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.internal.curvature.CurvatureNumbers;

/** Curvature at a point, for a person. */
final class CurvatureText {
  private final List<String> coordinates;
  private final List<String> frame;
  private final double[] point;
  private final CurvatureNumbers numbers;

  /**
   * @param coordinates that name the point
   * @param frame what tensors' indices are called
   */
  CurvatureText(
      List<String> coordinates, List<String> frame, double[] point, CurvatureNumbers numbers) {
    this.frame = List.copyOf(frame);
    this.coordinates = List.copyOf(coordinates);
    this.point = point.clone();
    this.numbers = numbers;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("at ").append(place()).append('\n');
    TextTable scalars = new TextTable();
    for (String name : List.of("determinant", "scalar", "ricci_squared", "kretschmann")) {
      scalars.row(name, Numbers.text(numbers.number(name)));
    }
    text.append(scalars);
    text.append("\nricci\n").append(matrix(numbers.ricci()));
    for (int k = 0; k < frame.size(); k++) {
      text.append("\nchristoffel, upper index ").append(frame.get(k)).append('\n');
      text.append(matrix(numbers.christoffel()[k]));
    }
    return text.toString();
  }

  private String place() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < point.length; i++) {
      parts.add(coordinates.get(i) + " = " + Numbers.text(point[i]));
    }
    return String.join(", ", parts);
  }

  private String matrix(double[][] matrix) {
    TextTable table = new TextTable();
    String[] header = new String[frame.size() + 1];
    header[0] = "";
    for (int j = 0; j < frame.size(); j++) {
      header[j + 1] = frame.get(j);
    }
    table.row(header);
    for (int i = 0; i < frame.size(); i++) {
      String[] row = new String[frame.size() + 1];
      row[0] = frame.get(i);
      for (int j = 0; j < frame.size(); j++) {
        row[j + 1] = Numbers.text(matrix[i][j]);
      }
      table.row(row);
    }
    return table.toString();
  }
}
