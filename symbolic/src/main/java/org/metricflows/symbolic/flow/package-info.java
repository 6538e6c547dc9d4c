/**
 * Flow equations: from an architecture and a loss to the equation that moves the metric, in
 * writing.
 *
 * <p>With outputs f of parameters θ, a metric g = G(f) and a loss L = Σ_a w_a ℓ(x_a; g, ∂g, ∂²g),
 * gradient flow θ̇ = −∂L/∂θ moves the outputs' jets by
 *
 * <pre>
 *   d(∂^α f_c(x))/dt = −Σ_a Σ_c' Σ_|β|≤2 [∂_x^α ∂_x'^β Θ_cc'(x, x_a)] S_c'^β(x_a),
 *   S_c^β = w ∂ℓ/∂(∂^β f_c),      ∂_t g_ij = Σ_c ∂g_ij/∂f_c ∂_t f_c
 * </pre>
 *
 * <p>Metrics on tori that no network moves have a {@link org.metricflows.symbolic.flow.Motion}
 * instead: Ricci flow, a local kernel, or cosine features.
 *
 * <p>A {@link org.metricflows.symbolic.flow.FlowStatement} says what the flow is made of; a {@link
 * org.metricflows.symbolic.flow.FlowDocument} holds all formulas of it, every S and every kernel
 * line by line, and prints itself as text, LaTeX, Symja or SymPy:
 *
 * <pre>{@code
 * FlowDocument document = FlowDocument.of(statement);
 * System.out.println(document.print(Format.TEXT));
 * }</pre>
 */
package org.metricflows.symbolic.flow;
