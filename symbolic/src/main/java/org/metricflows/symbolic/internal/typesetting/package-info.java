/**
 * Flow equations in writing.
 *
 * <p>A {@link org.metricflows.symbolic.internal.equation.FlowStatement} says what the flow is made
 * of; a {@link org.metricflows.symbolic.internal.typesetting.FlowDocument} holds all formulas of
 * it, every S and every kernel line by line, and prints itself as text, LaTeX, Symja or SymPy:
 *
 * <pre>{@code
 * FlowDocument document = FlowDocument.of(statement);
 * System.out.println(document.print(Format.TEXT));
 * }</pre>
 */
package org.metricflows.symbolic.internal.typesetting;
