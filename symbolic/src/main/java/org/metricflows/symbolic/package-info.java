/**
 * Derives: charts, metrics, curvature, architectures, kernels, losses and flow equations.
 *
 * <p>Everything is an {@link org.metricflows.symbolic.expression.Expr} or a {@link
 * org.metricflows.symbolic.derivation.Derivation}, a straight-line program of named small
 * expressions. No floating-point number is computed here; the bridge compiles derivations for that.
 *
 * <p>What people type wrong ends in an {@link org.metricflows.symbolic.InputException}; the name
 * that they meant is found by {@link org.metricflows.symbolic.Suggestion}.
 */
package org.metricflows.symbolic;
