/**
 * Exact normal forms: rational functions in independent generators.
 *
 * <p>Whether a formula vanishes is decided in a field. The functions that occur are written as
 * rational expressions of independent generators (sin 2x as 2 s c, e^(2x) as E², …) with relations
 * such as s² = 1 − c²; sums and products are then those of polynomials over factored denominators:
 *
 * <pre>{@code
 * Expr e = parser.parse("sin(2*x) - 2*sin(x)*cos(x)");
 * NormalForm forms = NormalForm.of(List.of(e), factorizer, Budget.of(Duration.ofSeconds(1), 5000));
 * forms.read(e).isZero();                                  // true
 * forms.write(forms.read(f));                              // f, simplified
 * }</pre>
 *
 * <p>Arithmetic that outgrows its {@link org.metricflows.symbolic.internal.rational.Budget} ends
 * with a {@link org.metricflows.symbolic.internal.rational.BudgetException}. Polynomials are
 * factored by a {@link org.metricflows.symbolic.internal.rational.Factorizer} from outside, {@code
 * symbolic.door} has one.
 */
package org.metricflows.symbolic.internal.rational;
