package org.metricflows.symbolic.internal.typesetting;

import java.util.Map;
import java.util.Set;

/** The commands of LaTeX that stand for one sign, a function's name or a space. */
final class MathMlSymbols {
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("epsilon", "ϵ"),
          Map.entry("varepsilon", "ε"),
          Map.entry("zeta", "ζ"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("vartheta", "ϑ"),
          Map.entry("iota", "ι"),
          Map.entry("kappa", "κ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("nu", "ν"),
          Map.entry("xi", "ξ"),
          Map.entry("pi", "π"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("upsilon", "υ"),
          Map.entry("phi", "ϕ"),
          Map.entry("varphi", "φ"),
          Map.entry("chi", "χ"),
          Map.entry("psi", "ψ"),
          Map.entry("omega", "ω"),
          Map.entry("ell", "ℓ"),
          Map.entry("infty", "∞"),
          Map.entry("emptyset", "∅"));

  /** Capital Greek letters and operators that are letters stand upright. */
  private static final Map<String, String> UPRIGHT =
      Map.ofEntries(
          Map.entry("Gamma", "Γ"),
          Map.entry("Delta", "Δ"),
          Map.entry("Theta", "Θ"),
          Map.entry("Lambda", "Λ"),
          Map.entry("Xi", "Ξ"),
          Map.entry("Pi", "Π"),
          Map.entry("Sigma", "Σ"),
          Map.entry("Phi", "Φ"),
          Map.entry("Psi", "Ψ"),
          Map.entry("Omega", "Ω"),
          Map.entry("partial", "∂"),
          Map.entry("nabla", "∇"),
          Map.entry("Re", "Re"),
          Map.entry("Im", "Im"));

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("sum", "∑"),
          Map.entry("prod", "∏"),
          Map.entry("int", "∫"),
          Map.entry("oint", "∮"),
          Map.entry("le", "≤"),
          Map.entry("leq", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("geq", "≥"),
          Map.entry("ne", "≠"),
          Map.entry("neq", "≠"),
          Map.entry("sim", "∼"),
          Map.entry("approx", "≈"),
          Map.entry("equiv", "≡"),
          Map.entry("propto", "∝"),
          Map.entry("in", "∈"),
          Map.entry("to", "→"),
          Map.entry("mapsto", "↦"),
          Map.entry("cdot", "·"),
          Map.entry("times", "×"),
          Map.entry("pm", "±"),
          Map.entry("otimes", "⊗"),
          Map.entry("wedge", "∧"),
          Map.entry("circ", "∘"),
          Map.entry("dagger", "†"),
          Map.entry("ast", "∗"),
          Map.entry("dots", "…"),
          Map.entry("ldots", "…"),
          Map.entry("cdots", "⋯"));

  private static final Map<String, String> DELIMITERS =
      Map.of(
          "{", "{", "}", "}", "|", "‖", "langle", "⟨", "rangle", "⟩", "vert", "|", "lbrace", "{");

  private static final Map<String, String> SPACES =
      Map.of(
          ",", "0.167em", ":", "0.222em", ";", "0.278em", " ", "0.25em", "quad", "1em", "qquad",
          "2em");

  private static final Set<String> INVISIBLE =
      Set.of("!", "displaystyle", "textstyle", "nonumber", "limits");

  private static final Map<String, String> DOUBLE_STRUCK =
      Map.of("R", "ℝ", "C", "ℂ", "N", "ℕ", "Z", "ℤ", "Q", "ℚ", "P", "ℙ", "E", "\ud835\udd3c");

  private MathMlSymbols() {}

  /** One command without its backslash as an element. */
  static String of(String name) {
    if (LETTERS.containsKey(name)) {
      return "<mi>" + LETTERS.get(name) + "</mi>";
    }
    if (UPRIGHT.containsKey(name)) {
      return "<mi mathvariant=\"normal\">" + UPRIGHT.get(name) + "</mi>";
    }
    if (OPERATORS.containsKey(name)) {
      return "<mo>" + OPERATORS.get(name) + "</mo>";
    }
    if (DELIMITERS.containsKey(name)) {
      return "<mo stretchy=\"false\">" + DELIMITERS.get(name) + "</mo>";
    }
    if (SPACES.containsKey(name)) {
      return "<mspace width=\"" + SPACES.get(name) + "\"/>";
    }
    if (INVISIBLE.contains(name)) {
      return "";
    }
    return name.chars().allMatch(Character::isLetter)
        ? "<mi mathvariant=\"normal\">"
            + name
            + "</mi>"
            + MathMlReader.APPLICATION // sin, log, det, …
        : "<mtext>" + MathMl.escape(name) + "</mtext>"; // \% and the like
  }

  /** What stands after \left or \right. */
  static String delimiter(String name) {
    return DELIMITERS.getOrDefault(name, "");
  }

  static String doubleStruck(String letter) {
    return "<mi mathvariant=\"normal\">"
        + DOUBLE_STRUCK.getOrDefault(letter, MathMl.escape(letter))
        + "</mi>";
  }
}
