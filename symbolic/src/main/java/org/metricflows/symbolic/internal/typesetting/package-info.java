/**
 * Flow equations in writing.
 *
 * <p>A {@link org.metricflows.symbolic.internal.equation.FlowStatement} says what the flow is made
 * of; a {@link org.metricflows.symbolic.internal.typesetting.FlowDocument} holds all formulas of
 * it, every S and every kernel line by line, and prints itself as text, LaTeX, HTML, Symja or
 * SymPy:
 *
 * <pre>{@code
 * FlowDocument document = FlowDocument.of(statement);
 * System.out.println(document.print(Format.TEXT));
 * }</pre>
 *
 * <p>Formulas are written once in LaTeX and once in plain characters; {@link
 * org.metricflows.symbolic.internal.typesetting.MathMl} makes MathML of the LaTeX, for the page of
 * {@code Format.HTML} and for {@code document.fragment("h2")}, which goes into pages of others.
 */
package org.metricflows.symbolic.internal.typesetting;
