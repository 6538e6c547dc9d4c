package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.equation.Architecture;
import org.metricflows.symbolic.internal.equation.FlowStatement;
import org.metricflows.symbolic.internal.kernel.Dual;
import org.metricflows.symbolic.internal.kernel.KernelDerivation;

/** The metric-NTK: through the ansatz, at finite and at infinite width. */
final class KernelSection {

  private KernelSection() {}

  static Section of(FlowStatement statement) {
    Section.Builder section = new Section.Builder("Metric-NTK");
    section.formula(
        "\\Theta_{ij,kl}(x,x') = \\sum_{I} \\frac{\\partial g_{ij}(x)}{\\partial\\theta_I}"
            + " \\frac{\\partial g_{kl}(x')}{\\partial\\theta_I} = \\sum_{cc'}"
            + " \\frac{\\partial g_{ij}}{\\partial f_c}(x)\\, \\Theta_{cc'}(x,x')\\,"
            + " \\frac{\\partial g_{kl}}{\\partial f_{c'}}(x')",
        "Theta_ij,kl(x,x') = sum_I dg_ij(x)/dtheta_I dg_kl(x')/dtheta_I"
            + " = sum_cc' dg_ij/df_c(x) Theta_cc'(x,x') dg_kl/df_c'(x')");
    section.say("The derivatives of g by the outputs that do not vanish:");
    section.lines(jacobian(statement));
    finite(statement, section);
    infinite(statement, section);
    return section.build();
  }

  /** f and the reference ↦ the ∂g_ij/∂f_c that do not vanish, as lines J11f11, …. */
  static Derivation jacobian(FlowStatement statement) {
    int d = statement.dimension();
    ReferenceJets reference = new ReferenceJets(statement.background(), statement.ansatz(), 0);
    Derivation head = GeometrySection.head(statement.ansatz(), d);
    Derivation.Builder builder = Derivation.builder();
    for (Input input : head.inputs()) {
      builder.input(input.name().name(), input.latex());
    }
    List<String> outputs = new ArrayList<>();
    for (Definition line : head.lines()) {
      for (String f : statement.ansatz().outputNames(d)) {
        Expr slope = line.value().differentiate(new Symbol(f)).substitute(reference.numbers());
        if (!slope.isZero()) {
          String name = "J" + line.name().name().substring(1) + f;
          builder.define(name, "\\partial " + line.latex() + "/\\partial " + latexOf(f), slope);
          outputs.add(name);
        }
      }
    }
    return builder.build(outputs);
  }

  static String latexOf(String f) {
    return f.length() == 1 ? f : "f_{" + f.substring(1) + "}";
  }

  private static void finite(FlowStatement statement, Section.Builder section) {
    Architecture network = statement.network();
    String scale = network.standard() ? "" : "\\tfrac{\\sigma_w^2}{n_{l-1}} ";
    String scaleText = network.standard() ? "" : "sigma_w^2/n_(l-1) ";
    String bias = network.standard() ? "1" : "\\sigma_b^2";
    String biasText = network.standard() ? "1" : "sigma_b^2";
    String step = network.standard() ? "" : "\\tfrac{\\sigma_w}{\\sqrt{n_l}}";
    String stepText = network.standard() ? "" : "sigma_w/sqrt(n_l) ";
    section.say("At finite width it is a sum over layers of forward times backward products:");
    section.formula(
        "\\Theta_{cc'}(x,x') = \\sum_{l=1}^{L+1} \\left("
            + scale
            + "h^{l-1}(x)\\cdot h^{l-1}(x') + "
            + bias
            + "\\right) \\sum_k D^{l}_{ck}(x)\\, D^{l}_{c'k}(x')",
        "Theta_cc'(x,x') = sum_{l=1..L+1} ("
            + scaleText
            + "h^(l-1)(x).h^(l-1)(x') + "
            + biasText
            + ") sum_k D^l_ck(x) D^l_c'k(x')");
    section.formula(
        "D^{L+1}_{ck} = \\delta_{ck},\\quad D^{l}_{ck} = "
            + step
            + "\\sum_j D^{l+1}_{cj} W^{l+1}_{jk}\\, \\sigma'(z^{l}_k)",
        "D^(L+1)_ck = delta_ck, D^l_ck = "
            + stepText
            + "sum_j D^(l+1)_cj W^(l+1)_jk sigma'(z^l_k)");
    if (statement.ansatz().outputs(statement.dimension()) == 1) {
      return;
    }
    section.say(
        network.shared()
            ? "The read-outs share their body, so that components mix: c' and c may differ."
            : "The outputs share no parameter, so that Theta_cc' = 0 for c' other than c.");
  }

  private static void infinite(FlowStatement statement, Section.Builder section) {
    Architecture network = statement.network();
    if (network.standard()) {
      section.say(
          "At infinite width the kernel of the standard parametrisation grows with the width and has"
              + " no limit; the NTK parametrisation has one.");
      return;
    }
    Dual dual;
    try {
      dual = Dual.of(network.activation().value());
    } catch (InputException e) {
      section.say("At infinite width: activation: " + e.problem() + ".");
      return;
    }
    section.say(
        "At infinite width it is deterministic, frozen and diagonal in the outputs,"
            + " Theta_cc' = delta_cc' Theta, by the recursion");
    section.formula(
        "K^{(l)} = \\sigma_w^2 \\kappa(p, q, K^{(l-1)}) + \\sigma_b^2,\\quad \\Theta^{(l)} = K^{(l)}"
            + " + \\sigma_w^2 \\dot\\kappa(p, q, K^{(l-1)})\\, \\Theta^{(l-1)}",
        "K_l = sigma_w^2 kappa(p, q, K_(l-1)) + sigma_b^2,"
            + " Theta_l = K_l + sigma_w^2 kappadot(p, q, K_(l-1)) Theta_(l-1)");
    List<String> latex = KernelDerivation.explain(dual, Dialect.LATEX);
    List<String> text = KernelDerivation.explain(dual, Dialect.TEXT);
    for (int i = 0; i < latex.size(); i++) {
      section.formula(latex.get(i), text.get(i));
    }
    section.say("in the coordinates x1, x2, ... of x and xp1, xp2, ... of x', line by line:");
    section.lines(
        KernelDerivation.of(
            dual, statement.dimension(), network.depth(), network.weightStd(), network.biasStd()));
  }
}
