/**
 * The door to computer algebra: the only package that knows Symja.
 *
 * <p>Outside, formulas are {@link org.metricflows.symbolic.expression.Expr expressions}; text that
 * people type becomes one through {@link org.metricflows.symbolic.internal.door.ExpressionParser},
 * which uses Symja's parser alone (its evaluator takes seconds to start) and checks the syntax tree
 * against a white list before anything is built:
 *
 * <pre>{@code
 * Expr f = ExpressionParser.of("x", "y").parse("metric[0][0]", "1 + Sin[x]^2/3 + 0.1*y");
 * boolean zero = Simplifier.within(Duration.ofSeconds(1)).provesZero(f.minus(f));
 * }</pre>
 *
 * <p>Simplification is exact arithmetic of {@code symbolic.rational}; polynomials are factored by
 * JAS, the algebra system inside Symja.
 */
package org.metricflows.symbolic.internal.door;
