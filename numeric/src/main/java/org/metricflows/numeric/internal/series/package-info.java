/**
 * Real functions of m complex coordinates as power series in u and ū, cut off above degree 2 in
 * either: what the curvature of a Kähler metric is made of.
 *
 * <p>A function's series is a Hermitian matrix over the monomials u^α of degree ≤ 2,
 *
 * <pre>
 *   f(u, ū) = Σ f_αβ̄ u^α ū^β,      f_βᾱ = conj f_αβ̄
 * </pre>
 *
 * ({@link org.metricflows.numeric.internal.series.SeriesSpace}). Series multiply, and pass a
 * function σ by the Taylor polynomial of σ about the constant term f₀, exactly: n = f − f₀ has n⁵ =
 * 0.
 *
 * <pre>{@code
 * SeriesSpace space = new SeriesSpace(3);                       // 10 monomials, 100 real numbers
 * SeriesAlgebra algebra = new SeriesAlgebra(space);
 * algebra.multiply(f, g, product, count);                       // count functions at a time
 * algebra.compose(derivatives, f, out, count);
 * }</pre>
 */
package org.metricflows.numeric.internal.series;
