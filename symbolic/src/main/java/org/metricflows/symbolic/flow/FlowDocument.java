package org.metricflows.symbolic.flow;

import java.util.List;

/**
 * A metric flow written down: every formula between an architecture and the equation that moves the
 * metric.
 */
public record FlowDocument(String title, List<Section> sections) {

  public FlowDocument {
    sections = List.copyOf(sections);
  }

  /** Derives the flow of a statement. */
  public static FlowDocument of(FlowStatement statement) {
    LossSection loss = new LossSection(statement);
    return new FlowDocument(
        statement.title().isBlank() ? "Metric flow" : statement.title(),
        List.of(
            GeometrySection.of(statement),
            NetworkSection.of(statement),
            KernelSection.of(statement),
            loss.loss(),
            loss.variation(),
            EquationSection.of(statement, loss.sources())));
  }

  /** The document in a format. */
  public String print(Format format) {
    return switch (format) {
      case TEXT -> new TextWriter().write(this);
      case LATEX -> new LatexWriter().write(this);
      case SYMJA, SYMPY -> new CodeWriter(format).write(this);
    };
  }
}
