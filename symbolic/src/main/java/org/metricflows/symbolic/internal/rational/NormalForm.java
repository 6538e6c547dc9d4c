package org.metricflows.symbolic.internal.rational;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Normal forms of expressions that are rational in independent functions: x, sin(θ), e^x, √(1+x²),
 * ….
 *
 * <p>Where such arithmetic can show two expressions to be equal, the normal form of their
 * difference is zero, and an expression whose normal form is zero vanishes identically. An
 * expression whose normal form is not zero may vanish still if the functions it contains are
 * related in a way not known here, such as asin(x) and acos(x).
 */
public final class NormalForm {
  private final Generators generators;
  private final RationalField field;
  private final FieldReader reader;
  private final Restorer restorer;
  private ModularCheck check;

  private NormalForm(Generators generators, Factorizer factorizer, Budget budget) {
    this.generators = generators;
    field = RationalField.of(generators.list(), factorizer, budget);
    reader = new FieldReader(field);
    restorer = new Restorer(field, generators.list());
  }

  /**
   * Normal forms for the given expressions and what is rational in their functions.
   *
   * @throws BudgetException if there are too many independent functions
   */
  public static NormalForm of(
      Collection<? extends Expr> expressions, Factorizer factorizer, Budget budget) {
    return of(expressions, expressions, factorizer, budget);
  }

  /**
   * Normal forms for the given expressions and what is rational in their functions.
   *
   * @param shown those of the expressions whose way of writing decides how others are written: in
   *     sines or in cosines
   * @throws BudgetException if there are too many independent functions
   */
  public static NormalForm of(
      Collection<? extends Expr> expressions,
      Collection<? extends Expr> shown,
      Factorizer factorizer,
      Budget budget) {
    NormalForm forms = new NormalForm(Generators.of(expressions, shown), factorizer, budget);
    shown.forEach(forms::offerSums);
    return forms;
  }

  /** Sums with roots that a person wrote are factors to look for: their powers hide them. */
  private void offerSums(Expr e) {
    if (e instanceof Call) {
      return;
    }
    e.operands().forEach(this::offerSums);
    if (e instanceof Sum) {
      try {
        field.offer(read(e));
      } catch (BudgetException | ArithmeticException exception) {
        // too large to be a factor of anything
        return;
      }
    }
  }

  /** The independent functions. */
  public List<Generator> generators() {
    return generators.list();
  }

  /**
   * The normal form of an expression in the functions seen at the start and the symbols defined.
   *
   * @throws BudgetException if it takes too long or grows too large
   * @throws ArithmeticException if it divides by a zero function
   */
  public RationalFunction read(Expr e) {
    return reader.read(generators.rewrite(e));
  }

  /** Fixes what a further symbol stands for in {@link #read}. */
  public void define(Symbol name, RationalFunction value) {
    reader.define(name, value);
  }

  /**
   * Whether the value of a further symbol vanishes, decided at random points modulo a prime: for
   * lines whose normal form grows too large. "False" is certain, "true" but for a probability below
   * 10⁻⁴⁰.
   *
   * @param line an expression in the functions seen at the start and symbols given here before
   * @return nothing where the points do not decide
   */
  public Optional<Boolean> vanishes(Symbol name, Expr line) {
    if (check == null) {
      check = new ModularCheck(generators.list());
    }
    try {
      return check.define(name, generators.rewrite(line));
    } catch (ArithmeticException | BudgetException e) {
      return Optional.empty();
    }
  }

  /** The function as an expression, factored. */
  public Expr write(RationalFunction f) {
    return restorer.restore(f);
  }
}
