package org.metricflows.symbolic.flow;

import java.util.Optional;
import org.metricflows.symbolic.loss.Loss;

/** Losses and their first variations as tensor formulas. */
final class TensorForms {

  private TensorForms() {}

  static String loss(Loss loss) {
    if (loss instanceof Loss.MeanSquare) {
      return "L = 1/2 sum_a w_a sum_ij (g_ij(x_a) - t_ij(x_a))^2";
    } else if (loss instanceof Loss.Ricci) {
      return "L = 1/2 sum_a w_a sqrt|det g| |Ric|^2 (x_a)";
    } else if (loss instanceof Loss.Einstein e) {
      return "L = 1/2 sum_a w_a sqrt|det g| |Ric - (" + e.lambda() + ") g|^2 (x_a)";
    } else if (loss instanceof Loss.ScalarCurvature) {
      return "L = 1/2 sum_a w_a sqrt|det g| (R - R_0)^2 (x_a)";
    } else if (loss instanceof Loss.Perelman) {
      return "L = -sum_a w_a (R + |grad f|^2)(x_a), f = log sqrt|det g| - log m";
    }
    return "L = sum_a w_a l(x_a)";
  }

  /** δL for a smooth measure without boundary, where the formula is a short one. */
  static Optional<Item.Formula> variation(Loss loss) {
    if (loss instanceof Loss.MeanSquare) {
      return Optional.of(
          new Item.Formula(
              "\\delta L = \\sum_a w_a \\sum_{ij} (g_{ij} - t_{ij})\\, h_{ij}",
              "delta L = sum_a w_a sum_ij (g_ij - t_ij) h_ij"));
    } else if (loss instanceof Loss.ScalarCurvature) {
      return Optional.of(
          new Item.Formula(
              "\\delta L = \\int \\sqrt{|g|}\\, h_{ij} \\left( \\tfrac14 \\phi^2 g^{ij} - \\phi"
                  + " R^{ij} + \\nabla^i\\nabla^j \\phi - g^{ij} \\Delta\\phi \\right),\\quad \\phi"
                  + " = R - R_0",
              "delta L = int sqrt|det g| h_ij (phi^2 g^ij/4 - phi R^ij + D^i D^j phi"
                  + " - g^ij Laplacian(phi)), phi = R - R_0"));
    } else if (loss instanceof Loss.Perelman) {
      return Optional.of(
          new Item.Formula(
              "\\delta L = \\int h_{ij} \\left( R^{ij} + \\nabla^i\\nabla^j f \\right)"
                  + " \\mathrm{d}m,\\quad \\mathrm{d}m = \\mathrm{e}^{-f} \\mathrm{d}V"
                  + "\\ \\text{fixed}",
              "delta L = int h_ij (R^ij + D^i D^j f) dm, dm = exp(-f) dV fixed"));
    }
    return Optional.empty();
  }
}
