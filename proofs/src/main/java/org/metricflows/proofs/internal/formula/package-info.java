/**
 * Formulas of tensor calculus, read from the LaTeX in which they are printed.
 *
 * <p>What a theorem says and what is verified are one text: {@code Equation.parse("\\nabla_a
 * G^a{}_b = 0")} gives two trees over {@link org.metricflows.proofs.internal.formula.Formula}. The
 * notation:
 *
 * <pre>{@code
 * equation    expression = expression
 * expression  [+|-] term { (+|-) term }
 * term        factor { factor | / factor }                juxtaposition multiplies
 * factor      number | ( expression ) | \tfrac12 | \frac{..}{..} | \sqrt{..} | \mathrm{e}^{..}
 *             | \sin, \cos, \sinh, \cosh, \tanh, \exp, \log, \arcsin, \arctan  factor
 *             | \det name | \partial_i factor | \nabla_i factor | \nabla^i factor
 *             | \Delta factor | \delta factor              Laplacian, first variation
 *             | name indices                               R^a{}_{bcd}, \hat g_{ij}, f, \phi'
 *             any of these ^{exponent}
 * }</pre>
 *
 * <p>A label that occurs twice in a term is summed over. A digit in a subscript names one
 * component; a number in a superscript is an exponent. {@code \delta^i_j} is Kronecker's symbol,
 * {@code \delta} before a factor is the first variation.
 */
package org.metricflows.proofs.internal.formula;
