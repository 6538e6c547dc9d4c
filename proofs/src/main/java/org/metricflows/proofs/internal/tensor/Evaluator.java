package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Expressions;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.formula.FormulaException;
import org.metricflows.proofs.internal.formula.Index;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Evaluates formulas of a setting in an arithmetic.
 *
 * <p>Every definition is evaluated once, to the highest order to which its derivatives are needed;
 * rates of change under a flow follow by the chain rule from the rules for the fields.
 *
 * @param <S> functions of the arithmetic
 */
public final class Evaluator<S> {
  private static final String INNER = "#a";
  private static final String OUTER = "#b";

  private final Setting setting;
  private final Algebra<S> algebra;
  private final Series<S> series;
  private final Contraction<S> contraction;
  private final References<S> references;
  private final Functions<S> functions;
  private final Connection<S> connection;
  private final Map<Formula, Tensor<S>> values = new IdentityHashMap<>();
  private final Map<String, Map<Formula, Tensor<S>>> rates = new HashMap<>();

  /**
   * @param order highest derivative of a generic field that will be needed
   */
  public Evaluator(Setting setting, Algebra<S> algebra, int order) {
    this.setting = setting;
    this.algebra = algebra;
    this.series = new Series<>(algebra, order);
    this.contraction = new Contraction<>(algebra, setting.isEuclidean());
    this.functions =
        new Functions<>(algebra, series, f -> value(f).scalarValue("argument of a function"));
    this.references =
        new References<>(this, setting, new Fields<>(setting, algebra, order), series, contraction);
    this.connection = new Connection<>(setting, algebra, contraction, references);
  }

  /** Highest derivative of a generic field that an equation of the setting needs. */
  public static int order(Setting setting, Equation equation) {
    return new Depth(setting).of(equation);
  }

  /**
   * The components of left − right.
   *
   * @throws FormulaException if the sides' free indices differ or a name has no meaning
   */
  public List<S> difference(Equation equation) {
    Tensor<S> left = value(equation.left());
    if (equation.right().isZero()) {
      return left.components();
    }
    return plus(left, value(equation.right()), true).components();
  }

  /** Gives a name of a program a value. */
  public void bind(Symbol name, S value) {
    references.bind(programName(name), value);
  }

  /** The value of a scalar formula. */
  public S scalar(Formula formula) {
    return value(formula).scalarValue("formula");
  }

  /** The value of a program's name. */
  public S scalar(Symbol name) {
    return scalar(new Formula.Reference(programName(name), List.of()));
  }

  /** Programs have names of their own, which no formula's text can spell. */
  public static String programName(Symbol name) {
    return "program:" + name.name();
  }

  /** Evaluates the lines of a program one after another; its inputs have been given values. */
  public void run(Derivation program) {
    for (Definition line : program.lines()) {
      bind(line.name(), scalar(Expressions.formula(line.value(), Evaluator::programName)));
    }
  }

  Tensor<S> value(Formula formula) {
    Tensor<S> known = values.get(formula);
    if (known == null) {
      known = compute(formula);
      values.put(formula, known);
    }
    return known;
  }

  private Tensor<S> compute(Formula formula) {
    if (formula instanceof Formula.Number number) {
      return Tensor.scalar(algebra.constant(number.value()));
    } else if (formula instanceof Formula.Reference name) {
      return references.value(name);
    } else if (formula instanceof Formula.Determinant det) {
      return Tensor.scalar(references.determinant(det.name()));
    } else if (formula instanceof Formula.Sum sum) {
      Tensor<S> total = value(sum.terms().get(0));
      for (Formula term : sum.terms().subList(1, sum.terms().size())) {
        total = plus(total, value(term), false);
      }
      return total;
    } else if (formula instanceof Formula.Product product) {
      return product(product.factors().stream().map(this::value).toList());
    } else if (formula instanceof Formula.Power power) {
      return Tensor.scalar(functions.power(power.base(), exponent(power)));
    } else if (formula instanceof Formula.Apply call) {
      return Tensor.scalar(functions.apply(call));
    } else if (formula instanceof Formula.Partial partial) {
      return partial(partial);
    } else if (formula instanceof Formula.Covariant covariant) {
      Widening widening = Widening.of(covariant, setting);
      if (widening.isNeeded()) {
        return references.relabelled(value(widening.formula()), widening.labels());
      }
      Tensor<S> derivative = connection.covariant(value(covariant.operand()));
      boolean upper = covariant.index().upper();
      return connection.named(
          upper ? references.flipped(derivative, 0) : derivative, covariant.index().label());
    } else if (formula instanceof Formula.Laplacian laplacian) {
      Tensor<S> second = second(first(value(laplacian.operand())));
      return contraction.product(references.inverseMetric(INNER, OUTER), second);
    }
    return rate(((Formula.Variation) formula).operand(), Setting.VARIATION);
  }

  private Tensor<S> first(Tensor<S> operand) {
    return connection.named(connection.covariant(operand), INNER);
  }

  private Tensor<S> second(Tensor<S> first) {
    return connection.named(connection.covariant(first), OUTER);
  }

  private Tensor<S> partial(Formula.Partial partial) {
    String label = partial.index().label();
    return setting.variable(label).isEmpty() && setting.hasFlow(label)
        ? rate(partial.operand(), label)
        : differentiated(value(partial.operand()), partial.index());
  }

  private Tensor<S> differentiated(Tensor<S> operand, Index index) {
    Optional<Integer> variable = setting.variable(index.label());
    if (variable.isPresent()) {
      return operand.map(c -> algebra.derivative(c, variable.get()));
    }
    Tensor<S> gradient = connection.gradient(operand, setting.range(index));
    return index.isFixed()
        ? new Tensor<>(operand.slots(), gradient.components())
        : connection.named(gradient, index.label());
  }

