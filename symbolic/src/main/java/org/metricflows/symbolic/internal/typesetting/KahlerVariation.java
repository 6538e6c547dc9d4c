package org.metricflows.symbolic.internal.typesetting;

import java.util.StringJoiner;
import org.metricflows.symbolic.internal.kahler.KahlerDensity;
import org.metricflows.symbolic.internal.kahler.KahlerLoss;
import org.metricflows.symbolic.internal.kahler.MongeAmpereLoss;

/**
 * δL/δg of a loss of r = det g/(κ|Ω|²), tr(g_FS⁻¹ g) and tr(g⁻¹ g_FS), by
 *
 * <pre>
 *   δr = r g^{ba} δg_ab,   δ tr(g_FS⁻¹ g) = g_FS^{ba} δg_ab,   δ tr(g⁻¹ g_FS) = −(g⁻¹ g_FS g⁻¹)^{ba} δg_ab
 * </pre>
 */
record KahlerVariation(String latex, String text) {
  private static final String LEFT = "\\frac{\\delta L}{\\delta g_{c\\bar d}} = ";
  private static final String LEFT_TEXT = "deltaL/delta g_cd = ";

  static KahlerVariation of(KahlerLoss loss) {
    if (loss instanceof MongeAmpereLoss mongeAmpere) {
      String slope = mongeAmpere.power() == 1 ? "\\mathrm{sgn}(r-1)" : "2(r-1)";
      String slopeText = mongeAmpere.power() == 1 ? "sgn(r - 1)" : "2 (r - 1)";
      return new KahlerVariation(
          LEFT
              + "\\left("
              + slope
              + " - \\lambda\\right) r\\, g^{c\\bar d},\\quad r ="
              + " \\frac{\\det g}{\\kappa|\\Omega|^2}",
          LEFT_TEXT + "(" + slopeText + " - lambda) r g^cd, r = det g/(kappa |Omega|^2)");
    }
    return ofDensity((KahlerDensity) loss);
  }

  private static KahlerVariation ofDensity(KahlerDensity density) {
    StringJoiner latex = new StringJoiner(" ", LEFT, "");
    StringJoiner text = new StringJoiner(" ", LEFT_TEXT, "");
    latex.add("\\left(\\frac{\\partial\\ell}{\\partial r} - \\lambda\\right) r\\, g^{c\\bar d}");
    text.add("(dl/dr - lambda) r g^cd");
    if (density.readsReference()) {
      latex.add(
          "+ \\frac{\\partial\\ell}{\\partial \\mathrm{tr}}\\, g_{FS}^{c\\bar d} -"
              + " \\frac{\\partial\\ell}{\\partial \\mathrm{tr}^{-}} \\left(g^{-1} g_{FS}"
              + " g^{-1}\\right)^{c\\bar d}");
      text.add("+ dl/dtrace gFS^cd - dl/dtraceinverse (g^(-1) gFS g^(-1))^cd");
    }
    return new KahlerVariation(latex.toString(), text.toString());
  }
}
