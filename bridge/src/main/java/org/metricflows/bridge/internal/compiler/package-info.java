/**
 * Derivations as JVM bytecode.
 *
 * <p>A {@link org.metricflows.bridge.internal.compiler.Compiler} turns a derivation into a {@link
 * org.metricflows.bridge.internal.compiler.Program}, a map over columns of points:
 *
 * <pre>{@code
 * Program program = new Compiler().compile(derivation);
 * program.apply(in, inOffset, out, outOffset, count);          // count points
 * program.evaluate(point, result);                             // one point
 * }</pre>
 *
 * <p>The derivation's {@link org.metricflows.bridge.internal.graph.Graph} is cut into steps. A
 * segment is a loop with some sixty arithmetic operations on local variables, small enough for the
 * JIT compiler; a pass applies a function of the numeric library to a column. Steps go over a block
 * of points at a time, so that the columns in which values wait between steps stay in the
 * first-level cache: that alone made programs of curvature three times faster.
 *
 * <p>Each program exists in two forms of one graph, over doubles and over vectors of doubles, which
 * give the same bits. Vector code runs two to four times faster once the JIT compiler has optimised
 * it, and very slowly before; so a program starts in scalar form, warms the vector form up by short
 * trials, and turns to vectors when they have proved faster. (Leaving vectors to the JIT compiler's
 * own loop vectorisation was measured too: it gave up on segments of more than a dozen operations,
 * and shorter ones lost by their memory traffic what they gained.) Without the module {@code
 * jdk.incubator.vector} programs stay scalar.
 */
package org.metricflows.bridge.internal.compiler;
