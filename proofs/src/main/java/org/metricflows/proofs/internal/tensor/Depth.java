package org.metricflows.proofs.internal.tensor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Formula;

/** How many derivatives of the generic fields a formula needs. */
final class Depth {
  private final Setting setting;
  private final Map<String, Integer> values = new HashMap<>();
  private final Map<String, Integer> rates = new HashMap<>();

  Depth(Setting setting) {
    this.setting = setting;
  }

  int of(Equation equation) {
    return Math.max(value(equation.left()), value(equation.right()));
  }

  int value(Formula formula) {
    return depth(formula, null);
  }

  private int depth(Formula formula, String flow) {
    if (formula instanceof Formula.Reference name) {
      int own = name(name.name(), name.indices().size(), flow);
      return setting.isMoved(name) ? Math.max(own, name(setting.metric(), 2, flow)) : own;
    } else if (formula instanceof Formula.Determinant det) {
      return name(det.name(), 2, flow);
    } else if (formula instanceof Formula.Sum sum) {
      return highest(sum.terms(), flow);
    } else if (formula instanceof Formula.Product product) {
      return highest(product.factors(), flow);
    } else if (formula instanceof Formula.Power power) {
      return depth(power.base(), flow);
    } else if (formula instanceof Formula.Apply call) {
      return depth(call.argument(), flow);
    } else if (formula instanceof Formula.Partial partial) {
      String label = partial.index().label();
      if (setting.variable(label).isEmpty() && setting.hasFlow(label)) {
        return depth(partial.operand(), label);
      }
      return 1 + depth(partial.operand(), flow);
    } else if (formula instanceof Formula.Covariant covariant) {
      return covariant(depth(covariant.operand(), flow), flow);
    } else if (formula instanceof Formula.Laplacian laplacian) {
      return covariant(covariant(depth(laplacian.operand(), flow), flow), flow);
    } else if (formula instanceof Formula.Variation variation) {
      return depth(variation.operand(), Setting.VARIATION);
    }
    return 0;
  }

  private int covariant(int operand, String flow) {
    return Math.max(operand + 1, name("\\Gamma", 3, flow));
  }

  private int highest(List<Formula> parts, String flow) {
    return parts.stream().mapToInt(p -> depth(p, flow)).max().orElse(0);
  }

  /** Depth of a named tensor, and of its rate of change where a flow is given. */
  private int name(String name, int rank, String flow) {
    if (rank == 0 && setting.isMetric(name)) {
      return name(name, 2, flow);
    }
    String key = Entity.key(name, rank);
    Map<String, Integer> known = flow == null ? values : rates;
    Integer found = known.get(key + flow);
    if (found != null) {
      return found;
    }
    Entity entity = setting.entity(name, rank);
    int depth = 0;
    if (entity instanceof Entity.Defined defined) {
      for (Equation piece : defined.pieces()) {
        depth = Math.max(depth, depth(piece.right(), flow));
      }
    } else if (entity instanceof Entity.Composite composite) {
      int slash = composite.argument().lastIndexOf('/');
      depth = name(composite.argument().substring(0, slash), 1, flow);
    } else if (flow != null && setting.flow(flow).get(key) != null) {
      depth = value(setting.flow(flow).get(key).right());
    }
    known.put(key + flow, depth);
    return depth;
  }
}
