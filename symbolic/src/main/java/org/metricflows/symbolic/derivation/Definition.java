package org.metricflows.symbolic.derivation;

import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * One line of a derivation: {@code name = value}.
 *
 * @param name the symbol that later lines use
 * @param latex how a person reads the name
 * @param value an expression of inputs and earlier lines
 */
public record Definition(Symbol name, String latex, Expr value) {}
