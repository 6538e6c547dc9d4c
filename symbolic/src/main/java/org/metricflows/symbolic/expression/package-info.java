/**
 * Exact expressions: small immutable trees over rational numbers.
 *
 * <p>An {@link org.metricflows.symbolic.expression.Expr} is one of seven kinds:
 *
 * <pre>
 *   e ::= p/q  |  π, e  |  x  |  e + … + e  |  e · … · e  |  e ^ e  |  sin(e), atan2(e, e), …
 *       Rational Constant Symbol    Sum           Product     Power          Call
 * </pre>
 *
 * <p>Differences, quotients and roots are sums with −1, powers of −1 and of ½. Expressions are
 * built with arithmetic methods that bring them to a light canonical form (numbers folded, sums and
 * products flattened, sorted and collected), so that equal trees are equal objects and zeros vanish
 * on the spot:
 *
 * <pre>{@code
 * Symbol x = Expr.symbol("x");
 * Expr f = Expr.sin(x).times(x).plus(1);
 * Expr df = f.differentiate(x);            // sin(x) + x*cos(x)
 * Dialect.TEXT.print(df);
 * }</pre>
 *
 * <p>What else is to be done with a tree is said kind by kind, and the compiler sees that none is
 * forgotten. An {@link org.metricflows.symbolic.expression.ExprAlgebra} says what the kinds mean in
 * some target, numbers or truncated series or nodes of a graph, given the operands' meanings; its
 * {@code evaluate} folds a tree from the leaves up. An {@link
 * org.metricflows.symbolic.expression.ExprVisitor} is one case a kind for what is no such fold: a
 * printer, which asks what stands around a node, or a reader that knows some sub-trees already.
 *
 * <pre>{@code
 * ExprAlgebra<Integer> leaves =
 *     new ExprAlgebra<>() {
 *       public Integer number(Rational value) { return 1; }
 *       public Integer constant(Constant value) { return 1; }
 *       public Integer sum(List<Integer> terms) { return total(terms); }
 *       public Integer product(List<Integer> factors) { return total(factors); }
 *       public Integer power(Integer base, Rational exponent) { return base + 1; }
 *       public Integer power(Integer base, Integer exponent) { return base + exponent; }
 *       public Integer call(Fn fn, List<Integer> arguments) { return total(arguments); }
 *       private int total(List<Integer> all) { return all.stream().mapToInt(n -> n).sum(); }
 *     };
 * Symbol y = Expr.symbol("y");
 * leaves.evaluate(Expr.sin(y).times(y).plus(1), Map.of(y, 1));    // 3
 * }</pre>
 *
 * <p>Nothing here expands, factors or decides whether a non-trivial expression vanishes: that is
 * the work of the computer algebra system behind {@code symbolic.door}.
 */
package org.metricflows.symbolic.expression;
