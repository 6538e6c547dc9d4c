package org.metricflows.symbolic.internal.typesetting;

import org.metricflows.symbolic.internal.equation.Motion;

/** Ricci flows as tensor formulas. */
final class RicciForms {

  private RicciForms() {}

  static String latex(Motion.Ricci kind) {
    String plain = "\\partial_t g_{ij} = -2 R_{ij}";
    return switch (kind) {
      case PLAIN -> plain;
      case DETURCK ->
          plain
              + " + (L_W g)_{ij},\\quad W^k = g^{ij} \\left(\\Gamma^k_{ij} -"
              + " \\bar\\Gamma^k_{ij}\\right)";
      case NORMALISED ->
          plain
              + " + \\tfrac2d r\\, g_{ij},\\quad r = \\int R\\, \\mathrm{d}V \\Big/ \\int \\mathrm{d}V";
    };
  }

  static String text(Motion.Ricci kind) {
    String plain = "d/dt g_ij = -2 Ric_ij";
    return switch (kind) {
      case PLAIN -> plain;
      case DETURCK -> plain + " + (L_W g)_ij, W^k = g^ij (Gamma^k_ij - Gamma0^k_ij)";
      case NORMALISED -> plain + " + (2/d) r g_ij, r = int R dV / int dV";
    };
  }
}
