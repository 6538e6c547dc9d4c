package org.metricflows.symbolic.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * δ∫ℓ dx of a density ℓ(R, |Ric|², |Riem|², det g, √|g|, g_ij, x), term by term:
 *
 * <pre>
 *   a = ℓ_R/√|g|, b = ℓ_{|Ric|²}/√|g|, c = ℓ_{|Riem|²}/√|g|
 *   δL = ∫ √|g| h_ij [ −a R^ij + ∇^i∇^j a − g^ij Δa
 *        − 2b R^i_a R^ja + 2∇_a∇^(i(b R^j)a) − Δ(b R^ij) − g^ij ∇_a∇_b(b R^ab)
 *        − 2c R^i_abc R^jabc − 4∇_a∇_b(c R^(i|a|j)b) + g^ij (√|g| ℓ_√ + 2 det g ℓ_det)/(2√|g|) ] dx + …
 * </pre>
 */
final class DensityVariation {
  private static final Symbol ROOT = new Symbol("sqrtg");
  private static final Symbol DETERMINANT = new Symbol("detg");

  private final Expr density;
  private final List<String> latex = new ArrayList<>();
  private final List<String> text = new ArrayList<>();
  private final List<String> latexNames = new ArrayList<>();
  private final List<String> textNames = new ArrayList<>();

  private DensityVariation(Expr density) {
    this.density = density;
  }

  static Variation of(Expr density) {
    return new DensityVariation(density).assembled();
  }

  private Variation assembled() {
    curvature(
        "R",
        "a",
        "- a R^{ij} + \\nabla^i\\nabla^j a - g^{ij} \\Delta a",
        "- a R^ij + D^i D^j a - g^ij Laplacian(a)");
    curvature(
        "Ric2",
        "b",
        "- 2 b R^i_{\\,a} R^{ja} + 2 \\nabla_a\\nabla^{(i} (b R^{j)a}) - \\Delta (b R^{ij})"
            + " - g^{ij} \\nabla_a\\nabla_b (b R^{ab})",
        "- 2 b R^i_a R^ja + 2 D_a D^(i (b R^j)a) - Laplacian(b R^ij) - g^ij D_a D_b (b R^ab)");
    curvature(
        "Riem2",
        "c",
        "- 2 c R^i_{\\,abc} R^{jabc} - 4 \\nabla_a\\nabla_b (c R^{(i|a|j)b})",
        "- 2 c R^i_abc R^jabc - 4 D_a D_b (c R^(i|a|j)b)");
    volume();
    components();
    return new Variation(
        "\\delta L = \\int \\sqrt{|g|}\\, h_{ij} \\left( "
            + signed(latex)
            + " \\right) \\mathrm{d}x"
            + tail(latexNames, ",\\quad "),
        "delta L = int sqrt|det g| h_ij (" + signed(text) + ") dx" + tail(textNames, ", "));
  }

  private static String signed(List<String> terms) {
    return terms.isEmpty() ? "0" : String.join(" ", terms).replaceFirst("^\\+ ", "");
  }

  private static String tail(List<String> names, String separator) {
    return names.isEmpty() ? "" : separator + String.join(separator, names);
  }

  private Expr slope(Symbol invariant) {
    return density.differentiate(invariant).over(ROOT);
  }

  private void curvature(String invariant, String factor, String inLatex, String inText) {
    Expr slope = slope(new Symbol(invariant));
    if (!slope.isZero()) {
      latex.add(inLatex);
      text.add(inText);
      name(factor, slope);
    }
  }

  private void name(String factor, Expr value) {
    latexNames.add(factor + " = " + Dialect.LATEX.print(value, DensityVariation::notation));
    textNames.add(factor + " = " + value);
  }

  /** ∂√|g| = √|g| g^ij h_ij/2 and ∂det g = det g g^ij h_ij. */
  private void volume() {
    Expr factor = slope(ROOT).times(ROOT).over(2).plus(slope(DETERMINANT).times(DETERMINANT));
    if (!factor.isZero()) {
      latex.add("+ v g^{ij}");
      text.add("+ v g^ij");
      name("v", factor);
    }
  }

  private void components() {
    List<Symbol> used =
        density.symbols().stream()
            .filter(s -> s.name().matches("g\\d\\d"))
            .sorted(Comparator.comparing(Symbol::name))
            .toList();
    if (used.isEmpty()) {
      return;
    }
    latex.add("+ s^{ij}");
    text.add("+ s^ij");
    for (Symbol component : used) {
      String ij = component.name().substring(1);
      boolean diagonal = ij.charAt(0) == ij.charAt(1);
      Expr value = diagonal ? slope(component) : slope(component).times(Rational.HALF);
      latexNames.add("s^{" + ij + "} = " + Dialect.LATEX.print(value, DensityVariation::notation));
      textNames.add("s^" + ij + " = " + value);
    }
  }

  static String notation(Symbol symbol) {
    return switch (symbol.name()) {
      case "sqrtg" -> "\\sqrt{|g|}";
      case "detg" -> "\\det g";
      case "Ric2" -> "|\\mathrm{Ric}|^2";
      case "Riem2" -> "|\\mathrm{Riem}|^2";
      default ->
          symbol.name().matches("g\\d\\d")
              ? "g_{" + symbol.name().substring(1) + "}"
              : symbol.name();
    };
  }
}
