package org.metricflows.symbolic.loss;

import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.Curvature;

/**
 * ½ √|det g| |Ric − λg|² = ½ √|det g| (|Ric|² − 2λR + λ²d).
 *
 * @param lambda the Einstein constant λ
 */
public record EinsteinLoss(Expr lambda) implements Loss {
  @Override
  public String source() {
    return "loss";
  }

  @Override
  public String latex() {
    return "L = \\tfrac12 \\sum_a w_a \\sqrt{\\det g}\\, |\\mathrm{Ric} - \\lambda g|^2_g(x_a)";
  }

  @Override
  public String text() {
    return "L = 1/2 sum_a w_a sqrt|det g| |Ric - (" + lambda + ") g|^2 (x_a)";
  }

  @Override
  public Optional<Variation> variation() {
    return Optional.of(
        new Variation(
            "\\delta L = \\int \\sqrt{|g|}\\, h_{ij} \\left( \\tfrac14 |\\mathrm{Ric}|^2 g^{ij} -"
                + " R^{iajb} R_{ab} - \\tfrac12 \\Delta R^{ij} - \\tfrac14 g^{ij} \\Delta R +"
                + " \\tfrac12 \\nabla^i\\nabla^j R + \\lambda \\left(R^{ij} - \\tfrac12 R g^{ij}\\right)"
                + " + \\tfrac{d}{4} \\lambda^2 g^{ij} \\right) \\mathrm{d}x,\\quad \\lambda = "
                + Dialect.LATEX.print(lambda),
            "delta L = int sqrt|det g| h_ij (|Ric|^2 g^ij/4 - R^iajb R_ab - Laplacian(R^ij)/2"
                + " - g^ij Laplacian(R)/4 + D^i D^j R/2 + lambda (R^ij - R g^ij/2)"
                + " + d lambda^2 g^ij/4) dx, lambda = "
                + lambda));
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
    int d = geometry.dimension();
    Expr square = geometry.ricciSquared().minus(geometry.scalar().times(lambda).times(2));
    Expr defect = square.plus(lambda.pow(2).times(d));
    defect = builder.define("einsteindefect", "|\\mathrm{Ric}-\\lambda g|^2", defect);
    return defect.times(geometry.sqrtDet()).over(2);
  }
}
