package org.metricflows.symbolic.internal.door;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.parser.client.ast.ASTNode;
import org.matheclipse.parser.client.ast.FloatNode;
import org.matheclipse.parser.client.ast.FractionNode;
import org.matheclipse.parser.client.ast.FunctionNode;
import org.matheclipse.parser.client.ast.IntegerNode;
import org.matheclipse.parser.client.ast.SymbolNode;
import org.metricflows.symbolic.Suggestion;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/** Turns Symja's syntax tree into an expression, refusing whatever is not on the white list. */
final class AstReader {
  private static final int MOST_NODES = 20_000;
  private static final int DEEPEST = 400;
  private static final int LARGEST_EXPONENT = 1000;
  private static final int LARGEST_BITS = 1024;

  private final SourceText source;
  private final Collection<String> declared;
  private int nodes;

  AstReader(SourceText source, Collection<String> declared) {
    this.source = source;
    this.declared = declared;
  }

  Expr read(ASTNode node) {
    return read(node, 0);
  }

  private Expr read(ASTNode node, int depth) {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw source.error("a formula too large or too deeply nested");
    }
    try {
      return inRange(convert(node, depth));
    } catch (ArithmeticException e) {
      throw source.error(
          e.getMessage().contains("zero") ? e.getMessage() : "a number too large to work with");
    }
  }

  private Expr convert(ASTNode node, int depth) {
    if (node instanceof SymbolNode) {
      return symbol(node.getString());
    } else if (node instanceof IntegerNode) {
      return Rational.of(new BigInteger(node.toString()));
    } else if (node instanceof FractionNode fraction) {
      return new Rational(
          new BigInteger(fraction.getNumerator().toString()),
          new BigInteger(fraction.getDenominator().toString()));
    } else if (node instanceof FloatNode) {
      return Rational.of(new BigDecimal(node.toString().replace("*^", "e")));
    } else if (node instanceof FunctionNode function) {
      return function(function, depth);
    }
    throw source.error("'" + node + "' is not allowed");
  }

  private Expr symbol(String name) {
    if (declared.contains(name)) {
      return new Symbol(name);
    }
    if (Vocabulary.CONSTANTS.containsKey(name)) {
      return Vocabulary.CONSTANTS.get(name);
    }
    if (name.equals("I") || name.equals("i")) {
      throw source.error(
          "unknown symbol '" + name + "': formulas are real (declared: " + declaredNames() + ")");
    }
    if (Vocabulary.function(name).isPresent()) {
      throw source.error(
          "the function '" + name + "' without its argument in brackets, as in " + name + "(u),");
    }
    Optional<String> near = Suggestion.nearest(name, declared);
    throw source.error(
        "unknown symbol '"
            + name
            + "'"
            + suggestion(near)
            + " (declared: "
            + declaredNames()
            + ")");
  }

  private String declaredNames() {
    return declared.isEmpty() ? "none" : String.join(", ", declared);
  }

  private Expr function(FunctionNode node, int depth) {
    if (!(node.get(0) instanceof SymbolNode head)) {
      throw source.error(
          "only a named function can be applied to arguments, not '" + node.get(0) + "',");
    }
    String name = head.getString();
    return switch (name) {
      case "Plus" -> Expr.sum(operands("Plus", node, depth));
      case "Times" -> Expr.product(operands("Times", node, depth));
      case "Power" -> power(arguments(node, depth));
      default -> call(name, node, depth);
    };
  }

  /** Operands of a sum or product; the left-leaning tree of a + b + c + … is walked, not nested. */
  private List<Expr> operands(String head, FunctionNode node, int depth) {
    List<ASTNode> reversed = new ArrayList<>();
    ASTNode rest = node;
    while (rest instanceof FunctionNode sum
        && sum.size() >= 3
        && sum.get(0) instanceof SymbolNode name
        && name.getString().equals(head)) {
      for (int i = sum.size() - 1; i > 1; i--) {
        reversed.add(sum.get(i));
      }
      rest = sum.get(1);
    }
    if (rest == node) {
      throw source.error("'" + head + "' takes two or more arguments");
    }
    reversed.add(rest);
    List<Expr> operands = new ArrayList<>();
    for (int i = reversed.size() - 1; i >= 0; i--) {
      operands.add(read(reversed.get(i), depth + 1));
    }
    return operands;
  }

  private List<Expr> arguments(FunctionNode node, int depth) {
    List<Expr> arguments = new ArrayList<>();
    for (int i = 1; i < node.size(); i++) {
      arguments.add(read(node.get(i), depth + 1));
    }
    return arguments;
  }

  private Expr power(List<Expr> arguments) {
    if (arguments.size() != 2) {
      throw source.error("'Power' takes 2 arguments, " + arguments.size() + " given,");
    }
    Expr exponent = arguments.get(1);
    if (exponent instanceof Rational n
        && n.compareTo(Rational.of(LARGEST_EXPONENT)) * n.compareTo(Rational.of(-LARGEST_EXPONENT))
            > 0) {
      throw source.error("the exponent " + shortened(n) + " is out of range ±" + LARGEST_EXPONENT);
    }
    if (arguments.get(0) instanceof Rational base
        && base.signum() < 0
        && exponent instanceof Rational n
        && !n.isInteger()) {
      throw source.error("a fractional power of the negative number " + base);
    }
    if (arguments.get(0) instanceof Rational base
        && exponent instanceof Rational n
        && Math.abs((base.numerator().bitLength() - base.denominator().bitLength()) * n.toDouble())
            >= LARGEST_BITS) {
      throw source.error("the number " + shortened(base) + "^" + n + " is out of range");
    }
    return arguments.get(0).pow(exponent);
  }

  private Expr call(String name, FunctionNode node, int depth) {
    if (declared.contains(name)) {
      throw source.error(
          "'" + name + "' is a variable, not a function: write " + name + "*(…) for a product,");
    }
    Vocabulary.Entry entry = Vocabulary.function(name).orElseThrow(() -> unknownFunction(name));
    int given = node.size() - 1;
    if (given < entry.fewest() || given > entry.most()) {
      String expected = entry.fewest() == entry.most() ? "" + entry.most() : "1 or 2";
      throw source.error(
          "'"
              + name
              + "' takes "
              + expected
              + " argument"
              + (entry.most() == 1 ? "" : "s")
              + ", "
              + given
              + " given,");
    }
    return entry.meaning().apply(arguments(node, depth));
  }

  private RuntimeException unknownFunction(String name) {
    String operator = OPERATORS.get(name);
    if (operator != null) {
      return source.error("the operator '" + operator + "' is not allowed");
    }
    return source.error(
        "unknown function '" + name + "'" + suggestion(Vocabulary.nearestFunction(name)));
  }

  private static final Map<String, String> OPERATORS =
      Map.of("Dot", ".", "Part", "[[ ]]", "NonCommutativeMultiply", "**", "Factorial", "!");

  private static String suggestion(Optional<String> near) {
    return near.map(n -> " (did you mean '" + n + "'?)").orElse("");
  }

  /** Keeps numbers within what a double holds. */
  private Expr inRange(Expr value) {
    if (value instanceof Rational number) {
      int top = number.numerator().bitLength();
      int bottom = number.denominator().bitLength();
      if (Math.abs(top - bottom) >= LARGEST_BITS || Math.min(top, bottom) > 4 * LARGEST_BITS) {
        throw source.error("the number " + shortened(number) + " is out of range");
      }
    }
    return value;
  }

  private static String shortened(Rational number) {
    String digits = number.toString();
    return digits.length() <= 24 ? digits : digits.substring(0, 20) + "...";
  }
}
