package org.metricflows.symbolic.loss;

import java.util.List;
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
