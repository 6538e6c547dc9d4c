package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Notation;
import org.metricflows.symbolic.internal.door.ExpressionParser;
import org.metricflows.symbolic.internal.kahler.Features;
import org.metricflows.symbolic.internal.kahler.KahlerLoss;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;
import org.metricflows.symbolic.internal.kahler.KahlerMotion;
import org.metricflows.symbolic.internal.variety.Variety;
import org.metricflows.symbolic.internal.variety.VarietyDerivations;
import org.metricflows.symbolic.network.Activation;

/**
 * The flow of a Kähler metric g_FS + ∂∂̄φ on a Calabi–Yau variety written down, from the equations
 * to the metric's tangent kernel.
 *
 * @param variety the equations
 * @param typed the equations as typed
 * @param features what φ is a function of
 * @param activation of φ's network
 * @param loss of the metric
 * @param motion what moves φ's parameters
 */
record VarietyDocument(
    Variety variety,
    Typed typed,
    Features features,
    Activation activation,
    KahlerLoss loss,
    KahlerMotion motion) {

  /**
   * The equations as typed.
   *
   * @param equations polynomials in z0, z1, … and the parameters
   * @param parameters constant formulas by name
   */
  record Typed(List<String> equations, Map<String, String> parameters) {}

  List<Section> sections() {
    return List.of(equations(), equation(), points(), potential(), lossSection());
  }

  private Section equations() {
    Section.Builder section = new Section.Builder("Variety");
    for (int k = 0; k < typed.equations().size(); k++) {
      String index = typed.equations().size() == 1 ? "" : "_" + (k + 1);
      section.formula(
          "Q" + index + " = " + latex(typed.equations().get(k)) + " = 0",
          "Q" + index + " = " + typed.equations().get(k) + " = 0");
    }
    typed
        .parameters()
        .forEach(
            (name, value) ->
                section.formula(Notation.latex(name) + " = " + latex(value), name + " = " + value));
    section.say(
        "in homogeneous coordinates $z_{0}$, ..., $z_{"
            + (variety.ambient().coordinates() - 1)
            + "}$ of "
            + space()
            + ", a variety of complex dimension $m = "
            + variety.dimension()
            + "$.");
    section.program(
        "Complex numbers are pairs of lines, `x` for the real and `y` for the imaginary part;"
            + " `equationk` is $Q_k$ and `slopekdi` its derivative by $z_i$:",
        new VarietyDerivations(variety).gradients());
    return section.build();
  }

  private String space() {
    return variety.ambient().dimensions().stream()
        .map(n -> "$\\mathbb{P}^{" + n + "}$")
        .collect(Collectors.joining(" times "));
  }

  private String latex(String formula) {
    List<String> names = new ArrayList<>(variety.ambient().names());
    names.addAll(typed.parameters().keySet());
    names.add("I");
    Expr value = ExpressionParser.of(names).parse("variety.equations", formula);
    return Dialect.LATEX.print(
        value, s -> s.name().equals("I") ? "\\mathrm{i}" : Notation.latex(s.name()));
  }

  private Section points() {
    Section.Builder section = new Section.Builder("Points");
    section.say(
        "In each factor the largest coordinate is 1; of the others those with the largest slopes are"
            + " eliminated, one an equation, and the $m$ kept ones are coordinates $u$. With $B$ the"
            + " slopes by the eliminated coordinates:");
    section.formula(
        "J^{i}_a = \\partial z^i/\\partial u^a,\\quad J^{elim}_a = -(B^{-1} \\partial_a Q),\\quad"
            + " |\\Omega|^2 = |\\det B|^{-2}",
        "J^i_a = dz^i/du^a, J^elim_a = -(B^(-1) d_a Q), |Omega|^2 = |det B|^(-2)");
    section.program("The tangent vectors $J$:", new VarietyDerivations(variety).tangent());
    section.formula(
        "g^{FS}_{a\\bar b} = \\sum_f \\tfrac1\\pi J^i_a \\bar J^k_b \\left(\\delta_{ik} |z_f|^2 -"
            + " \\bar z_i z_k\\right)/|z_f|^4",
        "gFS_ab = sum_f (1/pi) J^i_a conj(J^k_b) (delta_ik |z_f|^2 - conj(z_i) z_k)/|z_f|^4");
    return section.build();
  }

  private Section potential() {
    Section.Builder section = new Section.Builder("Potential");
    int count = features.count(variety.ambient().dimensions());
    section.say("The network is shown " + count + " features $F$ of a point:");
    switch (features) {
      case INVARIANT ->
          section.formula(
              "F = \\left(\\mathrm{Re}, \\mathrm{Im}\\, z_i \\bar z_j/|z|^2\\right)_{i \\le j}",
              "F = (Re, Im z_i conj(z_j)/|z|^2) for i <= j");
      case SYMMETRIC -> symmetric(section);
      case RAW ->
          section.formula(
              "F = (\\mathrm{Re}, \\mathrm{Im}\\, z_i)_i", "F = (Re, Im z_i) for all i");
    }
    section.say(
        "Layer by layer go the value, the $m$ first derivatives and the $m^2$ numbers of the"
            + " (1,1)-Hessian along the variety; $J$ being holomorphic, no others occur:");
    section.formula(
        "\\partial_a \\sigma(z) = \\sigma' \\partial_a z,\\quad \\partial_a\\bar\\partial_b \\sigma(z)"
            + " = \\sigma' \\partial_a\\bar\\partial_b z + \\sigma'' \\partial_a z\\,"
            + " \\bar\\partial_b z",
        "d_a sigma(z) = sigma' d_a z, d_a d_bbar sigma(z) = sigma' d_a d_bbar z + sigma'' d_a z"
            + " d_bbar z");
    section.say("with the activation and its derivatives, one more for gradients:");
    section.lines(activation.derivatives(3));
    return section.build();
  }

  private static void symmetric(Section.Builder section) {
    section.formula(
        "F = \\left(2 \\left(\\sum_i t_i^k\\right)^{1/k}\\right)_{2 \\le k \\le N},"
            + " \\left(N^{a+b-1}\\, \\mathrm{Re}\\, V_a \\bar V_b/\\sum_i |z_i|^{2N}\\right)_{ab = 11, 12, 22}",
        "F = 2 (sum_i t_i^k)^(1/k) for 2 <= k <= N,"
            + " N^(a+b-1) Re V_a conj(V_b)/sum_i |z_i|^(2N) for ab = 11, 12, 22");
    section.formula(
        "t_i = |z_i|^2/|z|^2,\\quad V_a = \\sum_i t_i^a z_i^N",
        "t_i = |z_i|^2/|z|^2, V_a = sum_i t_i^a z_i^N");
  }

  private Section lossSection() {
    Section.Builder section = new Section.Builder(loss.name() + " loss");
    section.formula(loss.latex(), loss.text());
    section.program(
        "At a point, with its derivatives by the numbers of $\\partial_a\\bar\\partial_b\\varphi$"
            + " (`adjphi`...); $\\lambda$ carries the derivative through $\\kappa$ where that is the"
            + " sample's own mean:",
        new KahlerMetric(variety.dimension()).loss(loss));
    return section.build();
  }

  private Section equation() {
    return switch (motion) {
      case GRADIENT -> gradient();
      case NATURAL -> natural();
      case RICCI -> ricci();
    };
  }

  private static Section ricci() {
    Section.Builder section = new Section.Builder("Flow equation");
    section.say("Kähler-Ricci flow of $g = g_{FS} + \\partial\\bar\\partial\\varphi$,");
    section.formula(
        "\\partial_t \\varphi = \\log\\frac{q}{\\kappa},\\quad q = \\det g/|\\Omega|^2,\\qquad"
            + " \\partial_t g_{a\\bar b} = \\partial_a\\bar\\partial_b \\log q = -R_{a\\bar b},",
        "d/dt phi = log(q/kappa), q = det g/|Omega|^2, d/dt g_ab = d_a d_bbar log q = -R_ab,");
    section.say("is followed by the parameters as well as they can:");
    section.formula(
        "\\dot\\theta = (J^T W J + \\lambda)^{-1} J^T W \\log\\frac{q}{\\kappa},\\quad J ="
            + " \\partial\\varphi/\\partial\\theta - \\langle w\\, \\partial\\varphi/\\partial\\theta\\rangle,\\quad"
            + " \\partial_t \\varphi = P_\\lambda \\log\\frac{q}{\\kappa},\\quad P_\\lambda = J (J^T W J +"
            + " \\lambda)^{-1} J^T W",
        "d/dt theta = (J^T W J + lambda)^(-1) J^T W log(q/kappa),"
            + " J = dphi/dtheta - <w dphi/dtheta>,"
            + " d/dt phi = P_lambda log(q/kappa), P_lambda = J (J^T W J + lambda)^(-1) J^T W");
    section.say(
        "with $W$ the weights $w_k$ of the sample points over their sum. $\\kappa$ and all constants in"
            + " $\\varphi$ drop out. $P_\\lambda$ goes to the projector on what the parameters can do.");
    return section.build();
  }

  private Section natural() {
    Section.Builder section = new Section.Builder("Flow equation");
    section.say(
        "Steepest descent in the product $\\langle w\\, \\delta\\varphi^2\\rangle$ of potentials moves"
            + " $g = g_{FS} + \\partial\\bar\\partial\\varphi$ by");
    section.formula(
        "\\dot\\theta = -(J^T W J + \\lambda)^{-1} \\frac{\\partial L}{\\partial\\theta},\\quad J ="
            + " \\partial\\varphi/\\partial\\theta - \\langle w\\, \\partial\\varphi/\\partial\\theta\\rangle",
        "d/dt theta = -(J^T W J + lambda)^(-1) dL/dtheta, J = dphi/dtheta - <w dphi/dtheta>");
    section.say("with $W$ the weights $w_k$ of the sample points over their sum. The loss");
    section.formula(loss.latex(), loss.text());
    section.say("varies by");
    KahlerVariation variation = KahlerVariation.of(loss);
    section.formula(variation.latex(), variation.text());
    return section.build();
  }

  private Section gradient() {
    Section.Builder section = new Section.Builder("Flow equation");
    section.say(
        "Gradient descent of the parameters moves $g = g_{FS} + \\partial\\bar\\partial\\varphi$ by");
    section.formula(
        "\\partial_t g_{a\\bar b}(x) = -\\int \\mathrm{d}\\mu(x')\\, \\Theta_{a\\bar b,c\\bar"
            + " d}(x,x')\\, \\frac{\\delta L}{\\delta g_{c\\bar d}}(x')",
        "d/dt g_ab(x) = -int dmu(x') Theta_ab,cd(x,x') deltaL/delta g_cd(x')");
    section.say(
        "summed over all $c$ and $d$; $\\mu$ is the measure of the sample points $x_k$ with their"
            + " weights $w_k$. The metric's kernel is");
    section.formula(
        "\\Theta_{a\\bar b,c\\bar d}(x,x') = \\partial_a\\bar\\partial_b"
            + " \\partial'_c\\bar\\partial'_d\\, \\Theta_{\\varphi}(x,x'),\\quad"
            + " \\Theta_{\\varphi}(x,x') = \\sum_I \\partial_{\\theta_I}\\varphi(x)\\,"
            + " \\partial_{\\theta_I}\\varphi(x')",
        "Theta_ab,cd(x,x') = d_a d_bbar d'_c d'_dbar Theta_phi(x,x'),"
            + " Theta_phi(x,x') = sum_I dphi(x)/dtheta_I dphi(x')/dtheta_I");
    section.say("and the loss");
    section.formula(loss.latex(), loss.text());
    section.say("varies by");
    KahlerVariation variation = KahlerVariation.of(loss);
    section.formula(variation.latex(), variation.text());
    section.say(
        "where $\\lambda$ is the mean of $r\\, \\partial\\ell/\\partial r$ if $\\kappa$ is the sample's"
            + " own mean of $\\det g/|\\Omega|^2$, and 0 if $\\kappa$ is a number. A potential has no"
            + " boundary, and no derivative of the metric occurs.");
    return section.build();
  }
}
