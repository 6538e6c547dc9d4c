package org.metricflows.symbolic.derivation;

import org.metricflows.symbolic.expression.Symbol;

/** A free variable of a derivation and how a person reads it. */
public record Input(Symbol name, String latex) {}
