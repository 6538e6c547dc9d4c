/**
 * Exact expressions: small immutable trees over rational numbers.
 *
 * <p>An {@link org.metricflows.symbolic.expression.Expr} is built with arithmetic methods that
 * bring it to a light canonical form (numbers folded, sums and products flattened, sorted and
 * collected), so that equal trees are equal objects and zeros vanish on the spot:
 *
 * <pre>{@code
 * Symbol x = Expr.symbol("x");
 * Expr f = Expr.sin(x).times(x).plus(1);
 * Expr df = f.differentiate(x);            // sin(x) + x*cos(x)
 * Dialect.TEXT.print(df);
 * }</pre>
 *
 * <p>Nothing here expands, factors or decides whether a non-trivial expression vanishes: that is
 * the work of the computer algebra system behind {@code symbolic.door}.
 */
package org.metricflows.symbolic.expression;
