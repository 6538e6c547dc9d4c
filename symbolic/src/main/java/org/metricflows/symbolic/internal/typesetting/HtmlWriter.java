package org.metricflows.symbolic.internal.typesetting;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Symbol;

/** HTML whose formulas are MathML: no script, no font, no other file. */
final class HtmlWriter {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
      .formula { overflow-x: auto; overflow-y: hidden; padding: .2rem 0; }
      .formula > div { display: flex; flex-wrap: wrap; justify-content: center; align-items: baseline; gap: 0 1.2em; }
      .formula mtd { text-align: left; padding: .25em .25em; }
      .formula mtr > mtd:first-child { text-align: right; }
      math { font-family: %3$s; font-size: 1.05em; }
      details > summary { font-size: 1.2rem; margin-top: 2rem; cursor: pointer; }
      @media print { body { max-width: none; } .formula { overflow: visible; } }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      %2$s</body>
      </html>
      """;

  /**
   * Fonts for mathematics, of which most systems have one; without any, brackets do not stretch.
   */
  private static final String FONTS =
      "'Latin Modern Math', 'STIX Two Math', 'Cambria Math', 'Libertinus Math',"
          + " 'DejaVu Math TeX Gyre', math";

  /** What must not begin a line. */
  private static final Pattern TAIL = Pattern.compile("(<math>(?:(?!</math>).)*</math>)([.,;:)]+)");

  private final StringBuilder html = new StringBuilder();

  /** A page by itself. */
  static String page(FlowDocument document) {
    String body = new HtmlWriter().fragment(document, "h2");
    return PAGE.formatted(MathMl.escape(document.title()), body, FONTS);
  }

  /**
   * What goes into a page.
   *
   * @param heading the element of sections' titles
   */
  String fragment(FlowDocument document, String heading) {
    for (Section section : document.sections()) {
      html.append("<section>\n");
      title(section, heading);
      section.items().forEach(this::item);
      html.append("</section>\n");
    }
    if (!document.programs().isEmpty()) {
      html.append("<details>\n<summary>Appendix: the program, line by line</summary>\n");
      document.programs().forEach(section -> program(section, heading));
      html.append("</details>\n");
    }
    return html.toString();
  }

  private void program(Section section, String heading) {
    title(section, heading);
    section.program().forEach(this::item);
  }

  private void title(Section section, String heading) {
    html.append("<%1$s>%2$s</%1$s>\n".formatted(heading, MathMl.escape(section.title())));
  }

  private void item(Item item) {
    if (item instanceof Item.Prose prose) {
      String text =
          new Prose(prose.text())
              .write(
                  MathMl::escape,
                  MathMl::inline,
                  name -> "<code>" + MathMl.escape(name) + "</code>");
      html.append("<p>").append(together(text)).append("</p>\n");
    } else if (item instanceof Item.Formula formula) {
      formula(formula);
    } else if (item instanceof Item.Lines lines) {
      lines(lines);
    }
  }

  /** Formulas with the punctuation that follows them. */
  private static String together(String text) {
    return TAIL.matcher(text).replaceAll("<span style=\"white-space:nowrap\">$1$2</span>");
  }

  private void formula(Item.Formula formula) {
    html.append("<div class=\"formula\">");
    Rows.of(formula.latex()).forEach(this::row);
    html.append("</div>\n");
  }

  /** A list of formulas, which goes on below where the page is narrow. */
  private void row(String latex) {
    List<String> parts = Rows.parts(latex);
    html.append(parts.size() == 1 ? "" : "<div>");
    parts.forEach(part -> html.append(MathMl.block(part)));
    html.append(parts.size() == 1 ? "" : "</div>");
  }

  private void lines(Item.Lines lines) {
    Function<Symbol, String> names = lines.program().notation();
    html.append("<div class=\"formula\"><math display=\"block\"><mtable displaystyle=\"true\">\n");
    for (Definition line : lines.definitions()) {
      List<String> rows = Rows.of(Dialect.LATEX.print(line.value(), names));
      for (int i = 0; i < rows.size(); i++) {
        html.append("<mtr><mtd>")
            .append(i == 0 ? new MathMlReader(line.latex(), false).read() : "")
            .append("</mtd><mtd><mo>")
            .append(i == 0 ? "=" : "")
            .append("</mo></mtd><mtd>")
            .append(new MathMlReader(rows.get(i), true).read())
            .append("</mtd></mtr>\n");
      }
    }
    html.append("</mtable></math></div>\n");
  }
}
