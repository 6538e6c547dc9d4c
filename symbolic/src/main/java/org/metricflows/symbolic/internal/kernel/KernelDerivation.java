package org.metricflows.symbolic.internal.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.kernel.Dual.ClosedForm;
import org.metricflows.symbolic.internal.kernel.Dual.Expectation;
import org.metricflows.symbolic.internal.kernel.Dual.PiecewiseLinear;

/**
 * The kernel recursion of a network in NTK parametrisation, a named line for each step:
 *
 * <pre>
 *   p0 = σ_w² x·x/d + σ_b²,   q0 = σ_w² x'·x'/d + σ_b²,   K0 = σ_w² x·x'/d + σ_b²,   Theta0 = K0
 *   pl = σ_w² κ(p, p, p) + σ_b²,   ql = σ_w² κ(q, q, q) + σ_b²,   Kl = σ_w² κ(p, q, K) + σ_b²
 *   Dl = σ_w² κ̇(p, q, K),   Thetal = Kl + Dl Theta(l−1)
 * </pre>
 *
 * <p>The inputs are x1 … xd and xp1 … xpd (x'), the outputs K and Theta of the last layer. Where no
 * closed form of κ is known, its values are inputs too: kappap1, kappaq1, kappa1, kappadot1, ….
 */
public final class KernelDerivation {

  private final Map<Symbol, Input> inputs = new LinkedHashMap<>();
  private final List<Definition> lines = new ArrayList<>();
  private final Map<Symbol, String> notation = new HashMap<>();
  private final Map<Symbol, String> calls = new HashMap<>();
  private final Dual dual;
  private final int dimension;
  private final Expr weightVariance;
  private final Expr biasVariance;

  private KernelDerivation(Dual dual, int dimension, Expr weightStd, Expr biasStd) {
    this.dual = dual;
    this.dimension = dimension;
    this.weightVariance = weightStd.pow(2);
    this.biasVariance = biasStd.pow(2);
  }

  /**
   * The recursion as a derivation.
   *
   * @param dimension number of coordinates d ≥ 1
   * @param hiddenLayers number of layers L ≥ 0
   * @param weightStd σ_w, a number or a symbol
   * @param biasStd σ_b, a number or a symbol
   */
  public static Derivation of(
      Dual dual, int dimension, int hiddenLayers, Expr weightStd, Expr biasStd) {
    KernelDerivation recursion = new KernelDerivation(dual, dimension, weightStd, biasStd);
    recursion.declare(weightStd, biasStd);
    return recursion.derive(hiddenLayers);
  }

  /**
   * The dual functions and then the recursion, a line each, in a language. Where no closed form is
   * known the recursion is in words of κ and κ̇.
   */
  public static List<String> print(
      Dual dual, int dimension, int hiddenLayers, Expr weightStd, Expr biasStd, Dialect dialect) {
    KernelDerivation recursion = new KernelDerivation(dual, dimension, weightStd, biasStd);
    recursion.declare(weightStd, biasStd);
    Derivation derivation = recursion.derive(hiddenLayers);
    List<String> lines = new ArrayList<>(explain(dual, dialect));
    lines.addAll(
        dialect == Dialect.LATEX
            ? derivation.print(dialect)
            : recursion.spell(derivation, dialect));
    return lines;
  }

  private List<String> spell(Derivation derivation, Dialect dialect) {
    String equals = dialect == Dialect.SYMJA ? " := " : " = ";
    Function<Symbol, String> names = symbol -> calls.getOrDefault(symbol, symbol.name());
    return derivation.lines().stream()
        .map(line -> line.name() + equals + dialect.print(line.value(), names))
        .toList();
  }

  /**
   * What κ and κ̇ are, in a line or two of reading: their formulas in p, q, r, or the expectations
   * that quadrature computes.
   */
  public static List<String> explain(Dual dual, Dialect dialect) {
    String kappa = dialect == Dialect.LATEX ? "\\kappa" : "kappa";
    String kappaDot = dialect == Dialect.LATEX ? "\\dot\\kappa" : "kappadot";
    if (dual instanceof Expectation expectation) {
      Expr phi = expectation.activation();
      return List.of(
          kappa + "(p, q, r) = " + mean(phi, dialect),
          kappaDot + "(p, q, r) = " + mean(phi.differentiate(Dual.U), dialect));
    }
    ClosedForm form = formulas(dual);
    return List.of(
        kappa + "(p, q, r) = " + dialect.print(form.kappa()),
        kappaDot + "(p, q, r) = " + dialect.print(form.kappaDot()));
  }

