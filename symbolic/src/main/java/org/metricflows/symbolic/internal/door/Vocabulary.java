package org.metricflows.symbolic.internal.door;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.metricflows.symbolic.Suggestion;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/** The white list: every function and constant that a formula may name, in either spelling. */
final class Vocabulary {

  /** A function's arity and meaning. */
  record Entry(int fewest, int most, Function<List<Expr>, Expr> meaning) {}

  static final Map<String, Constant> CONSTANTS =
      Map.of("Pi", Constant.PI, "pi", Constant.PI, "E", Constant.E);

  /** Names that Symja or SymPy read as something else than a variable. */
  static final Set<String> RESERVED =
      Set.of("E", "I", "N", "D", "O", "S", "Q", "Pi", "pi", "PI", "Infinity", "True", "False");

  private static final Map<String, Entry> FUNCTIONS = functions();

  private Vocabulary() {}

  static Optional<Entry> function(String name) {
    return Optional.ofNullable(FUNCTIONS.get(name));
  }

  /** The known function that a misspelt one was meant to be, if one is near. */
  static Optional<String> nearestFunction(String name) {
    return Suggestion.nearest(name, FUNCTIONS.keySet());
  }

  private static Map<String, Entry> functions() {
    Map<String, Entry> all = new HashMap<>();
    for (Fn fn : Fn.values()) {
      Entry entry = new Entry(fn.arity(), fn.arity(), arguments -> Call.of(fn, arguments));
      all.put(fn.text(), entry);
      if (fn != Fn.ATAN2) {
        all.put(fn.symja(), entry);
      }
    }
    // Symja's ArcTan[x, y] is the angle of the point (x, y), atan2(y, x)
    all.put("ArcTan", new Entry(1, 2, a -> a.size() == 1 ? atan(a.get(0)) : atan2(a)));
    all.put("Power", new Entry(2, 2, a -> a.get(0).pow(a.get(1))));
    put(all, Expr::sqrt, "sqrt", "Sqrt");
    put(all, u -> Call.of(Fn.ASIN, u), "arcsin");
    put(all, u -> Call.of(Fn.ACOS, u), "arccos");
    put(all, Vocabulary::atan, "arctan");
    put(all, Expr::log, "ln");
    put(all, u -> Call.of(Fn.SIGN, u), "sgn");
    put(all, u -> Call.of(Fn.STEP, u), "UnitStep", "heaviside", "Heaviside");
    putReciprocals(all);
    putInverseHyperbolics(all);
    putActivations(all);
    return Map.copyOf(all);
  }

  private static void putReciprocals(Map<String, Entry> all) {
    put(all, u -> Expr.cos(u).pow(-1), "sec", "Sec");
    put(all, u -> Expr.sin(u).pow(-1), "csc", "Csc");
    put(all, u -> Expr.cos(u).over(Expr.sin(u)), "cot", "Cot");
    put(all, u -> Call.of(Fn.COSH, u).pow(-1), "sech", "Sech");
    put(all, u -> Call.of(Fn.SINH, u).pow(-1), "csch", "Csch");
    put(all, u -> Call.of(Fn.COSH, u).over(Call.of(Fn.SINH, u)), "coth", "Coth");
  }

  private static void putInverseHyperbolics(Map<String, Entry> all) {
    put(all, u -> Expr.log(u.plus(Expr.sqrt(u.pow(2).plus(1)))), "asinh", "ArcSinh");
    put(all, u -> Expr.log(u.plus(Expr.sqrt(u.pow(2).minus(1)))), "acosh", "ArcCosh");
    put(all, u -> Expr.log(u.plus(1).over(u.negate().plus(1))).over(2), "atanh", "ArcTanh");
  }

  private static void putActivations(Map<String, Entry> all) {
    UnaryOperator<Expr> sigmoid = u -> Call.of(Fn.TANH, u.over(2)).plus(1).over(2);
    put(all, sigmoid, "sigmoid", "LogisticSigmoid");
    put(all, u -> Call.of(Fn.MAX, u, Rational.ZERO), "relu", "Ramp");
    put(all, u -> Call.of(Fn.ERF, u.over(Expr.sqrt(Expr.of(2)))).plus(1).times(u).over(2), "gelu");
    put(all, u -> sigmoid.apply(u).times(u), "swish", "silu");
  }

  private static void put(Map<String, Entry> all, UnaryOperator<Expr> meaning, String... names) {
    for (String name : names) {
      all.put(name, new Entry(1, 1, arguments -> meaning.apply(arguments.get(0))));
    }
  }

  private static Expr atan(Expr u) {
    return Call.of(Fn.ATAN, u);
  }

  private static Expr atan2(List<Expr> xy) {
    return Call.of(Fn.ATAN2, xy.get(1), xy.get(0));
  }
}
