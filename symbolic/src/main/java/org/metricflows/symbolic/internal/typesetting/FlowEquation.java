package org.metricflows.symbolic.internal.typesetting;

import org.metricflows.symbolic.internal.equation.FlowStatement;
import org.metricflows.symbolic.internal.equation.Motion;
import org.metricflows.symbolic.internal.evolution.VelocityMetric;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.network.Ansatz;

/**
 * The equation of a metric flow in tensors, written out for an ansatz, a kernel and a loss.
 *
 * <pre>
 *   ∂_t g_ij(x) = −∫ dμ(x') Θ_ij,kl(x,x') δL/δg_kl(x')
 * </pre>
 */
final class FlowEquation {
  private static final String TITLE = "Flow equation";

  private final Section.Builder section = new Section.Builder(TITLE);

  private FlowEquation() {}

  /** The flow of a network or of its limit. */
  static Section of(FlowStatement statement) {
    FlowEquation equation = new FlowEquation();
    boolean infinite = statement.network().isInfinite();
    boolean alone = statement.ansatz().outputs(statement.dimension()) == 1;
    boolean mixed = !infinite && !alone;
    equation.begin(
        infinite || statement.network().linearised()
            ? "Gradient descent of the parameters moves the metric by a frozen kernel,"
            : "Gradient descent of the parameters moves the metric by a kernel that moves with them,");
    equation.kernel(statement.ansatz(), mixed);
    if (infinite) {
      equation.section.say("with the network's kernel");
      KernelSection.recursion(statement, equation.section);
    } else {
      equation.section.say("with the network's kernel, layer by layer forward times backward,");
      KernelSection.layers(statement, equation.section);
    }
    equation.loss(statement.loss());
    return equation.section.build();
  }

  /** The flow of a metric that no fully connected network moves. */
  static Section of(Ansatz ansatz, Motion motion) {
    FlowEquation equation = new FlowEquation();
    if (motion instanceof Motion.Ricci ricci) {
      equation.ricci(ricci);
    } else if (motion instanceof Motion.Local local) {
      equation.local(ansatz, local);
    } else if (motion instanceof Motion.Features features) {
      equation.begin("Gradient descent of the read-outs of cosine features moves the metric by");
      equation.fixed(
          ansatz,
          features.deWitt(),
          "\\prod_m \\frac1{P_m} \\sum_k \\mathrm{e}^{-\\ell^2 k^2/2} \\cos k(x_m - x'_m)",
          "prod_m 1/P_m sum_k exp(-l^2 k^2/2) cos(k (x_m - x'_m))");
      equation.loss(features.loss());
    } else if (motion instanceof Motion.Projected projected) {
      equation.projected(projected);
    } else if (motion instanceof Motion.Gaussian gaussian) {
      equation.begin("Gradient descent with a fixed kernel moves the metric by");
      equation.fixed(ansatz, false, "\\mathrm{e}^{-|x-x'|^2/2\\ell^2}", "exp(-|x-x'|^2/(2 l^2))");
      equation.loss(gaussian.loss());
    }
    return equation.section.build();
  }

  private void begin(String sentence) {
    section.say(sentence);
    section.formula(
        "\\partial_t g_{ij}(x) = -\\int \\mathrm{d}\\mu(x')\\, \\Theta_{ij,kl}(x,x')\\,"
            + " \\frac{\\delta L}{\\delta g_{kl}}(x')",
        "d/dt g_ij(x) = -int dmu(x') Theta_ij,kl(x,x') deltaL/delta g_kl(x')");
    section.say(
        "summed over all $k$ and $l$; $\\mu$ is the measure of the sample points $x_a$ with their"
            + " weights $w_a$.");
  }

  private void local(Ansatz ansatz, Motion.Local motion) {
    begin("Gradient descent with a local kernel moves the metric by");
    boolean delta = motion.bandwidth().isZero();
    fixed(
        ansatz,
        motion.deWitt(),
        delta
            ? "\\delta(x - x')"
            : "\\sum_k \\mathrm{e}^{-\\ell^2 |k|^2/2} \\mathrm{e}^{\\mathrm{i}k(x-x')}/V",
        delta ? "delta(x - x')" : "sum_k exp(-l^2 |k|^2/2) exp(i k (x - x'))/V");
    loss(motion.loss());
  }

