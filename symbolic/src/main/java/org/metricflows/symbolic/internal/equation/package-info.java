/**
 * What a flow equation is made of: with outputs f of parameters θ, a metric g = G(f) and a loss L =
 * Σ_a w_a ℓ(x_a; g, ∂g, ∂²g), gradient flow θ̇ = −∂L/∂θ moves the outputs' jets by
 *
 * <pre>
 *   d(∂^α f_c(x))/dt = −Σ_a Σ_c' Σ_|β|≤2 [∂_x^α ∂_x'^β Θ_cc'(x, x_a)] S_c'^β(x_a),
 *   S_c^β = w ∂ℓ/∂(∂^β f_c),      ∂_t g_ij = Σ_c ∂g_ij/∂f_c ∂_t f_c
 * </pre>
 *
 * <p>A {@link org.metricflows.symbolic.internal.equation.FlowStatement} has the background, the
 * ansatz, the {@link org.metricflows.symbolic.internal.equation.Architecture} and the loss; metrics
 * on tori that no network moves have a {@link org.metricflows.symbolic.internal.equation.Motion}:
 * Ricci flow, a local kernel, or cosine features. {@code
 * org.metricflows.symbolic.internal.typesetting} writes the equation down:
 *
 * <pre>{@code
 * FlowStatement statement = new FlowStatement("", background, ChartAnsatz.ADDITIVE, network, loss);
 * System.out.println(FlowDocument.of(statement).print(Format.TEXT));
 * }</pre>
 */
package org.metricflows.symbolic.internal.equation;
