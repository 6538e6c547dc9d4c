package org.metricflows.symbolic.loss;

import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.Curvature;

/** ½ √|det g| |Ric|². */
public record RicciLoss() implements Loss {
  @Override
  public String source() {
    return "loss";
  }

  @Override
  public String latex() {
    return "L = \\tfrac12 \\sum_a w_a \\sqrt{\\det g}\\, |\\mathrm{Ric}|^2_g(x_a)";
  }

  @Override
  public String text() {
    return "L = 1/2 sum_a w_a sqrt|det g| |Ric|^2 (x_a)";
  }

  @Override
  public Optional<Variation> variation() {
    return Optional.of(
        new Variation(
            "\\delta L = \\int \\sqrt{|g|}\\, h_{ij} \\left( \\tfrac14 |\\mathrm{Ric}|^2 g^{ij} -"
                + " R^{iajb} R_{ab} - \\tfrac12 \\Delta R^{ij} - \\tfrac14 g^{ij} \\Delta R +"
                + " \\tfrac12 \\nabla^i\\nabla^j R \\right) \\mathrm{d}x",
            "delta L = int sqrt|det g| h_ij (|Ric|^2 g^ij/4 - R^iajb R_ab - Laplacian(R^ij)/2"
                + " - g^ij Laplacian(R)/4 + D^i D^j R/2) dx"));
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public List<PointField> fields() {
    return List.of();
  }

  @Override
  public Expr density(Derivation.Builder builder, Curvature geometry) {
    return geometry.ricciSquared().times(geometry.sqrtDet()).over(2);
  }
}
