/**
 * Derivations as graphs of operations on doubles.
 *
 * <p>A {@link org.metricflows.bridge.internal.graph.Graph} is built in two steps. First the lines
 * are read into an exact graph of sums and products of any length, where equal subexpressions are
 * one object, like terms are collected and rational factors travel outwards: 2ab + 2cd is 2(ab +
 * cd), and the halves of a Christoffel symbol meet the ones of the next line before anything is
 * rounded. Then sums become chains of fused multiply-adds (the positive part minus the negative
 * part, each in a fixed order), powers become products and square roots, and a divisor that is used
 * more than once is inverted once.
 *
 * <pre>{@code
 * Graph graph = Graph.of(derivation);
 * double[] outputs = new GraphEvaluator(graph).evaluate(0.3, 1.2);
 * }</pre>
 *
 * <p>The order of operations, fusing included, is part of the graph. Whatever runs it, an
 * interpreter, scalar or vector code, gives the same bits.
 *
 * <p>To read derivations into something else than a graph (truncated series, automatic
 * differentiation), implement {@link org.metricflows.symbolic.expression.ExprAlgebra}.
 */
package org.metricflows.bridge.internal.graph;
