package org.metricflows.bridge.internal.spec;

import java.util.Collection;
import java.util.List;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.door.ExpressionParser;

/** Reads formulas in given symbols; what is wrong with one is said with its field and line. */
final class FormulaReader {
  private final ExpressionParser parser;

  private FormulaReader(Collection<String> symbols) {
    this.parser = ExpressionParser.of(symbols);
  }

  /** A reader of formulas in a space's coordinates. */
  static FormulaReader in(SpaceSpec space) {
    return new FormulaReader(space.coordinates());
  }

  /** A reader of formulas in the given symbols. */
  static FormulaReader of(Collection<String> symbols) {
    return new FormulaReader(symbols);
  }

  /** A reader of constants. */
  static FormulaReader ofConstants() {
    return new FormulaReader(List.of());
  }

  /** The formula, understood. */
  Expr read(Value value) {
    String text = value.expression();
    try {
      return parser.parse(value.path(), text);
    } catch (InputException e) {
      throw value.because(e);
    }
  }

  /** The formula as written and understood. */
  Formula formula(Value value) {
    return new Formula(value.expression(), read(value));
  }

  /** A name that may stand in formulas. */
  static String name(Value value) {
    String name = value.text();
    try {
      ExpressionParser.checkName(value.path(), name);
      return name;
    } catch (InputException e) {
      throw value.because(e);
    }
  }
}