  /** How a formula changes under a flow. */
  Tensor<S> rate(Formula formula, String flow) {
    Map<Formula, Tensor<S>> known = rates.computeIfAbsent(flow, f -> new IdentityHashMap<>());
    Tensor<S> rate = known.get(formula);
    if (rate == null) {
      rate = computeRate(formula, flow);
      known.put(formula, rate);
    }
    return rate;
  }

  private Tensor<S> computeRate(Formula formula, String flow) {
    if (formula instanceof Formula.Number) {
      return Tensor.scalar(series.zero());
    } else if (formula instanceof Formula.Reference name) {
      return references.rate(name, flow);
    } else if (formula instanceof Formula.Determinant det) {
      return Tensor.scalar(references.determinantRate(det.name(), flow));
    } else if (formula instanceof Formula.Sum sum) {
      Tensor<S> total = rate(sum.terms().get(0), flow);
      for (Formula term : sum.terms().subList(1, sum.terms().size())) {
        total = plus(total, rate(term, flow), false);
      }
      return total;
    } else if (formula instanceof Formula.Product product) {
      return productRate(product.factors(), flow);
    } else if (formula instanceof Formula.Power power) {
      Rational n = exponent(power);
      S slope = functions.power(power.base(), n.add(Rational.of(-1)));
      return rate(power.base(), flow).map(c -> algebra.scale(algebra.multiply(slope, c), n));
    } else if (formula instanceof Formula.Apply call) {
      S slope = value(Functions.slope(call)).scalarValue("derivative of a function");
      return rate(call.argument(), flow).map(c -> algebra.multiply(slope, c));
    } else if (formula instanceof Formula.Partial partial) {
      requireSingleRate(partial.index().label());
      return differentiated(rate(partial.operand(), flow), partial.index());
    } else if (formula instanceof Formula.Covariant covariant) {
      return covariantRate(covariant, flow);
    } else if (formula instanceof Formula.Laplacian laplacian) {
      return laplacianRate(laplacian, flow);
    }
    throw new FormulaException("the rate of change of a first variation is not defined");
  }

  private void requireSingleRate(String label) {
    if (setting.variable(label).isEmpty() && setting.hasFlow(label)) {
      throw new FormulaException("the rate of change of a rate of change is not defined");
    }
  }

  private Tensor<S> covariantRate(Formula.Covariant covariant, String flow) {
    Widening widening = Widening.of(covariant, setting);
    if (widening.isNeeded()) {
      return references.relabelled(rate(widening.formula(), flow), widening.labels());
    }
    Tensor<S> u = value(covariant.operand());
    Tensor<S> change = connection.covariantRate(u, rate(covariant.operand(), flow), flow);
    Tensor<S> moved =
        covariant.index().upper()
            ? references.flippedRate(connection.covariant(u), change, 0, flow)
            : change;
    return connection.named(moved, covariant.index().label());
  }

  private Tensor<S> laplacianRate(Formula.Laplacian laplacian, String flow) {
    Tensor<S> u = value(laplacian.operand());
    Tensor<S> first = first(u);
    Tensor<S> change = connection.covariantRate(u, rate(laplacian.operand(), flow), flow);
    Tensor<S> secondChange =
        connection.named(
            connection.covariantRate(first, connection.named(change, INNER), flow), OUTER);
    Tensor<S> inverse = references.inverseMetric(INNER, OUTER);
    Tensor<S> inverseRate = references.inverseMetricRate(INNER, OUTER, flow);
    return plus(
        contraction.product(inverseRate, second(first)),
        contraction.product(inverse, secondChange),
        false);
  }

  private Tensor<S> productRate(List<Formula> factors, String flow) {
    Tensor<S> total = null;
    for (int i = 0; i < factors.size(); i++) {
      List<Tensor<S>> parts = new ArrayList<>(factors.stream().map(this::value).toList());
      parts.set(i, rate(factors.get(i), flow));
      if (total == null) {
        total = product(parts);
      } else if (!parts.get(i).isZero(algebra)) {
        total = plus(total, product(parts), false);
      }
    }
    return total;
  }

  private Rational exponent(Formula.Power power) {
    return new Exponent(setting).of(power.exponent());
  }

  private Tensor<S> product(List<Tensor<S>> factors) {
    Map<String, Integer> seen = new HashMap<>();
    for (Tensor<S> factor : factors) {
      for (Slot slot : factor.slots()) {
        if (seen.merge(slot.label(), 1, Integer::sum) > 2) {
          throw new FormulaException("index " + slot.label() + " occurs three times in a term");
        }
      }
    }
    Tensor<S> product = factors.get(0);
    for (Tensor<S> factor : factors.subList(1, factors.size())) {
      product = contraction.product(product, factor);
    }
    return product;
  }

  private Tensor<S> plus(Tensor<S> a, Tensor<S> b, boolean minus) {
    if (b.isZero(algebra) && !a.isZero(algebra)) {
      return a;
    }
    if (a.isZero(algebra) && !minus) {
      return b;
    }
    Tensor<S> other = b.ordered(a.slots());
    List<S> sum = new ArrayList<>();
    for (int i = 0; i < a.components().size(); i++) {
      S left = a.components().get(i);
      S right = other.components().get(i);
      sum.add(minus ? algebra.subtract(left, right) : algebra.add(left, right));
    }
    return new Tensor<>(a.slots(), sum);
  }
}
