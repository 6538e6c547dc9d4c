package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
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
    if (statement.network().isInfinite()) {
      section.say("At finite width it is a sum over layers of forward times backward products:");
      layers(statement, section);
    } else {
      section.say("At infinite width:");
      recursion(statement, section);
    }
    program(statement, section);
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

  /** The kernel of a network of finite width. */
  static void layers(FlowStatement statement, Section.Builder section) {
    Architecture network = statement.network();
    String scale = network.standard() ? "" : "\\tfrac{\\sigma_w^2}{n_{l-1}} ";
    String scaleText = network.standard() ? "" : "sigma_w^2/n_(l-1) ";
    String bias = network.standard() ? "1" : "\\sigma_b^2";
    String biasText = network.standard() ? "1" : "sigma_b^2";
    String step = network.standard() ? "" : "\\tfrac{\\sigma_w}{\\sqrt{n_l}}";
    String stepText = network.standard() ? "" : "sigma_w/sqrt(n_l) ";
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
            ? "The read-outs share their body, so that components mix: $c'$ and $c$ may differ."
            : "The outputs share no parameter, so that $\\Theta_{cc'} = 0$ for $c'$ other than $c$.");
  }

  /** The kernel's limit at infinite width. */
  static void recursion(FlowStatement statement, Section.Builder section) {
    Architecture network = statement.network();
    if (network.standard()) {
      section.say(
          "The kernel of the standard parametrisation grows with the width and has no limit; the NTK"
              + " parametrisation has one.");
      return;
    }
    Dual dual;
    try {
      dual = Dual.of(network.activation().value());
    } catch (InputException e) {
      section.say("There is no formula; activation: " + e.problem() + ".");
      return;
    }
    Expr weight = network.weightStd().pow(2);
    Expr bias = network.biasStd().pow(2);
    Expr mean = weight.over(statement.dimension());
    section.formula(
        "\\Theta = \\Theta^{(%d)},\\quad \\Theta^{(0)} = K^{(0)} = %s"
                .formatted(network.depth(), linear(mean, "x\\cdot x'", bias, Dialect.LATEX))
            + ",\\quad p = K(x,x),\\quad q = K(x',x')",
        "Theta = Theta_%d, Theta_0 = K_0 = %s"
                .formatted(network.depth(), linear(mean, "x.x'", bias, Dialect.TEXT))
            + ", p = K(x,x), q = K(x',x')");
    section.formula(
        "K^{(l)} = %s,\\quad \\Theta^{(l)} = K^{(l)} + %s"
            .formatted(
                linear(weight, "\\kappa(p, q, K^{(l-1)})", bias, Dialect.LATEX),
                linear(
                    weight,
                    "\\dot\\kappa(p, q, K^{(l-1)})\\, \\Theta^{(l-1)}",
                    Rational.ZERO,
                    Dialect.LATEX)),
        "K_l = %s, Theta_l = K_l + %s"
            .formatted(
                linear(weight, "kappa(p, q, K_(l-1))", bias, Dialect.TEXT),
                linear(
                    weight, "kappadot(p, q, K_(l-1)) Theta_(l-1)", Rational.ZERO, Dialect.TEXT)));
    List<String> latex = KernelDerivation.explain(dual, Dialect.LATEX);
    List<String> text = KernelDerivation.explain(dual, Dialect.TEXT);
    for (int i = 0; i < latex.size(); i++) {
      section.formula(latex.get(i), text.get(i));
    }
    section.say("It is deterministic, frozen and the same for all outputs, which do not mix.");
  }

  /** factor · what + constant. */
  private static String linear(Expr factor, String what, Expr constant, Dialect dialect) {
    String space = dialect == Dialect.LATEX ? "\\, " : " ";
    String product = factor.isOne() ? what : dialect.print(factor) + space + what;
    return constant.isZero() ? product : product + " + " + dialect.print(constant);
  }

  private static void program(FlowStatement statement, Section.Builder section) {
    Architecture network = statement.network();
    if (network.standard()) {
      return;
    }
    try {
      section.program(
          "At infinite width, in the coordinates $x_{1}$, $x_{2}$, ... of $x$ and $x'_{1}$, $x'_{2}$, ... of"
              + " $x'$:",
          KernelDerivation.of(
              Dual.of(network.activation().value()),
              statement.dimension(),
              network.depth(),
              network.weightStd(),
              network.biasStd()));
    } catch (InputException withoutFormula) {
      // recursion() says why
    }
  }
}
