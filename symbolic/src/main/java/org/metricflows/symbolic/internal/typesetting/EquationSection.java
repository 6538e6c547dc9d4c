package org.metricflows.symbolic.internal.typesetting;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.equation.FlowStatement;
import org.metricflows.symbolic.network.Ansatz;

/** The assembled flow of parameters, outputs and metric. */
final class EquationSection {
  private final FlowStatement statement;
  private final Set<String> sources;
  private final Section.Builder section = new Section.Builder("Flow of the outputs");

  private EquationSection(FlowStatement statement, Set<String> sources) {
    this.statement = statement;
    this.sources = sources;
  }

  /** The flow, with the sources that do not vanish. */
  static Section of(FlowStatement statement, Set<String> sources) {
    return new EquationSection(statement, sources).build();
  }

  private Section build() {
    if (statement.network().isInfinite()) {
      section.say(
          "The kernel is frozen, so that the outputs' jets at the sample points obey a closed"
              + " equation, and the outputs anywhere follow:");
    } else {
      section.say("Gradient flow of the parameters:");
      section.formula(
          "\\dot\\theta_I = -\\sum_a \\sum_c \\sum_{|\\beta|\\le "
              + statement.order()
              + "} S_c^{\\beta}(x_a)\\, \\partial_{\\theta_I} \\partial^{\\beta} f_c(x_a)",
          "d theta_I/dt = -sum_a sum_c sum_{|beta| <= "
              + statement.order()
              + "} S_c^beta(x_a) d/dtheta_I d^beta f_c(x_a)");
      section.say("moves the outputs, by a kernel that evolves with the parameters, as");
    }
    section.formula(
        "\\partial_t\\, \\partial^{\\alpha} f_c(x) = -\\sum_a \\sum_{c'} \\sum_{|\\beta|\\le "
            + statement.order()
            + "} \\left[\\partial_x^{\\alpha} \\partial_{x'}^{\\beta} \\Theta_{cc'}(x,x_a)\\right]"
            + " S_{c'}^{\\beta}(x_a)",
        "d/dt d^alpha f_c(x) = -sum_a sum_c' sum_{|beta| <= "
            + statement.order()
            + "} [d_x^alpha d_x'^beta Theta_cc'(x,x_a)] S_c'^beta(x_a)");
    outputs();
    section.say(
        "and the metric with them, $\\mathrm{d}L/\\mathrm{d}t = -|\\partial L/\\partial\\theta|^2 \\le 0$:");
    section.formula(
        "\\partial_t g_{ij}(x) = \\sum_c \\frac{\\partial g_{ij}}{\\partial f_c}(x)\\, \\partial_t"
            + " f_c(x)",
        "d/dt g_ij(x) = sum_c dg_ij/df_c(x) d/dt f_c(x)");
    metric();
    return section.build();
  }

  private boolean mixes() {
    return statement.network().shared() && !statement.network().isInfinite();
  }

  /** Which kernel: cc', or nothing where all outputs have the same one. */
  private String indices(String f, String other) {
    boolean one = statement.network().isInfinite() || outputNames().size() == 1;
    return one ? "" : f.substring(1) + "," + other.substring(1);
  }

  private List<String> outputNames() {
    return statement.ansatz().outputNames(statement.dimension());
  }

  private void outputs() {
    for (String f : outputNames()) {
      StringJoiner latex = new StringJoiner(" + ");
      StringJoiner text = new StringJoiner(" + ");
      for (String other : mixes() ? outputNames() : List.of(f)) {
        String indices = indices(f, other);
        for (String suffix : Jet.suffixes(statement.dimension(), statement.order())) {
          if (!sources.contains("adj" + other + suffix)) {
            continue;
          }
          String by = suffix.isEmpty() ? "" : suffix.substring(1);
          latex.add(
              (by.isEmpty() ? "" : "\\partial'_{" + by + "}")
                  + "\\Theta"
                  + (indices.isEmpty() ? "" : "_{" + indices + "}")
                  + "(x,x_a)\\,\\overline{"
                  + (by.isEmpty() ? "" : "\\partial_{" + by + "}")
                  + KernelSection.latexOf(other)
                  + "}(x_a)");
          text.add(
              (by.isEmpty() ? "" : "d'" + by + " ")
                  + "Theta"
                  + (indices.isEmpty() ? "" : "_" + indices)
                  + "(x,x_a) adj"
                  + other
                  + suffix
                  + "(x_a)");
        }
      }
      section.formula(
          "\\partial_t " + KernelSection.latexOf(f) + "(x) = -\\sum_a \\Bigl(" + latex + "\\Bigr)",
          "d/dt " + f + "(x) = -sum_a (" + text + ")");
    }
  }

  private void metric() {
    Derivation jacobian = KernelSection.jacobian(statement);
    for (String ij : Ansatz.indices(statement.dimension())) {
      StringJoiner latex = new StringJoiner(" + ");
      StringJoiner text = new StringJoiner(" + ");
      jacobian.outputs().stream()
          .map(Symbol::name)
          .filter(name -> name.startsWith("J" + ij + "f"))
          .forEach(
              name -> {
                String f = name.substring(1 + ij.length());
                latex.add(
                    "\\frac{\\partial g_{"
                        + ij
                        + "}}{\\partial "
                        + KernelSection.latexOf(f)
                        + "}\\,\\partial_t "
                        + KernelSection.latexOf(f));
                text.add(name + " d/dt " + f);
              });
      if (latex.length() > 0) {
        section.formula("\\partial_t g_{" + ij + "} = " + latex, "d/dt g" + ij + " = " + text);
      }
    }
  }
}
