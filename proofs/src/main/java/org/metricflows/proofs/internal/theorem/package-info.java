/**
 * Theorems and their certificates.
 *
 * <p>A {@link org.metricflows.proofs.internal.theorem.Theorem} has claims; each is an identity with
 * a mutated twin, the same with a sign or a factor changed. A {@link
 * org.metricflows.proofs.internal.theorem.Prover} evaluates left − right at random points modulo
 * random 61-bit primes. If the identity were false, its numerator would be a non-zero polynomial of
 * degree at most D, and it would vanish at a random point with a probability of at most D/p; D is
 * not guessed but followed through the computation. Small differences are reduced to the zero
 * polynomial as well, and then the certificate is exact. A twin must be refuted, which one non-zero
 * residue does for certain. What is claimed of a program is tested on the compiled program as well,
 * by a {@link org.metricflows.proofs.internal.witness.Witness}.
 *
 * <pre>{@code
 * Theorem bianchi =
 *     Theorem.named("bianchi-first", "First Bianchi identity")
 *         .in(d -> setting(d))                                         // in dimension d
 *         .claim("R_{abcd} + R_{acdb} + R_{adbc} = 0", "R_{abcd} + R_{acdb} - R_{adbc} = 0")
 *         .build();
 * Verdict verdict = Prover.standard().verify(bianchi, 4, 1);
 * verdict.verified();   // true
 * verdict.bound();      // 5e-48
 * }</pre>
 */
package org.metricflows.proofs.internal.theorem;
