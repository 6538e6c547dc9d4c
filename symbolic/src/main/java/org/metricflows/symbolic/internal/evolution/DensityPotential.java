package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.symbolic.derivation.Coordinates;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.loss.PointField;

/**
 * Perelman's potential of a fixed measure dm = m dx = e^{−f} dV: f = log √det g − log m.
 *
 * @param density m, of the coordinates
 * @param coordinates the chart's
 */
public record DensityPotential(Expr density, Coordinates coordinates) {

  /** The first and second derivatives of log m, inputs logm1, …, logm11, … of {@link #jet}. */
  public List<PointField> fields() {
    List<Expr> slopes =
        IntStream.range(0, coordinates.dimension())
            .mapToObj(i -> coordinates.differentiate(density, i).over(density))
            .toList();
    List<PointField> fields = new ArrayList<>();
    for (int i = 0; i < slopes.size(); i++) {
      fields.add(field(slopes.get(i), i + 1 + ""));
    }
    for (int i = 0; i < slopes.size(); i++) {
      for (int j = i; j < slopes.size(); j++) {
        Expr second = coordinates.differentiate(slopes.get(i), j);
        fields.add(field(second, "" + (i + 1) + (j + 1)));
      }
    }
    return fields;
  }

  private static PointField field(Expr value, String indices) {
    return new PointField("logm" + indices, "\\partial_{" + indices + "}\\log m", value);
  }

  /**
   * The jet of f, with a value that is not to be read; declares the {@link #fields} as inputs.
   *
   * <p>∂_i f = ½ g^kl ∂_i g_kl − ∂_i log m, and ∂_i∂_j f = ½ g^kl ∂_i∂_j g_kl − ½ tr(g⁻¹∂_i g
   * g⁻¹∂_j g) − ∂_i∂_j log m.
   */
  static Jet jet(Derivation.Builder builder, Curvature geometry) {
    int d = geometry.dimension();
    List<Expr> logDensity = new ArrayList<>();
    for (String suffix : Jet.suffixes(d, 2)) {
      if (!suffix.isEmpty()) {
        String indices = suffix.substring(1);
        logDensity.add(builder.input("logm" + indices, "\\partial_{" + indices + "}\\log m"));
      }
    }
    List<Expr> coefficients = new ArrayList<>(List.of(Rational.ZERO));
    for (int i = 0; i < d; i++) {
      coefficients.add(geometry.logVolumeGradient(i).minus(logDensity.get(i)));
    }
    Expr[][][] slopes = slopes(builder, geometry);
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        Expr second = secondLogVolume(geometry, slopes, i, j);
        coefficients.add(second.minus(logDensity.get(coefficients.size() - 1)));
      }
    }
    return new Jet(d, 2, coefficients).define(builder, "pot", "f");
  }

  /** (g⁻¹ ∂_i g)^a_b at [i][a][b]. */
  private static Expr[][][] slopes(Derivation.Builder builder, Curvature geometry) {
    int d = geometry.dimension();
    Expr[][][] slopes = new Expr[d][d][d];
    for (int i = 0; i < d; i++) {
      for (int a = 0; a < d; a++) {
        for (int b = 0; b < d; b++) {
          List<Expr> terms = new ArrayList<>();
          for (int k = 0; k < d; k++) {
            terms.add(geometry.ginv(a, k).times(geometry.metric().first(k, b, i)));
          }
          String digits = "" + (i + 1) + (a + 1) + (b + 1);
          String latex = "(g^{-1}\\partial_{" + (i + 1) + "}g)^{" + (a + 1) + "}{}_{" + (b + 1);
          slopes[i][a][b] = builder.define("slope" + digits, latex + "}", Expr.sum(terms));
        }
      }
    }
    return slopes;
  }

  private static Expr secondLogVolume(Curvature geometry, Expr[][][] slopes, int i, int j) {
    int d = geometry.dimension();
    List<Expr> terms = new ArrayList<>();
    terms.add(geometry.trace((k, l) -> geometry.metric().second(k, l, i, j)));
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        terms.add(slopes[i][a][b].times(slopes[j][b][a]).negate());
      }
    }
    return Expr.sum(terms).over(2);
  }
}
