package org.metricflows.bridge.internal.curvature;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.ClosedForms;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricTensor;

/** Closed forms as lines of text, indices as the names of coordinates. */
final class FormulaLines {
  private final MetricTensor metric;
  private final ClosedForms forms;
  private final List<String> lines = new ArrayList<>();
  private final int d;

  FormulaLines(MetricTensor metric, ClosedForms forms) {
    this.metric = metric;
    this.forms = forms;
    this.d = metric.dimension();
  }

  List<String> lines() {
    Curvature c = forms.curvature();
    add("det g", c.det());
    symmetric("inverse metric", "g^", c::ginv);
    christoffel(c);
    riemann(c);
    symmetric("Ricci tensor", "Ric_", c::ricci);
    add("R", c.scalar());
    symmetric("Einstein tensor", "G_", c::einstein);
    add("|Ric|^2", c.ricciSquared());
    add("Kretschmann", c.kretschmann());
    if (d > 3) {
      weyl(c);
    }
    definitions();
    return List.copyOf(lines);
  }

  private void add(String name, Expr handle) {
    lines.add(name + " = " + Dialect.TEXT.print(forms.of(handle)));
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

  private void heading(String title, int before) {
    boolean none = lines.size() == before;
    lines.add(before, none ? title + ": zero" : title + ", components that do not vanish:");
  }

  private void component(String name, Expr handle) {
    Expr form = forms.of(handle);
    if (!form.isZero()) {
      lines.add("  " + name + " = " + Dialect.TEXT.print(form));
    }
  }

  private void symmetric(String title, String prefix, Curvature.Components components) {
    int before = lines.size();
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        component(prefix + indices(i, j), components.get(i, j));
      }
    }
    heading(title, before);
  }

  private void christoffel(Curvature c) {
    int before = lines.size();
    for (int k = 0; k < d; k++) {
      for (int i = 0; i < d; i++) {
        for (int j = i; j < d; j++) {
          component("Gamma^" + indices(k) + "_" + indices(i, j), c.gamma(k, i, j));
        }
      }
    }
    heading("Christoffel symbols", before);
  }

  private interface Curved {
    Expr at(int a, int b, int c, int d);
  }

  private void riemann(Curvature c) {
    int before = lines.size();
    independent("Riem_", c::riemann);
    heading("Riemann tensor", before);
  }

  private void weyl(Curvature c) {
    int before = lines.size();
    independent("Weyl_", c::weyl);
    heading("Weyl tensor", before);
  }

  /** One component for each pair of index pairs. */
  private void independent(String prefix, Curved tensor) {
    for (int a = 0; a < d; a++) {
      for (int b = a + 1; b < d; b++) {
        for (int k = a; k < d; k++) {
          for (int l = k + 1; l < d; l++) {
            if (k > a || l >= b) {
              component(prefix + indices(a, b, k, l), tensor.at(a, b, k, l));
            }
          }
        }
      }
    }
  }

  private void definitions() {
    if (!forms.definitions().isEmpty()) {
      lines.add("where, not simplified in the time given:");
      forms
          .definitions()
          .forEach(
              line ->
                  lines.add("  " + line.name().name() + " = " + Dialect.TEXT.print(line.value())));
    }
    if (!forms.probableZeros().isEmpty()) {
      lines.add(
          "zero at random points modulo a prime, not by exact arithmetic: "
              + String.join(", ", forms.probableZeros().stream().map(Symbol::name).toList()));
    }
  }
}