  /** A kernel that is the same for all functions and at all times. */
  private void fixed(Ansatz ansatz, boolean deWitt, String latex, String text) {
    if (deWitt) {
      section.say("With DeWitt's supermetric before the kernel ($m = 1$ without a density)");
      section.formula(
          "\\Theta_{ij,kl}(x,x') = \\Theta(x,x')\\, \\frac{g_{ik} g_{jl} + g_{il} g_{jk}}{m}(x')",
          "Theta_ij,kl(x,x') = Theta(x,x') ((g_ik g_jl + g_il g_jk)/m)(x')");
    } else {
      kernel(ansatz, false);
    }
    section.say("with the kernel");
    section.formula("\\Theta(x,x') = " + latex, "Theta(x,x') = " + text);
  }

  private void projected(Motion.Projected motion) {
    section.say(
        "The network's parameters move so that the metric follows a velocity $V$ as well as it"
            + " can, in the inner product $W$ of velocities:");
    section.formula(
        "\\dot\\theta = \\left(J^{\\mathsf T} W J + \\lambda\\right)^{-1} J^{\\mathsf T} W V,\\quad"
            + " J = \\frac{\\partial g}{\\partial\\theta}",
        "dtheta/dt = (J^T W J + lambda)^-1 J^T W V, J = dg/dtheta");
    section.say("so that, with the network's metric-NTK $\\Theta = J J^T$,");
    section.formula(
        "\\partial_t g = P_\\lambda V,\\quad P_\\lambda = \\Theta W^{1/2} \\left(W^{1/2} \\Theta W^{1/2} +"
            + " \\lambda\\right)^{-1} W^{1/2}",
        "d/dt g = P V, P = Theta W^(1/2) (W^(1/2) Theta W^(1/2) + lambda)^-1 W^(1/2)");
    section.say(
        "which tends to the orthogonal projector on what the network can do as $\\lambda$ goes to 0;"
            + " $\\lambda$ is "
            + motion.damping()
            + " of the mean of the diagonal of $W^{1/2} \\Theta W^{1/2}$.");
    product(motion.product());
    motion.ricci().ifPresent(this::followed);
    motion.loss().ifPresent(this::descended);
  }

  private void product(VelocityMetric.Kind kind) {
    section.say("The inner product is");
    switch (kind) {
      case FLAT ->
          section.formula(
              "\\langle h, k\\rangle = \\sum_a w_a \\sum_c \\delta f_c\\, \\delta f'_c",
              "<h, k> = sum_a w_a sum_c df_c df'_c");
      case DEWITT ->
          section.formula(
              "\\langle h, k\\rangle = \\sum_a w_a m\\, \\tfrac12 g^{ik} g^{jl} h_{ij} k_{kl}",
              "<h, k> = sum_a w_a m g^ik g^jl h_ij k_kl/2");
      case DEWITT_OVER_VOLUME ->
          section.formula(
              "\\langle h, k\\rangle = \\sum_a w_a \\sqrt{g}\\, \\tfrac12 g^{ik} g^{jl} h_{ij} k_{kl}",
              "<h, k> = sum_a w_a sqrt(g) g^ik g^jl h_ij k_kl/2");
    }
  }

  private void followed(Motion.Ricci kind) {
    section.say("The velocity is that of");
    section.formula(RicciForms.latex(kind), RicciForms.text(kind));
    curvature();
  }

  private void descended(Loss loss) {
    section.say("The velocity is the steepest descent of the loss in that inner product,");
    section.formula("V = -W^{-1} \\frac{\\delta L}{\\delta g}", "V = -W^-1 deltaL/delta g");
    section.say("so that $L$ falls at the rate");
    section.formula(
        "-\\frac{\\mathrm{d}L}{\\mathrm{d}t} = \\langle V, P_\\lambda V\\rangle \\ge 0",
        "-dL/dt = <V, P V> >= 0");
    loss(loss);
  }

