package org.metricflows.symbolic.internal.door;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.matheclipse.parser.client.Parser;
import org.matheclipse.parser.client.SyntaxError;
import org.matheclipse.parser.client.operator.ASTNodeFactory;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;

/**
 * Reads formulas that people type: real mathematics in Symja's infix grammar, in declared symbols
 * and white-listed functions, nothing else.
 *
 * <p>Both {@code sin(x)} and {@code Sin[x]} are understood, {@code ^} and {@code **}, decimals as
 * exact fractions ({@code 0.1} is 1/10, {@code 1e-3} and {@code 1*^-3} are 1/1000), products
 * without a sign ({@code 2 x y}, {@code 2(x+1)}), and the constants {@code Pi}, {@code pi} and
 * {@code E}. Nothing is evaluated: Symja's parser builds a syntax tree, which is checked and
 * converted.
 */
public final class ExpressionParser {
  private final Set<String> declared;

  private ExpressionParser(Collection<String> declared) {
    this.declared = new LinkedHashSet<>(declared);
  }

  /** A parser for formulas in the given symbols. */
  public static ExpressionParser of(Collection<String> declared) {
    return new ExpressionParser(declared);
  }

  /** A parser for formulas in the given symbols. */
  public static ExpressionParser of(String... declared) {
    return of(List.of(declared));
  }

  /**
   * Reads one formula.
   *
   * @param field where the text stands, for messages: {@code metric.background[0][1]}
   * @throws InputException naming the field and what is wrong, for anything but a formula in the
   *     declared symbols
   */
  public Expr parse(String field, String text) {
    SourceText source = new SourceText(field, text);
    AstReader reader = new AstReader(source, declared);
    try {
      return reader.read(new Parser(new ASTNodeFactory(false), true).parse(source.normal()));
    } catch (SyntaxError e) {
      throw source.errorAt(e.getStartOffset(), "the formula cannot be read");
    } catch (StackOverflowError e) {
      throw source.error("a formula too deeply nested");
    }
  }

  /** Reads one formula that has no field to name. */
  public Expr parse(String text) {
    return parse("formula", text);
  }

  /**
   * Checks that a name can be declared as a coordinate or parameter.
   *
   * @throws InputException if it is not a letter followed by letters and digits, or means a
   *     constant or a function
   */
  public static void checkName(String field, String name) {
    if (!name.matches("[A-Za-z][A-Za-z0-9]{0,63}")) {
      throw InputException.of(
          field, "'" + name + "' is not a name: a letter followed by letters and digits");
    }
    if (Vocabulary.RESERVED.contains(name)) {
      throw InputException.of(
          field,
          "'"
              + name
              + "' is a constant or command of the formula language, not a free"
              + " name; choose another, such as '"
              + name.toLowerCase(Locale.ROOT)
              + "1'");
    }
    if (Vocabulary.function(name).isPresent()) {
      throw InputException.of(field, "'" + name + "' is the name of a function; choose another");
    }
  }
}
