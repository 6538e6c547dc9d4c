/**
 * Numerical witnesses: what is proved of a derivation, seen in the bytecode that runs.
 *
 * <p>A theorem about a program is proved of its derivation, a list of formulas. What runs is
 * bytecode: the derivation's lines rearranged, rounded and compiled. A {@link
 * org.metricflows.proofs.internal.witness.Witness} compiles the derivation as flows do, runs the
 * bytecode at random points and compares each output y with the theorem's other side z, which is
 * computed from the definitions in real Taylor arithmetic to twice the precision.
 *
 * <p>How far they may differ is not guessed: {@link
 * org.metricflows.proofs.internal.witness.RoundingBound} follows every operation of the program to
 * a bound e for the rounding of this output at this point, and the witness holds if |y − z| ≤ e
 * everywhere. A wrong sign or factor is off by about |z|, some 10¹² times as much.
 *
 * <pre>{@code
 * Witness witness = Witness.of(statement.witnessed().orElseThrow(), 5, 1);
 * witness.holds();              // true
 * witness.maxRelativeError();   // 3e-15
 * witness.bound();              // 2e-12
 * }</pre>
 */
package org.metricflows.proofs.internal.witness;
