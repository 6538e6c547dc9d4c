package org.metricflows.bridge.internal.rotational;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The curvature of a rotationally symmetric metric at one point.
 *
 * <p>Tensors are in coordinates x, y₁ … y_{n−1}, with y normal coordinates of the unit sphere about
 * any point of it: there g = diag(χ², ψ², …, ψ²).
 *
 * @param dimension n
 * @param coordinate x
 * @param lapse χ
 * @param radius ψ
 * @param values by the names of {@link
 *     org.metricflows.symbolic.internal.rotational.WarpedProduct#geometry()}
 */
public record RotationalNumbers(
    int dimension, double coordinate, double lapse, double radius, Map<String, Double> values) {

  public RotationalNumbers {
    values = Map.copyOf(values);
  }

  /** One of the values. */
  public double value(String name) {
    return values.get(name);
  }

  /** A diagonal matrix: one entry for x, the other for all y. */
  private double[][] diagonal(double first, double others) {
    double[][] matrix = new double[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      matrix[i][i] = i == 0 ? first : others;
    }
    return matrix;
  }

  /** The tensor whose mixed components are the given numbers, both indices down. */
  private double[][] lowered(double first, double others) {
    return diagonal(first * lapse * lapse, others * radius * radius);
  }

  /** g_ij. */
  public double[][] metric() {
    return lowered(1, 1);
  }

  /** Γ^k_ij as [k][i][j]. */
  public double[][][] christoffel() {
    double[][][] gamma = new double[dimension][dimension][dimension];
    gamma[0] = diagonal(value("Gammaxxx"), value("Gammaxab"));
    for (int a = 1; a < dimension; a++) {
      gamma[a][0][a] = value("Gammaaxb");
      gamma[a][a][0] = value("Gammaaxb");
    }
    return gamma;
  }

  /** R_ij. */
  public double[][] ricci() {
    return lowered(value("Ricrad"), value("Rictan"));
  }

  /**
   * Numbers under the keys of a JSON report, those of a chart: {@code at}, {@code metric}, {@code
   * determinant}, {@code inverse}, {@code christoffel} [k][i][j], {@code ricci}, {@code scalar},
   * {@code ricci_squared}, {@code kretschmann}, {@code einstein}; and {@code curvature_radial},
   * {@code curvature_tangential} (above dimension 2), which are all of Riemann's tensor.
   */
  public Map<String, Object> toTree() {
    double g = lapse * lapse;
    double sphere = radius * radius;
    double scalar = value("R");
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("at", new double[] {coordinate});
    tree.put("metric", metric());
    tree.put("determinant", g * Math.pow(sphere, dimension - 1));
    tree.put("inverse", diagonal(1 / g, 1 / sphere));
    tree.put("christoffel", christoffel());
    tree.put("curvature_radial", value("Krad"));
    if (dimension > 2) {
      tree.put("curvature_tangential", value("Ktan"));
    }
    tree.put("ricci", ricci());
    tree.put("scalar", scalar);
    tree.put("ricci_squared", value("RicSq"));
    tree.put("kretschmann", value("Kret"));
    tree.put("einstein", lowered(value("Ricrad") - scalar / 2, value("Rictan") - scalar / 2));
    return tree;
  }
}