  private void ricci(Motion.Ricci kind) {
    section.say("The metric moves by its curvature, with no loss and no kernel:");
    section.formula(RicciForms.latex(kind), RicciForms.text(kind));
    curvature();
  }

  private void curvature() {
    section.formula(
        "R_{ij} = \\partial_k \\Gamma^k_{ij} - \\partial_j \\Gamma^k_{ik} + \\Gamma^k_{kl}"
            + " \\Gamma^l_{ij} - \\Gamma^k_{jl} \\Gamma^l_{ik},\\quad \\Gamma^k_{ij} = \\tfrac12"
            + " g^{kl} \\left(\\partial_i g_{jl} + \\partial_j g_{il} - \\partial_l g_{ij}\\right)",
        "R_ij = d_k Gamma^k_ij - d_j Gamma^k_ik + Gamma^k_kl Gamma^l_ij - Gamma^k_jl Gamma^l_ik,"
            + " Gamma^k_ij = g^kl (d_i g_jl + d_j g_il - d_l g_ij)/2");
  }

  /** Θ_ij,kl of an ansatz in the kernels of its functions, and the flow with it. */
  private void kernel(Ansatz ansatz, boolean mixed) {
    section.say("With the " + ansatz.key() + " ansatz");
    section.formula(ansatz.latex(), ansatz.text());
    section.say("the metric's kernel is");
    AnsatzKernel kernel = AnsatzKernel.of(ansatz, mixed);
    section.formula(kernel.latex(), kernel.text());
    kernel.flow().ifPresent(flow -> section.say("so that").formula(flow.latex(), flow.text()));
  }

  private void loss(Loss loss) {
    section.say("The loss");
    section.formula(loss.latex(), loss.text());
    section.say("varies, with $h = \\delta g$ and over a smooth measure, by");
    section.formula(
        "\\delta L = \\int \\mathrm{d}\\mu\\, \\frac{\\delta L}{\\delta g_{ij}}\\, h_{ij}"
            + (loss.order() > 0 ? " + \\text{boundary terms}" : ""),
        "delta L = int dmu deltaL/delta g_ij h_ij" + (loss.order() > 0 ? " + boundary terms" : ""));
    loss.variation()
        .ifPresent(form -> section.say("which is, in tensors,").formula(form.latex(), form.text()));
    if (loss.order() > 0) {
      boundary();
    }
  }

  private void boundary() {
    section.say(
        "It is the Euler operator of the density $\\ell$ that the weights multiply, whose boundary"
            + " terms have the outer normal $n$:");
    section.formula(
        "\\frac{\\delta L}{\\delta g_{ij}} = \\frac{\\partial \\ell}{\\partial g_{ij}} - \\partial_m"
            + " \\ell^{ij,m} + \\partial_m\\partial_n \\ell^{ij,mn},\\quad \\ell^{ij,m} ="
            + " \\frac{\\partial \\ell}{\\partial(\\partial_m g_{ij})},\\quad \\ell^{ij,mn} ="
            + " \\frac{\\partial \\ell}{\\partial(\\partial_m\\partial_n g_{ij})}",
        "deltaL/delta g_ij = dl/dg_ij - d_m l^ij,m + d_m d_n l^ij,mn, l^ij,m = dl/d(d_m g_ij),"
            + " l^ij,mn = dl/d(d_m d_n g_ij)");
    section.formula(
        "\\oint \\mathrm{d}S\\, n_m \\left[ \\left(\\ell^{ij,m} - \\partial_n \\ell^{ij,mn}\\right)"
            + " h_{ij} + \\ell^{ij,mn}\\, \\partial_n h_{ij} \\right]",
        "boundary terms = int dS n_m ((l^ij,m - d_n l^ij,mn) h_ij + l^ij,mn d_n h_ij)");
    section.say(
        "They vanish on a periodic chart. At finitely many points nothing is integrated by parts: the"
            + " derivatives fall on the kernel, and the flow below is exact.");
  }
}
