package org.metricflows.symbolic.internal.typesetting;

import java.util.List;
import java.util.stream.Collectors;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.equation.Architecture;
import org.metricflows.symbolic.internal.equation.FlowStatement;

/** The network's layers and its activation with derivatives. */
final class NetworkSection {

  private NetworkSection() {}

  static Section of(FlowStatement statement) {
    Architecture network = statement.network();
    Section.Builder section = new Section.Builder("Network");
    section.say(size(network) + outputs(statement));
    layers(network, section);
    section.formula(
        "\\sigma_w = "
            + latex(network.weightStd())
            + ",\\quad \\sigma_b = "
            + latex(network.biasStd())
            + ",\\quad n_0 = "
            + statement.dimension(),
        "sigma_w = "
            + network.weightStd()
            + ", sigma_b = "
            + network.biasStd()
            + ", n_0 = "
            + statement.dimension());
    if (network.centred()) {
      section.formula(
          "f_c(x) = z^{L+1}_c(x; \\theta) - z^{L+1}_c(x; \\theta_0)",
          "f_c(x) = z^(L+1)_c(x; theta) - z^(L+1)_c(x; theta_0)");
    } else {
      section.formula("f_c(x) = z^{L+1}_c(x; \\theta)", "f_c(x) = z^(L+1)_c(x; theta)");
    }
    if (network.linearised()) {
      section.say(
          "It is replaced by its Taylor polynomial of first order, whose kernel is frozen:");
      section.formula(
          "f_c(x; \\theta) = f_c(x; \\theta_0) + \\sum_I \\frac{\\partial f_c}{\\partial"
              + " \\theta_I}(x; \\theta_0)\\, (\\theta - \\theta_0)_I",
          "f_c(x; theta) = f_c(x; theta_0) + sum_I df_c/dtheta_I(x; theta_0) (theta - theta_0)_I");
    }
    section.say("The activation $\\sigma$ and the derivatives that jets and gradients take:");
    section.lines(network.activation().derivatives(statement.order() + 1));
    return section.build();
  }

  private static String latex(Expr number) {
    return Dialect.LATEX.print(number);
  }

  private static String size(Architecture network) {
    if (network.isInfinite()) {
      return "A fully connected network with $L = "
          + network.depth()
          + "$ infinitely wide hidden layers";
    }
    String widths =
        network.widths().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "A fully connected network with $L = "
        + network.depth()
        + "$ hidden layers of widths ("
        + widths
        + ")";
  }

  private static String outputs(FlowStatement statement) {
    List<String> names = statement.ansatz().outputNames(statement.dimension());
    if (names.size() == 1) {
      return " and one output $f$.";
    }
    String sharing =
        statement.network().shared()
            ? " read-outs of one body: "
            : " outputs, each a network of its own: ";
    return " and "
        + names.size()
        + sharing
        + names.stream()
            .map(f -> "$" + KernelSection.latexOf(f) + "$")
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static void layers(Architecture network, Section.Builder section) {
    if (network.standard()) {
      section.formula(
          "z^{l+1} = W^{l+1} h^{l} + b^{l+1},\\quad h^{0} = x,\\quad h^{l} = \\sigma(z^{l}),\\quad"
              + " W^{l+1} \\sim N(0, \\sigma_w^2/n_l),\\quad b^{l+1} \\sim N(0, \\sigma_b^2)",
          "z^(l+1) = W^(l+1) h^l + b^(l+1), h^0 = x, h^l = sigma(z^l),"
              + " W^(l+1) ~ N(0, sigma_w^2/n_l), b^(l+1) ~ N(0, sigma_b^2)");
    } else {
      section.formula(
          "z^{l+1} = \\tfrac{\\sigma_w}{\\sqrt{n_l}} W^{l+1} h^{l} + \\sigma_b b^{l+1},\\quad"
              + " h^{0} = x,\\quad h^{l} = \\sigma(z^{l}),\\quad W, b \\sim N(0, 1)",
          "z^(l+1) = sigma_w/sqrt(n_l) W^(l+1) h^l + sigma_b b^(l+1), h^0 = x, h^l = sigma(z^l),"
              + " W, b ~ N(0, 1)");
    }
  }
}
