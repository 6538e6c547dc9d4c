/**
 * Proofs: theorems about metric flows with certificates that can be recomputed.
 *
 * <p>What is printed is what is verified: {@link org.metricflows.proofs.internal.formula} reads
 * identities from LaTeX, {@link org.metricflows.proofs.internal.tensor} evaluates them for a
 * general metric, {@link org.metricflows.proofs.internal.algebra} does so modulo random primes,
 * {@link org.metricflows.proofs.internal.theorem} turns that into certificates with explicit
 * bounds, {@link org.metricflows.proofs.internal.witness} sees what is claimed of programs in their
 * bytecode, and {@link org.metricflows.proofs.internal.catalogue} is the list of theorems.
 */
package org.metricflows.proofs;
