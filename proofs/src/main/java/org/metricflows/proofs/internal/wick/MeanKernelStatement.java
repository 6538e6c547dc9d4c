package org.metricflows.proofs.internal.wick;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.tensor.Evaluator;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.theorem.Statement;
import org.metricflows.proofs.internal.witness.ProgramIdentity;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.kernel.Dual;
import org.metricflows.symbolic.internal.kernel.KernelDerivation;

/**
 * A sum of mean tangent kernels of finite networks equals a number times the kernel of the
 * recursion: Σ_k a_k E[Θ̂ of widths_k] = b Θ^{(L)}.
 *
 * <p>The left side is computed from the network itself, as a polynomial in its weights whose mean
 * is taken monomial by monomial; the right side by the symbolic layer's recursion with the dual of
 * the same activation, a polynomial with indeterminate coefficients.
 *
 * @param inputs number of coordinates d
 * @param layers number of hidden layers L
 * @param degree degree of the activation
 * @param terms widths and their factors on the left
 * @param factor b
 */
record MeanKernelStatement(
    String latex, int inputs, int layers, int degree, List<Term> terms, long factor)
    implements Statement, ProgramIdentity {

  /** The factor a and the widths of one mean kernel. */
  record Term(long factor, List<Integer> widths) {}

  private static final Symbol WEIGHT_STD = Expr.symbol("s");
  private static final Symbol BIAS_STD = Expr.symbol("t");

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("\\varphi(u) = " + Dialect.LATEX.print(activation()));
    lines.addAll(recursion().print(Dialect.LATEX));
    return lines;
  }

  @Override
  public int variables() {
    return 1;
  }

  @Override
  public int order() {
    return 0;
  }

  private static Symbol coefficient(int n) {
    return Expr.symbol("c" + n);
  }

  private Expr activation() {
    List<Expr> powers = new ArrayList<>();
    for (int n = 0; n <= degree; n++) {
      powers.add(coefficient(n).times(Dual.U.pow(n)));
    }
    return Expr.sum(powers);
  }

  private Derivation recursion() {
    return KernelDerivation.of(Dual.of(activation()), inputs, layers, WEIGHT_STD, BIAS_STD);
  }

  @Override
  public <S> List<S> difference(Algebra<S> algebra) {
    Evaluator<S> evaluator = drawn(algebra);
    evaluator.run(recursion());
    S kernel = evaluator.scalar(Expr.symbol("Theta" + layers));
    return List.of(
        algebra.subtract(means(evaluator, algebra), algebra.scale(kernel, Rational.of(factor))));
  }

  @Override
  public Optional<ProgramIdentity> witnessed() {
    return Optional.of(this);
  }

  @Override
  public Derivation program() {
    return recursion().withOutputs(List.of(Expr.symbol("Theta" + layers)));
  }

  @Override
  public <S> Sides<S> sides(Algebra<S> algebra) {
    Evaluator<S> evaluator = drawn(algebra);
    List<S> inputs =
        recursion().inputs().stream().map(input -> evaluator.scalar(input.name())).toList();
    S kernel = algebra.scale(means(evaluator, algebra), Rational.of(1, factor));
    return new Sides<>(inputs, List.of(kernel));
  }

  /** An evaluator that knows the recursion's inputs. */
  private <S> Evaluator<S> drawn(Algebra<S> algebra) {
    Evaluator<S> evaluator = new Evaluator<>(Setting.of(1).build(), algebra, 0);
    evaluator.bind(WEIGHT_STD, algebra.unknown());
    evaluator.bind(BIAS_STD, algebra.unknown());
    for (int i = 1; i <= inputs; i++) {
      evaluator.bind(first(i), algebra.unknown());
      evaluator.bind(second(i), algebra.unknown());
    }
    for (int n = 0; n <= degree; n++) {
      evaluator.bind(coefficient(n), algebra.unknown());
    }
    return evaluator;
  }

  private static Symbol first(int i) {
    return Expr.symbol("x" + i);
  }

  private static Symbol second(int i) {
    return Expr.symbol("xp" + i);
  }

  /** Σ_k a_k E[Θ̂ of widths_k]. */
  private <S> S means(Evaluator<S> evaluator, Algebra<S> algebra) {
    List<S> x = IntStream.rangeClosed(1, inputs).mapToObj(i -> evaluator.scalar(first(i))).toList();
    List<S> y =
        IntStream.rangeClosed(1, inputs).mapToObj(i -> evaluator.scalar(second(i))).toList();
    List<S> phi =
        IntStream.rangeClosed(0, degree).mapToObj(n -> evaluator.scalar(coefficient(n))).toList();
    Map<Integer, S> roots = new HashMap<>();
    S sum = algebra.constant(Rational.of(0));
    for (Term term : terms) {
      S mean =
          new FiniteNetwork<>(
                  algebra,
                  term.widths(),
                  phi,
                  evaluator.scalar(WEIGHT_STD),
                  evaluator.scalar(BIAS_STD),
                  n -> roots.computeIfAbsent(n, k -> inverseRoot(algebra, k)))
              .meanTangentKernel(x, y);
      sum = algebra.add(sum, algebra.scale(mean, Rational.of(term.factor())));
    }
    return sum;
  }

  private static <S> S inverseRoot(Algebra<S> algebra, int n) {
    S inverse = algebra.constant(Rational.of(1, n));
    return n == 1 ? inverse : algebra.rootOfBase(inverse);
  }
}
