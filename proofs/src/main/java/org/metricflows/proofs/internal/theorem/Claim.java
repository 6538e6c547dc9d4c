package org.metricflows.proofs.internal.theorem;

/**
 * An identity and its mutated twin: the same with a sign or a factor changed, which must be refuted
 * for the verification to mean anything.
 */
public record Claim(Statement statement, Statement twin) {}
