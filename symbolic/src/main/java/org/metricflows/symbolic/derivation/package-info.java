/**
 * Derivations: straight-line programs of named small expressions.
 *
 * <p>The curvature of a general metric is a page of definitions, not one formula: expanded flat it
 * explodes. A {@link org.metricflows.symbolic.derivation.Derivation} keeps the page. Each line
 * names a small expression of earlier names; the derivation reads line by line, differentiates by
 * the chain rule over its lines and never swells:
 *
 * <pre>{@code
 * Derivation.Builder b = Derivation.builder();
 * Symbol x = b.input("x");
 * Expr s = b.define("s", "s", Expr.sin(x).times(x));
 * b.define("y", "y", s.pow(3).plus(s));
 * Derivation y = b.build("y");
 * Derivation slope = Gradient.of(y, Expr.symbol("y"), List.of(x));     // y and ∂y/∂x, output "adjx"
 * }</pre>
 *
 * <p>{@link org.metricflows.symbolic.derivation.Gradient} is reverse accumulation (cost of a small
 * multiple of the derivation, whatever the number of inputs), {@link
 * org.metricflows.symbolic.derivation.Directional} forward accumulation along given tangents, and
 * {@link org.metricflows.symbolic.derivation.Jet} truncated Taylor arithmetic that writes the first
 * and second derivatives of a composition as lines. {@link
 * org.metricflows.symbolic.derivation.Derivation#evaluate} gives the lines a meaning elsewhere, as
 * numbers or as nodes of a graph.
 */
package org.metricflows.symbolic.derivation;
