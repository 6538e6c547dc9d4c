/**
 * Riemannian and pseudo-Riemannian geometry as derivations.
 *
 * <p>Curvature at a point depends on a metric through its jet there: g, ∂g and ∂²g. A {@link
 * org.metricflows.symbolic.geometry.MetricJet} holds these as expressions, either inputs (a general
 * metric) or derivatives of an explicit {@link org.metricflows.symbolic.geometry.MetricTensor} in a
 * {@link org.metricflows.symbolic.geometry.Chart}. {@link
 * org.metricflows.symbolic.geometry.Curvature} writes, line by line and only for what is asked,
 *
 * <pre>
 *   Γ_k,ij = ½(∂_i g_jk + ∂_j g_ik − ∂_k g_ij),     Γ^k_ij = g^kl Γ_l,ij
 *   R_abcd = ½(∂_b∂_c g_ad + ∂_a∂_d g_bc − ∂_a∂_c g_bd − ∂_b∂_d g_ac)
 *            + Γ_f,bc Γ^f_ad − Γ_f,bd Γ^f_ac
 *   R_bd = g^ac R_abcd,     R = g^bd R_bd
 * </pre>
 *
 * <p>so that unit spheres have R &gt; 0. The smallest example, √det g (R² − 2|Ric|²) of a general
 * 3-metric:
 *
 * <pre>{@code
 * Derivation.Builder b = Derivation.builder();
 * Curvature c = Curvature.of(b, MetricJet.input(b, 3));
 * Expr density = c.scalar().pow(2).minus(c.ricciSquared().times(2)).times(c.sqrtDet());
 * b.define("density", density);
 * Derivation program = b.build("density");
 * }</pre>
 *
 * <p>On a Lie group a left-invariant metric is a matrix of constants in the left-invariant frame,
 * and the brackets of a {@link org.metricflows.symbolic.geometry.LieAlgebra} take the derivatives'
 * place: {@link org.metricflows.symbolic.geometry.HomogeneousCurvature} is algebra alone.
 *
 * <p>Indices count from 0 in Java and from 1 in the names of lines: {@code ricci(0, 1)} is the line
 * {@code Ric12}.
 */
package org.metricflows.symbolic.geometry;
