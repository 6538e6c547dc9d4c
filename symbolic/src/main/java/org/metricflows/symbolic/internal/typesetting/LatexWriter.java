package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Symbol;

/** A LaTeX document that needs no package beyond amsmath and geometry. */
final class LatexWriter {
  private static final int ROWS_A_DISPLAY = 30;
  private static final String PREAMBLE =
      """
      \\documentclass[10pt]{article}
      \\usepackage[utf8]{inputenc}
      \\usepackage[T1]{fontenc}
      \\usepackage[margin=1.6cm]{geometry}
      \\usepackage{amsmath}
      \\providecommand{\\mathbb}[1]{\\mathrm{#1}}
      \\allowdisplaybreaks
      \\setlength{\\parindent}{0pt}
      \\begin{document}
      """;

  private final StringBuilder text = new StringBuilder(PREAMBLE);

  String write(FlowDocument document) {
    line("\\section*{" + escape(document.title()) + "}");
    for (Section section : document.sections()) {
      line("");
      line("\\subsection*{" + escape(section.title()) + "}");
      section.items().forEach(this::item);
    }
    if (!document.programs().isEmpty()) {
      line("");
      line("\\appendix");
      line("\\section*{Appendix: the program, line by line}");
    }
    for (Section section : document.programs()) {
      line("");
      line("\\subsection*{" + escape(section.title()) + "}");
      section.program().forEach(this::item);
    }
    line("\\end{document}");
    return text.toString();
  }

  private void item(Item item) {
    if (item instanceof Item.Prose prose) {
      line(
          new Prose(prose.text())
              .write(
                  LatexWriter::escape,
                  formula -> "$" + formula + "$",
                  name -> "\\texttt{" + escape(name) + "}"));
    } else if (item instanceof Item.Formula formula) {
      display(rows("", formula.latex()));
    } else if (item instanceof Item.Lines lines) {
      lines(lines);
    }
  }

  private void lines(Item.Lines lines) {
    Function<Symbol, String> names = lines.program().notation();
    List<String> rows = new ArrayList<>();
    for (Definition line : lines.definitions()) {
      rows.addAll(rows(line.latex(), "= " + Dialect.LATEX.print(line.value(), names)));
      if (rows.size() > ROWS_A_DISPLAY) {
        display(rows);
        rows.clear();
      }
    }
    if (!rows.isEmpty()) {
      display(rows);
    }
  }

  private void display(List<String> rows) {
    line("\\begin{align*}");
    line(String.join(" \\\\\n", rows));
    line("\\end{align*}");
  }

  /** One formula as rows of an alignment. */
  private static List<String> rows(String left, String right) {
    List<String> rows = new ArrayList<>();
    for (String row : Rows.of(right)) {
      rows.add(rows.isEmpty() ? left + " &" + row : "&\\quad " + row);
    }
    return rows;
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\\' -> escaped.append("\\textbackslash{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
