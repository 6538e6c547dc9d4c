package org.metricflows.bridge.spec;

import java.util.Locale;
import java.util.Set;

/** Names a coordinate cannot have, since expressions use them for something else. */
final class ReservedNames {
  private static final Set<String> CONSTANTS =
      Set.of(
          "E",
          "I",
          "N",
          "D",
          "C",
          "O",
          "K",
          "Pi",
          "pi",
          "Infinity",
          "Indeterminate",
          "True",
          "False",
          "Null",
          "Degree",
          "EulerGamma",
          "Catalan",
          "GoldenRatio");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan", "arcsin", "arccos",
          "arctan", "arctan2", "atan2", "sinh", "cosh", "tanh", "coth", "sech", "csch", "asinh",
          "acosh", "atanh", "arcsinh", "arccosh", "arctanh", "exp", "log", "ln", "sqrt", "abs",
          "sign", "erf", "erfc", "gamma", "min", "max", "power", "plus", "times");

  private ReservedNames() {}

  static boolean contains(String name) {
    return CONSTANTS.contains(name) || FUNCTIONS.contains(name.toLowerCase(Locale.ROOT));
  }
}
