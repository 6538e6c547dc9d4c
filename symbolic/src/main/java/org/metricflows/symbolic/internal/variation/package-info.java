/**
 * The calculus of variations on derivations.
 *
 * <p>For L = ∫ ℓ(u, ∂u, ∂²u) dx the first variation is ∫ E η dx up to boundary terms, with Euler's
 * operator E = Σ_{|α|≤2} (−1)^{|α|} D^α ∂ℓ/∂(∂^αu). {@link
 * org.metricflows.symbolic.internal.variation.EulerOperator} takes ℓ as a program of jet variables,
 * the partial derivatives by reverse accumulation, and the total derivatives D_i line by line, so
 * that nothing swells:
 *
 * <pre>{@code
 * Derivation.Builder b = Derivation.builder();                       // ℓ = ½ u₁² + cos u
 * Expr l = b.input("ud1").pow(2).over(2).plus(Expr.cos(b.input("u")));
 * b.define("l", l);
 * EulerOperator.of(b.build("l"), Expr.symbol("l"), 1, List.of("u"), List.of());
 * // output Eu = −sin u − ud11
 * }</pre>
 */
package org.metricflows.symbolic.internal.variation;
