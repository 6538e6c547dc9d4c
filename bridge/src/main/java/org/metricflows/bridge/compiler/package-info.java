/**
 * Derivations as JVM bytecode.
 *
 * <p>A {@link org.metricflows.bridge.compiler.Compiler} turns a derivation into a {@link
 * org.metricflows.bridge.compiler.Program}, a map over columns of points:
 *
 * <pre>{@code
 * Program program = new Compiler().compile(derivation);
 * program.apply(in, inOffset, out, outOffset, count);          // count points
 * program.evaluate(point, result);                             // one point
 * }</pre>
 *
 * <p>The derivation's {@link org.metricflows.bridge.graph.Graph} is cut into steps. A segment is a
 * loop with some hundred arithmetic operations on local variables, small enough for the JIT
 * compiler; a pass applies a function of the numeric library to a column. Steps go over a block of
 * points at a time, so that the columns in which values wait between steps stay in the cache.
 */
package org.metricflows.bridge.compiler;
