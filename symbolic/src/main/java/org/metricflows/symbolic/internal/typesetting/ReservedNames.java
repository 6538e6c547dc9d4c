package org.metricflows.symbolic.internal.typesetting;

import java.util.Set;

/** What a name of a derivation must not be called in a language. */
final class ReservedNames {
  static final Set<String> PYTHON =
      words(
          "and as assert async await break class continue def del elif else except finally for from"
              + " global if import in is lambda nonlocal not or pass raise return try while with"
              + " yield None True False");

  /** The protected names of one letter, and those that coordinates are called. */
  static final Set<String> MATHEMATICA = words("C D E I K N O Pi Gamma Beta Zeta");

  private ReservedNames() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }
}
