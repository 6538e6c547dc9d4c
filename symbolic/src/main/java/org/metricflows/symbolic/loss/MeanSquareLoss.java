package org.metricflows.symbolic.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.Curvature;

/**
 * ½ Σ_ij (g_ij − t_ij)² over all i, j.
 *
 * @param target the independent components t_11, t_12, …, of the coordinates
 */
public record MeanSquareLoss(List<Expr> target) implements Loss {
  public MeanSquareLoss {
    target = List.copyOf(target);
  }

  @Override
  public String source() {
    return "loss.target";
  }

  @Override
  public String latex() {
    return "L = \\tfrac12 \\sum_a w_a \\sum_{ij} \\left(g_{ij}(x_a) - t_{ij}(x_a)\\right)^2";
  }

  @Override
  public String text() {
    return "L = 1/2 sum_a w_a sum_ij (g_ij(x_a) - t_ij(x_a))^2";
  }

  @Override
  public Optional<Variation> variation() {
    return Optional.of(
        new Variation(
            "\\delta L = \\sum_a w_a \\sum_{ij} (g_{ij} - t_{ij})\\, h_{ij}",
            "delta L = sum_a w_a sum_ij (g_ij - t_ij) h_ij"));
  }

  @Override
  public int order() {
    return 0;
  }

  @Override
  public List<PointField> fields() {
    SymmetricIndex index = SymmetricIndex.ofSize(target.size());
    List<PointField> fields = new ArrayList<>();
    for (int i = 1; i <= index.dimension(); i++) {
      for (int j = i; j <= index.dimension(); j++) {
        Expr value = target.get(index.of(i - 1, j - 1));
        fields.add(new PointField("t" + i + j, "t_{" + i + j + "}", value));
      }
    }
    return fields;
  }

  @Override
  public Expr density(Derivation.Builder builder, Curvature geometry) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < geometry.dimension(); i++) {
      for (int j = i; j < geometry.dimension(); j++) {
        String ij = "" + (i + 1) + (j + 1);
        Expr defect = geometry.metric().g(i, j).minus(builder.value("t" + ij));
        defect = builder.define("defect" + ij, "(g-t)_{" + ij + "}", defect);
        terms.add(i == j ? defect.pow(2).over(2) : defect.pow(2));
      }
    }
    return Expr.sum(terms);
  }
}
