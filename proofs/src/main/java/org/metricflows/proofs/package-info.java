/**
 * Proofs: theorems about metric flows with certificates that can be recomputed.
 *
 * <p>What is printed is what is verified: {@link org.metricflows.proofs.formula} reads identities
 * from LaTeX, {@link org.metricflows.proofs.tensor} evaluates them for a general metric, {@link
 * org.metricflows.proofs.algebra} does so modulo random primes, {@link
 * org.metricflows.proofs.theorem} turns that into certificates with explicit bounds, {@link
 * org.metricflows.proofs.witness} sees what is claimed of programs in their bytecode, and {@link
 * org.metricflows.proofs.catalogue} is the list of theorems.
 */
package org.metricflows.proofs;
