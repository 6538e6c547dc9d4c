package org.metricflows.symbolic.internal.typesetting;

import java.util.List;
import org.metricflows.symbolic.internal.kahler.Features;
import org.metricflows.symbolic.internal.kahler.KahlerLoss;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;
import org.metricflows.symbolic.internal.variety.Variety;
import org.metricflows.symbolic.internal.variety.VarietyDerivations;
import org.metricflows.symbolic.network.Activation;

/**
 * The flow of a Kähler metric g_FS + ∂∂̄φ on a Calabi–Yau variety written down, from the equations
 * to the metric's tangent kernel.
 *
 * @param variety the equations
 * @param features what φ is a function of
 * @param activation of φ's network
 * @param loss of the metric
 */
record VarietyDocument(Variety variety, Features features, Activation activation, KahlerLoss loss) {

  List<Section> sections() {
    return List.of(equations(), points(), potential(), lossSection(), equation());
  }

  private Section equations() {
    Section.Builder section = new Section.Builder("Variety");
    section.say(
        variety.codimension()
            + (variety.codimension() == 1 ? " equation" : " equations")
            + " in homogeneous coordinates "
            + String.join(", ", variety.ambient().names())
            + " of a product of projective spaces of dimensions "
            + variety.ambient().dimensions()
            + ", complex dimension m = "
            + variety.dimension()
            + ". Complex numbers are pairs of lines, x for the real and y for the imaginary part;"
            + " equationk is Q_k and slopekdi its derivative by z_i:");
    section.lines(new VarietyDerivations(variety).gradients());
    return section.build();
  }

  private Section points() {
    Section.Builder section = new Section.Builder("Points");
    section.say(
        "In each factor the largest coordinate is 1; of the others those with the largest slopes are"
            + " eliminated, one an equation, and the m kept ones are coordinates u. With B the slopes"
            + " by the eliminated coordinates:");
    section.formula(
        "J^{i}_a = \\partial z^i/\\partial u^a,\\quad J^{elim}_a = -(B^{-1} \\partial_a Q),\\quad"
            + " |\\Omega|^2 = |\\det B|^{-2}",
        "J^i_a = dz^i/du^a, J^elim_a = -(B^(-1) d_a Q), |Omega|^2 = |det B|^(-2)");
    section.lines(new VarietyDerivations(variety).tangent());
    section.formula(
        "g^{FS}_{a\\bar b} = \\sum_f \\tfrac1\\pi J^i_a \\bar J^k_b \\left(\\delta_{ik} |z_f|^2 -"
            + " \\bar z_i z_k\\right)/|z_f|^4",
        "gFS_ab = sum_f (1/pi) J^i_a conj(J^k_b) (delta_ik |z_f|^2 - conj(z_i) z_k)/|z_f|^4");
    return section.build();
  }

  private Section potential() {
    Section.Builder section = new Section.Builder("Potential");
    int count = features.count(variety.ambient().dimensions());
    section.say("The network is shown " + count + " features F of a point:");
    if (features == Features.INVARIANT) {
      section.formula(
          "F = \\left(\\mathrm{Re}, \\mathrm{Im}\\, z_i \\bar z_j/|z|^2\\right)_{i \\le j}",
          "F = (Re, Im z_i conj(z_j)/|z|^2) for i <= j");
    } else {
      section.formula("F = (\\mathrm{Re}, \\mathrm{Im}\\, z_i)_i", "F = (Re, Im z_i) for all i");
    }
    section.say(
        "Layer by layer go the value, the m first derivatives and the m^2 numbers of the (1,1)-Hessian"
            + " along the variety; J being holomorphic, no others occur:");
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

  private Section lossSection() {
    Section.Builder section = new Section.Builder(loss.name() + " loss");
    section.formula(loss.latex(), loss.text());
    section.say(
        "At a point, with its derivatives by the numbers of d_a d_bbar phi (adjphi...); lambda"
            + " carries the derivative through kappa where that is the sample's own mean:");
    section.lines(new KahlerMetric(variety.dimension()).loss(loss));
    return section.build();
  }

  private Section equation() {
    Section.Builder section = new Section.Builder("Flow");
    section.say("Gradient flow of the parameters moves the metric by its tangent kernel,");
    section.formula(
        "\\Theta_{a\\bar b,c\\bar d}(x,x') = \\partial_a\\bar\\partial_b"
            + " \\partial'_c\\bar\\partial'_d\\, \\Theta_{\\varphi}(x,x'),\\quad"
            + " \\Theta_{\\varphi}(x,x') = \\sum_I \\partial_{\\theta_I}\\varphi(x)\\,"
            + " \\partial_{\\theta_I}\\varphi(x')",
        "Theta_ab,cd(x,x') = d_a d_bbar d'_c d'_dbar Theta_phi(x,x'),"
            + " Theta_phi(x,x') = sum_I dphi(x)/dtheta_I dphi(x')/dtheta_I");
    section.formula(
        "\\partial_t g_{a\\bar b}(x) = -\\sum_k \\Theta_{a\\bar b,c\\bar d}(x,x_k)\\,"
            + " \\frac{\\partial L}{\\partial(\\partial_c\\bar\\partial_d\\varphi)}(x_k)",
        "d/dt g_ab(x) = -sum_k Theta_ab,cd(x,x_k) dL/d(d_c d_dbar phi)(x_k)");
    return section.build();
  }
}
