package org.metricflows.proofs.internal.document;

import java.util.Map;

/** Writes plain text, with the mathematical signs of titles, as LaTeX. */
final class PlainText {
  private static final Map<Integer, String> SIGNS =
      Map.ofEntries(
          Map.entry((int) '√', "$\\surd$"),
          Map.entry((int) '∇', "$\\nabla$"),
          Map.entry((int) '∂', "$\\partial$"),
          Map.entry((int) '∫', "$\\int$"),
          Map.entry((int) 'τ', "$\\tau$"),
          Map.entry((int) 'ξ', "$\\xi$"),
          Map.entry((int) 'κ', "$\\kappa$"),
          Map.entry((int) 'χ', "$\\chi$"),
          Map.entry((int) 'ψ', "$\\psi$"),
          Map.entry((int) 'φ', "$\\varphi$"),
          Map.entry((int) 'δ', "$\\delta$"),
          Map.entry((int) 'ℓ', "$\\ell$"),
          Map.entry((int) 'Θ', "$\\Theta$"),
          Map.entry((int) 'Ω', "$\\Omega$"),
          Map.entry((int) 'Σ', "$\\Sigma$"),
          Map.entry((int) '²', "$^2$"),
          Map.entry((int) '³', "$^3$"),
          Map.entry((int) '₀', "$_0$"),
          Map.entry((int) '⁻', "$^{-}$"),
          Map.entry((int) '¹', "$^1$"),
          Map.entry((int) '½', "$\\frac12$"),
          Map.entry((int) '→', "$\\to$"),
          Map.entry((int) '≤', "$\\le$"),
          Map.entry((int) 'ᵀ', "$^{\\mathsf{T}}$"),
          Map.entry((int) 'ä', "\\\"a"),
          Map.entry((int) 0x304, "$\\bar{\\ }$"),
          Map.entry((int) 0x307, "$\\dot{\\ }$"),
          Map.entry((int) '^', "\\^{}"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '|', "$|$"));

  private PlainText() {}

  /**
   * The text as LaTeX.
   *
   * @throws IllegalArgumentException if it has a sign that is neither ASCII nor known here
   */
  static String latex(String text) {
    StringBuilder latex = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String sign = SIGNS.get(c);
              if (sign == null && c > 126) {
                throw new IllegalArgumentException(
                    "no LaTeX for '" + Character.toString(c) + "' in: " + text);
              }
              latex.append(sign == null ? Character.toString(c) : sign);
            });
    return latex.toString();
  }
}
