package org.metricflows.symbolic.loss;

import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.Curvature;

/**
 * ½ √|det g| (R − target)².
 *
 * @param target the wanted scalar curvature, of the coordinates
 */
public record ScalarCurvatureLoss(Expr target) implements Loss {
  @Override
  public String source() {
    return "loss.target";
  }

  @Override
  public String latex() {
    return "L = \\tfrac12 \\sum_a w_a \\sqrt{\\det g}\\, (R - R_0)^2(x_a)";
  }

  @Override
  public String text() {
    return "L = 1/2 sum_a w_a sqrt|det g| (R - R_0)^2 (x_a)";
  }

  @Override
  public Optional<Variation> variation() {
    return Optional.of(
        new Variation(
            "\\delta L = \\int \\sqrt{|g|}\\, h_{ij} \\left( \\tfrac14 \\phi^2 g^{ij} - \\phi"
                + " R^{ij} + \\nabla^i\\nabla^j \\phi - g^{ij} \\Delta\\phi \\right),\\quad \\phi"
                + " = R - R_0 = R - \\left("
                + Dialect.LATEX.print(target)
                + "\\right)",
            "delta L = int sqrt|det g| h_ij (phi^2 g^ij/4 - phi R^ij + D^i D^j phi"
                + " - g^ij Laplacian(phi)), phi = R - R_0 = R - ("
                + target
                + ")"));
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public List<PointField> fields() {
    return List.of(new PointField("targetR", "R_0", target));
  }

  @Override
  public Expr density(Derivation.Builder builder, Curvature geometry) {
    Expr defect = geometry.scalar().minus(builder.value("targetR"));
    defect = builder.define("defectR", "(R-R_0)", defect);
    return defect.pow(2).times(geometry.sqrtDet()).over(2);
  }
}
