package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Symbol;

/** A LaTeX document that needs no package beyond amsmath and geometry. */
final class LatexWriter {
  private static final int LONGEST_ROW = 110;
  private static final int ROWS_A_DISPLAY = 30;
  private static final String PREAMBLE =
      """
      \\documentclass[10pt]{article}
      \\usepackage[utf8]{inputenc}
      \\usepackage[margin=2cm]{geometry}
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
    line("\\end{document}");
    return text.toString();
  }

  private void item(Item item) {
    if (item instanceof Item.Prose prose) {
      line(escape(prose.text()));
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

  /** One formula as rows of an alignment, broken before signs outside of all brackets. */
  private static List<String> rows(String left, String right) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder(left + " &");
    int depth = 0;
    for (int i = 0; i < right.length(); i++) {
      char c = right.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (right.startsWith("\\left", i) && !Character.isLetter(at(right, i + 5))) {
        depth++;
      } else if (right.startsWith("\\right", i) && !Character.isLetter(at(right, i + 6))) {
        depth--;
      }
      boolean sign = (c == '+' || c == '-') && depth == 0;
      if (sign && row.length() > LONGEST_ROW) {
        rows.add(row.toString());
        row = new StringBuilder("&\\quad ");
      }
      row.append(c);
    }
    rows.add(row.toString());
    return rows;
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : ' ';
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
