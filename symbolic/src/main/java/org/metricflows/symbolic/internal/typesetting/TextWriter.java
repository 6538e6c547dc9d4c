package org.metricflows.symbolic.internal.typesetting;

import java.util.List;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.expression.Dialect;

/** Plain text: numbered sections, formulas indented. */
final class TextWriter {
  private final StringBuilder text = new StringBuilder();

  String write(FlowDocument document) {
    line(document.title());
    line("=".repeat(document.title().length()));
    for (int i = 0; i < document.sections().size(); i++) {
      Section section = document.sections().get(i);
      line("");
      line((i + 1) + ". " + section.title());
      section.items().forEach(this::item);
    }
    List<Section> programs = document.programs();
    if (!programs.isEmpty()) {
      line("");
      line("Appendix: the program, line by line");
      programs.forEach(this::program);
    }
    return text.toString();
  }

  private void program(Section section) {
    line("");
    line("A. " + section.title());
    section.program().forEach(this::item);
  }

  private void item(Item item) {
    if (item instanceof Item.Prose prose) {
      line("");
      line(new Prose(prose.text()).plain());
    } else if (item instanceof Item.Formula formula) {
      line("  " + formula.text());
    } else if (item instanceof Item.Lines lines) {
      for (Definition d : lines.definitions()) {
        line("  " + d.name().name() + " = " + Dialect.TEXT.print(d.value()));
      }
    }
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
