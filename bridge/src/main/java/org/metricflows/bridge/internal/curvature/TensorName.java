package org.metricflows.bridge.internal.curvature;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.metricflows.symbolic.expression.Notation;

/**
 * A name that people read, such as {@code Gamma^x_xy} or {@code Ric_{t,ph}}, in other spellings.
 *
 * @param text the name
 */
record TensorName(String text) {
  private static final Pattern INDEXED =
      Pattern.compile("([A-Za-z]+)(?:\\^(\\{[^}]*}|[A-Za-z0-9]+))?(?:_(\\{[^}]*}|[A-Za-z0-9]+))?");

  /** Scalars: the identifier and what it reads in LaTeX. */
  private static final Map<String, String[]> SCALARS =
      Map.of(
          "det g", new String[] {"detg", "\\det g"},
          "|Ric|^2", new String[] {"RicSq", "|\\mathrm{Ric}|^2"},
          "Kretschmann", new String[] {"Kretschmann", "|\\mathrm{Riem}|^2"});

  private static final Map<String, String> TENSORS =
      Map.of("Gamma", "\\Gamma", "Ric", "R", "Riem", "R", "Weyl", "C");

  /** Letters and digits only: {@code Gammaxxy}. */
  String identifier() {
    String[] scalar = SCALARS.get(text);
    if (scalar != null) {
      return scalar[0];
    }
    String inverse = text.startsWith("g^") ? text.replaceFirst("g\\^", "ginv") : text;
    return inverse.replaceAll("[^A-Za-z0-9]", "");
  }

  /** In mathematical mode: {@code \Gamma^{x}_{xy}}. */
  String latex() {
    String[] scalar = SCALARS.get(text);
    if (scalar != null) {
      return scalar[1];
    }
    Matcher parts = INDEXED.matcher(text);
    if (!parts.matches()) {
      return "\\mathrm{" + text + "}";
    }
    String base = TENSORS.getOrDefault(parts.group(1), parts.group(1));
    return base + script("^", parts.group(2)) + script("_", parts.group(3));
  }

  private static String script(String mark, String indices) {
    if (indices == null) {
      return "";
    }
    String[] names = indices.replaceAll("[{}]", "").split(",");
    boolean word = names.length == 1 && names[0].matches("rad|tan");
    return mark
        + "{"
        + (word
            ? "\\mathrm{" + names[0] + "}"
            : Arrays.stream(names)
                .map(name -> names.length == 1 ? name : Notation.latex(name))
                .collect(Collectors.joining("\\,")))
        + "}";
  }
}
