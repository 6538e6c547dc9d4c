package org.metricflows.proofs.wick;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.proofs.algebra.Algebra;
import org.metricflows.proofs.tensor.Evaluator;
import org.metricflows.proofs.tensor.Setting;
import org.metricflows.proofs.theorem.Statement;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.kernel.Dual;
import org.metricflows.symbolic.kernel.KernelDerivation;

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
    implements Statement {

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
    Evaluator<S> evaluator = new Evaluator<>(Setting.of(1).build(), algebra, 0);
    S weightStd = drawn(evaluator, algebra, WEIGHT_STD);
    S biasStd = drawn(evaluator, algebra, BIAS_STD);
    List<S> x = new ArrayList<>();
    List<S> y = new ArrayList<>();
    for (int i = 1; i <= inputs; i++) {
      x.add(drawn(evaluator, algebra, Expr.symbol("x" + i)));
      y.add(drawn(evaluator, algebra, Expr.symbol("xp" + i)));
    }
    List<S> phi = new ArrayList<>();
    for (int n = 0; n <= degree; n++) {
      phi.add(drawn(evaluator, algebra, coefficient(n)));
    }
    evaluator.run(recursion());
    Map<Integer, S> roots = new HashMap<>();
    S difference =
        algebra.scale(evaluator.scalar(Expr.symbol("Theta" + layers)), Rational.of(-factor));
    for (Term term : terms) {
      S mean =
          new FiniteNetwork<>(
                  algebra,
                  term.widths(),
                  phi,
                  weightStd,
                  biasStd,
                  n -> roots.computeIfAbsent(n, k -> inverseRoot(algebra, k)))
              .meanTangentKernel(x, y);
      difference = algebra.add(difference, algebra.scale(mean, Rational.of(term.factor())));
    }
    return List.of(difference);
  }

  private static <S> S inverseRoot(Algebra<S> algebra, int n) {
    S inverse = algebra.constant(Rational.of(1, n));
    return n == 1 ? inverse : algebra.rootOfBase(inverse);
  }

  private static <S> S drawn(Evaluator<S> evaluator, Algebra<S> algebra, Symbol name) {
    S value = algebra.unknown();
    evaluator.bind(name, value);
    return value;
  }
}