  private static String mean(Expr phi, Dialect dialect) {
    Expr other = phi.substitute(Map.of(Dual.U, Expr.symbol("v")));
    String law =
        dialect == Dialect.LATEX
            ? ",\\quad (u, v) \\sim N\\!\\left(0, \\begin{pmatrix} p & r \\\\ r & q"
                + " \\end{pmatrix}\\right)"
            : ", (u, v) ~ N(0, [[p, r], [r, q]])";
    String product = dialect.print(phi.times(other));
    return dialect == Dialect.LATEX
        ? "\\mathbb{E}\\left[" + product + "\\right]" + law
        : "E[" + product + "]" + law;
  }

  private static ClosedForm formulas(Dual dual) {
    return dual instanceof PiecewiseLinear kinked
        ? new ClosedForm(kinked.kappa(), kinked.kappaDot())
        : (ClosedForm) dual;
  }

  private void declare(Expr weightStd, Expr biasStd) {
    for (int i = 1; i <= dimension; i++) {
      input("x" + i, "x_{" + i + "}");
    }
    for (int i = 1; i <= dimension; i++) {
      input("xp" + i, "x'_{" + i + "}");
    }
    List<Expr> scales = List.of(weightStd, biasStd);
    scales.forEach(scale -> scale.symbols().forEach(s -> input(s.name(), s.name())));
    if (!(dual instanceof Expectation)) {
      Set<Symbol> constants = formulas(dual).kappa().symbols();
      constants.removeAll(List.of(Dual.P, Dual.Q, Dual.R));
      constants.forEach(s -> input(s.name(), s.name()));
    }
  }

  private Derivation derive(int hiddenLayers) {
    Expr p = define("p", 0, first("x", "x"));
    Expr q = define("q", 0, first("xp", "xp"));
    Expr k = define("K", 0, first("x", "xp"));
    Expr theta = define("Theta", 0, k);
    for (int l = 1; l <= hiddenLayers; l++) {
      Expr slope = define("D", l, weightVariance.times(kappaDot(l, p, q, k)));
      k = define("K", l, affine(kappa(l, "", p, q, k)));
      theta = define("Theta", l, k.plus(slope.times(theta)));
      if (l < hiddenLayers) {
        p = define("p", l, affine(kappa(l, "p", p, p, p)));
        q = define("q", l, affine(kappa(l, "q", q, q, q)));
      }
    }
    List<Symbol> outputs = List.of(Expr.symbol("K" + hiddenLayers), (Symbol) theta);
    return new Derivation(List.copyOf(inputs.values()), lines, outputs);
  }

  private Symbol input(String name, String latex) {
    Symbol symbol = Expr.symbol(name);
    inputs.put(symbol, new Input(symbol, latex));
    return symbol;
  }

  /** Every step gets a line of its own, be its value as simple as a name. */
  private Expr define(String name, int layer, Expr value) {
    String base = name.equals("Theta") ? "\\Theta" : name.equals("D") ? "\\dot K" : name;
    Symbol symbol = Expr.symbol(name + layer);
    String latex = base + "^{(" + layer + ")}";
    notation.put(symbol, latex);
    lines.add(new Definition(symbol, latex, value));
    return symbol;
  }

  private Expr first(String from, String to) {
    List<Expr> products = new ArrayList<>();
    for (int i = 1; i <= dimension; i++) {
      products.add(Expr.symbol(from + i).times(Expr.symbol(to + i)));
    }
    return weightVariance.over(dimension).times(Expr.sum(products)).plus(biasVariance);
  }

  private Expr affine(Expr kappa) {
    return weightVariance.times(kappa).plus(biasVariance);
  }

  private Expr kappa(int layer, String point, Expr p, Expr q, Expr r) {
    if (dual instanceof Expectation) {
      return given("kappa", "\\kappa", point + layer, List.of(p, q, r));
    }
    return at(formulas(dual).kappa(), p, q, r);
  }

  private Expr kappaDot(int layer, Expr p, Expr q, Expr r) {
    if (dual instanceof Expectation) {
      return given("kappadot", "\\dot\\kappa", "" + layer, List.of(p, q, r));
    }
    return at(formulas(dual).kappaDot(), p, q, r);
  }

  /** A value of κ or κ̇ that quadrature gives: an input that reads as the function's call. */
  private Expr given(String function, String latex, String suffix, List<Expr> arguments) {
    String text = arguments.stream().map(Expr::toString).collect(Collectors.joining(", "));
    String formula =
        arguments.stream()
            .map(a -> Dialect.LATEX.print(a, n -> notation.getOrDefault(n, n.name())))
            .collect(Collectors.joining(", "));
    Symbol symbol = input(function + suffix, latex + "(" + formula + ")");
    calls.put(symbol, function + "(" + text + ")");
    return symbol;
  }

  private static Expr at(Expr formula, Expr p, Expr q, Expr r) {
    return formula.substitute(Map.of(Dual.P, p, Dual.Q, q, Dual.R, r));
  }
}
