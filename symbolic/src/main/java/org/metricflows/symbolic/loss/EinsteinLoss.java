package org.metricflows.symbolic.loss;

import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
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
