package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Formula;

/** Which definitions of a setting a formula rests on, each after those it uses. */
final class Dependencies {
  private final Setting setting;
  private final Map<String, List<Equation>> found = new LinkedHashMap<>();
  private final Map<String, List<Equation>> rules = new LinkedHashMap<>();

  Dependencies(Setting setting) {
    this.setting = setting;
  }

  /** The lines that an equation rests on: definitions first, then the rules of flows. */
  static List<Equation> of(Setting setting, Equation equation) {
    Dependencies dependencies = new Dependencies(setting);
    dependencies.collect(equation.left());
    dependencies.collect(equation.right());
    List<Equation> lines = new ArrayList<>();
    dependencies.found.values().forEach(lines::addAll);
    dependencies.rules.values().forEach(lines::addAll);
    return lines;
  }

  private void collect(Formula formula) {
    if (formula instanceof Formula.Reference name) {
      name(name);
    } else if (formula instanceof Formula.Determinant det) {
      entity(det.name(), 2);
    } else if (formula instanceof Formula.Sum sum) {
      sum.terms().forEach(this::collect);
    } else if (formula instanceof Formula.Product product) {
      product.factors().forEach(this::collect);
    } else if (formula instanceof Formula.Power power) {
      collect(power.base());
    } else if (formula instanceof Formula.Apply call) {
      collect(call.argument());
    } else if (formula instanceof Formula.Partial partial) {
      String label = partial.index().label();
      if (setting.variable(label).isEmpty() && setting.hasFlow(label)) {
        flow(label);
      }
      collect(partial.operand());
    } else if (formula instanceof Formula.Covariant covariant) {
      entity("\\Gamma", 3);
      collect(covariant.operand());
    } else if (formula instanceof Formula.Laplacian laplacian) {
      entity("\\Gamma", 3);
      collect(laplacian.operand());
    } else if (formula instanceof Formula.Variation variation) {
      flow(Setting.VARIATION);
      collect(variation.operand());
    }
  }

  private void name(Formula.Reference name) {
    if (name.indices().isEmpty() && setting.isMetric(name.name())) {
      entity(name.name(), 2);
      return;
    }
    entity(name.name(), name.indices().size());
    if (setting.isMoved(name)) {
      entity(setting.metric(), 2);
    }
  }

  private void entity(String name, int rank) {
    String key = Entity.key(name, rank);
    if (setting.entity(name, rank) instanceof Entity.Defined defined && !found.containsKey(key)) {
      defined.pieces().forEach(piece -> collect(piece.right()));
      found.put(key, defined.pieces());
    }
  }

  private void flow(String name) {
    if (!rules.containsKey(name)) {
      List<Equation> equations = List.copyOf(setting.flow(name).values());
      rules.put(name, equations);
      equations.forEach(rule -> collect(rule.right()));
    }
  }
}
