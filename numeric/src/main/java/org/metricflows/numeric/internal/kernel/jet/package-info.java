/**
 * Truncated Taylor arithmetic: derivatives of a formula by running it, not by expanding it.
 *
 * <p>A {@link org.metricflows.numeric.internal.kernel.jet.Jet} is the start of a Taylor series, f =
 * Σ_α f_α δ^α, in whatever variables a {@link
 * org.metricflows.numeric.internal.kernel.jet.Convolution} says: it lists which pairs of
 * coefficients add up to a coefficient of a product,
 *
 * <pre>
 *   (fg)_α = Σ_{γ+δ=α} f_γ g_δ,      σ(f) = Σ_k σ⁽ᵏ⁾(f₀)/k! (f − f₀)ᵏ.
 * </pre>
 *
 * <p>The {@link org.metricflows.numeric.internal.kernel.jet.JetAlgebra} does not compute; it
 * records sums of products of columns, without the coefficients that vanish identically, and equal
 * ones once. The record is laid out as a {@link
 * org.metricflows.numeric.internal.kernel.jet.TaylorProgram}, which runs over blocks of {@code
 * LANES} numbers a column, in vectors where there are any. The second derivative of sin(u²) at u =
 * 0.7:
 *
 * <pre>{@code
 * JetAlgebra algebra = new JetAlgebra(Convolution.univariate(2));
 * Jet u = algebra.variable(1);                        // coefficient 1 is its slope
 * Jet f = algebra.apply(Elementary.SIN, algebra.power(u, 2));
 * TaylorProgram program = TaylorProgram.of(algebra, List.of(f));
 * double[] work = program.workspace();
 * work[program.input(0)] = 0.7;
 * program.run(work, 1);                               // one lane
 * double second = 2 * work[program.output(0, 2)];     // Taylor coefficients are f''/2
 * }</pre>
 */
package org.metricflows.numeric.internal.kernel.jet;
