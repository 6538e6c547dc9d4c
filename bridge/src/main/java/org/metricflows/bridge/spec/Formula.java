package org.metricflows.bridge.spec;

import org.metricflows.symbolic.expression.Expr;

/**
 * A formula of a spec.
 *
 * @param text as written
 * @param value as understood
 */
public record Formula(String text, Expr value) {}
