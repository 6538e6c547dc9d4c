package org.metricflows.symbolic.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.derivation.Coordinates;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;

/**
 * −(R + |∇f|²) with f = log √|det g| − log m; the weights hold m and the quadrature together.
 *
 * @param density m, of the coordinates
 * @param coordinates the chart's
 */
public record PerelmanLoss(Expr density, Coordinates coordinates) implements Loss {
  /** With formulas in the coordinates themselves. */
  public PerelmanLoss(Expr density, List<Symbol> coordinates) {
    this(density, Coordinates.of(coordinates));
  }

  @Override
  public String latex() {
    return "L = -\\sum_a w_a \\left(R + |\\nabla f|^2\\right)(x_a),\\quad"
        + " f = \\log\\sqrt{\\det g} - \\log m";
  }

  @Override
  public String text() {
    return "L = -sum_a w_a (R + |grad f|^2)(x_a), f = log sqrt|det g| - log m";
  }

  @Override
  public Optional<Variation> variation() {
    return Optional.of(
        new Variation(
            "\\delta L = \\int h_{ij} \\left( R^{ij} + \\nabla^i\\nabla^j f \\right)"
                + " \\mathrm{d}m,\\quad \\mathrm{d}m = \\mathrm{e}^{-f} \\mathrm{d}V"
                + "\\ \\text{fixed}",
            "delta L = int h_ij (R^ij + D^i D^j f) dm, dm = exp(-f) dV fixed"));
  }

  @Override
  public Optional<FixedMeasure> measure() {
    return Optional.of(new FixedMeasure(density, coordinates));
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public List<PointField> fields() {
    List<PointField> fields = new ArrayList<>();
    for (int i = 0; i < coordinates.dimension(); i++) {
      Expr slope = coordinates.differentiate(density, i).over(density);
      String k = String.valueOf(i + 1);
      fields.add(new PointField("logm" + k, "\\partial_{" + k + "}\\log m", slope));
    }
    return fields;
  }

  @Override
  public Expr density(Derivation.Builder builder, Curvature geometry) {
    int d = geometry.dimension();
    List<Expr> df = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      Expr slope = geometry.logVolumeGradient(k).minus(builder.value("logm" + (k + 1)));
      df.add(builder.define("df" + (k + 1), "\\partial_{" + (k + 1) + "}f", slope));
    }
    List<Expr> terms = new ArrayList<>(List.of(geometry.scalar()));
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        terms.add(Expr.product(List.of(geometry.ginv(i, j), df.get(i), df.get(j))));
      }
    }
    return Expr.sum(terms).negate();
  }
}
