package org.metricflows.symbolic.expression;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a name of a formula reads in LaTeX: {@code theta} is θ, {@code z12} has an index. */
public final class Notation {
  private static final Set<String> GREEK =
      Set.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mu", "nu", "xi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
          "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Sigma", "Phi", "Psi", "Omega");

  private static final Pattern INDEXED = Pattern.compile("([A-Za-z]+?)(\\d+)");

  private Notation() {}

  /** A name in mathematical mode. */
  public static String latex(String name) {
    Matcher indexed = INDEXED.matcher(name);
    return indexed.matches()
        ? letters(indexed.group(1)) + "_{" + indexed.group(2) + "}"
        : letters(name);
  }

  private static String letters(String name) {
    if (GREEK.contains(name)) {
      return "\\" + name;
    }
    return name.matches("[A-Za-z]{2,}") ? "\\mathit{" + name + "}" : name;
  }
}
