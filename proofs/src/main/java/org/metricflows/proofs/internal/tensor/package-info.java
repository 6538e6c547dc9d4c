/**
 * Tensors of a general metric, evaluated in any arithmetic of functions.
 *
 * <p>A {@link org.metricflows.proofs.internal.tensor.Setting} declares what the names of a formula
 * mean: generic fields, definitions in index notation, metrics that raise and lower indices, and
 * rules by which fields move under a flow ∂_t or a variation δ. An {@link
 * org.metricflows.proofs.internal.tensor.Evaluator} computes the components of left − right of an
 * equation:
 *
 * <pre>{@code
 * Setting setting =
 *     Setting.of(2)
 *         .symmetric("g_{ij}")
 *         .metric("g")
 *         .define("\\Gamma^k{}_{ij} = \\tfrac12 g^{kl}"
 *             + "(\\partial_i g_{jl} + \\partial_j g_{il} - \\partial_l g_{ij})")
 *         .build();
 * Equation claim = Equation.parse("\\nabla_k g_{ij} = 0");
 * int order = Evaluator.order(setting, claim);                     // 1: first derivatives of g
 * ResidueAlgebra algebra = new ResidueAlgebra(setting.variableCount(), order, random);
 * new Evaluator<>(setting, algebra, order).difference(claim);      // eight zeros
 * }</pre>
 *
 * <p>∇ is defined by the symbols Γ of the setting, |g| by the name g without indices. Rates of
 * change follow from the flow's rules by the chain rule: δg^{ij} = −g^{ik}δg_{kl}g^{lj}, and so on
 * through every definition.
 */
package org.metricflows.proofs.internal.tensor;
