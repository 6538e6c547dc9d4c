package org.metricflows.bridge.internal.curvature;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.ClosedForms;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricTensor;

/** Closed forms under the names that people call them by, indices as the names of coordinates. */
final class FormulaLines {
  private final MetricTensor metric;
  private final ClosedForms forms;
  private final List<FormulaSheet.Group> groups = new ArrayList<>();
  private final int d;

  FormulaLines(MetricTensor metric, ClosedForms forms) {
    this.metric = metric;
    this.forms = forms;
    this.d = metric.dimension();
    Curvature c = forms.curvature();
    scalar("det g", c.det());
    symmetric("inverse metric", "g^", c::ginv);
    christoffel(c);
    independent("Riemann tensor", "Riem_", c::riemann);
    symmetric("Ricci tensor", "Ric_", c::ricci);
    scalar("R", c.scalar());
    symmetric("Einstein tensor", "G_", c::einstein);
    scalar("|Ric|^2", c.ricciSquared());
    scalar("Kretschmann", c.kretschmann());
    if (d > 3) {
      independent("Weyl tensor", "Weyl_", c::weyl);
    }
  }

  /** For printing in other formats. */
  FormulaSheet sheet() {
    return new FormulaSheet(groups, forms.definitions());
  }

  /** For a terminal. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (FormulaSheet.Group group : groups) {
      if (!group.title().isEmpty()) {
        boolean none = group.entries().isEmpty();
        lines.add(group.title() + (none ? ": zero" : ", components that do not vanish:"));
      }
      String indent = group.title().isEmpty() ? "" : "  ";
      group.entries().forEach(entry -> lines.add(indent + line(entry.name(), entry.value())));
    }
    definitions(lines);
    return List.copyOf(lines);
  }

  private static String line(String name, Expr value) {
    return name + " = " + Dialect.TEXT.print(value);
  }

  private void definitions(List<String> lines) {
    if (!forms.definitions().isEmpty()) {
      lines.add("where, not simplified in the time given:");
      forms
          .definitions()
          .forEach(
              definition -> lines.add("  " + line(definition.name().name(), definition.value())));
    }
    if (!forms.probableZeros().isEmpty()) {
      lines.add(
          "zero at random points modulo a prime, not by exact arithmetic: "
              + String.join(", ", forms.probableZeros().stream().map(Symbol::name).toList()));
    }
  }

  private void scalar(String name, Expr handle) {
    groups.add(new FormulaSheet.Group("", List.of(FormulaSheet.entry(name, forms.of(handle)))));
  }

  private String indices(int... indices) {
    StringBuilder text = new StringBuilder();
    boolean spaced = metric.chart().coordinates().stream().anyMatch(x -> x.name().length() > 1);
    for (int i : indices) {
      text.append(text.length() > 0 && spaced ? "," : "");
      text.append(metric.chart().coordinates().get(i).name());
    }
    return spaced && indices.length > 1 ? "{" + text + "}" : text.toString();
  }

  /** Adds a component that does not vanish. */
  private void component(List<FormulaSheet.Entry> entries, String name, Expr handle) {
    Expr form = forms.of(handle);
    if (!form.isZero()) {
      entries.add(FormulaSheet.entry(name, form));
    }
  }

  private void symmetric(String title, String prefix, Curvature.Components components) {
    List<FormulaSheet.Entry> entries = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        component(entries, prefix + indices(i, j), components.get(i, j));
      }
    }
    groups.add(new FormulaSheet.Group(title, entries));
  }

  private void christoffel(Curvature c) {
    List<FormulaSheet.Entry> entries = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      for (int i = 0; i < d; i++) {
        for (int j = i; j < d; j++) {
          component(entries, "Gamma^" + indices(k) + "_" + indices(i, j), c.gamma(k, i, j));
        }
      }
    }
    groups.add(new FormulaSheet.Group("Christoffel symbols", entries));
  }

  private interface Curved {
    Expr at(int a, int b, int c, int d);
  }

  /** One component for each pair of index pairs. */
  private void independent(String title, String prefix, Curved tensor) {
    List<FormulaSheet.Entry> entries = new ArrayList<>();
    for (int a = 0; a < d; a++) {
      for (int b = a + 1; b < d; b++) {
        for (int k = a; k < d; k++) {
          for (int l = k + 1; l < d; l++) {
            if (k > a || l >= b) {
              component(entries, prefix + indices(a, b, k, l), tensor.at(a, b, k, l));
            }
          }
        }
      }
    }
    groups.add(new FormulaSheet.Group(title, entries));
  }
}
