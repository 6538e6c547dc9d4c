package org.metricflows.symbolic.internal.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.internal.door.ExpressionParser;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class MathMlTest {
  private static final Map<String, Integer> OPERANDS =
      Map.of(
          "mfrac", 2, "msub", 2, "msup", 2, "msubsup", 3, "munder", 2, "mover", 2, "munderover", 3);

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "\\frac12 ! <mfrac><mn>1</mn><mn>2</mn></mfrac>",
        "12.5 ! <mn>12.5</mn>",
        "x_1^{2} ! <msubsup><mi>x</mi><mn>1</mn><mrow><mrow><mn>2</mn></mrow></mrow></msubsup>",
        "f'^2 ! <msup><mi>f</mi><mrow><mo>\u2032</mo><mn>2</mn></mrow></msup>",
        "\\overline{\\partial_1 f} ! <mover accent=\"\"true\"\"><mrow><msub><mi mathvariant=\"\"normal\"\">∂</mi><mn>1</mn></msub><mi>f</mi></mrow><mo>\u00af</mo></mover>",
        "h\\sin x ! <mi>h</mi><mspace width=\"\"0.167em\"\"/><mi mathvariant=\"\"normal\"\">sin</mi><mo>\u2061</mo><mspace width=\"\"0.167em\"\"/><mi>x</mi>",
        "-\\log(x) ! <mo>\u2212</mo><mi mathvariant=\"\"normal\"\">log</mi><mo>\u2061</mo><mo stretchy=\"\"false\"\">(</mo><mi>x</mi><mo stretchy=\"\"false\"\">)</mo>",
        "a<b ! <mi>a</mi><mo>&lt;</mo><mi>b</mi>"
      })
  void commandsBecomeElements(String latex, String element) {
    assertThat(MathMl.inline(latex))
        .isEqualTo("<math><mrow>" + element.replace("\"\"", "\"") + "</mrow></math>");
  }

  @Test
  void sumsHaveTheirLimitsBelowAndAboveInADisplayOnly() {
    assertThat(MathMl.block("\\sum_{k=1}^n k")).contains("<munderover><mo>∑</mo>");
    assertThat(MathMl.inline("\\sum_{k=1}^n k")).contains("<msubsup><mo>∑</mo>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sin(x)^2/(1+exp(-y))",
        "sin(x)^2",
        "sqrt(x^2+y^2)*atan2(y,x)",
        "abs(x)^y-1/3",
        "-x/(y-2)"
      })
  void expressionsAreWellFormed(String formula) throws Exception {
    String latex = Dialect.LATEX.print(ExpressionParser.of("x", "y").parse(formula));
    String math = MathMl.block(latex);
    check(parse(math));
    assertThat(math).doesNotContain("\\").doesNotContain("{");
  }

  static Stream<Named<FlowDocument>> documents() {
    return FlowDocumentTest.documents();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void pagesAreWellFormedAndLeaveNoLatex(FlowDocument document) throws Exception {
    String page = document.print(Format.HTML);
    assertThat(page).startsWith("<!DOCTYPE html>").contains("<title>A 100% test_case &amp; {more}");
    String fragment = "<div>" + document.fragment("h3") + "</div>";
    Element root = parse(fragment);
    check(root);
    assertThat(root.getElementsByTagName("math").getLength()).isGreaterThan(5);
    assertThat(fragment).doesNotContain("\\").doesNotContain("$");
  }

  /** Whatever a loss of a user's own says it is in LaTeX, the page stays well formed. */
  @Test
  void nothingThrowsAndAllIsWellFormed() throws Exception {
    String[] pieces = {
      "{",
      "}",
      "^",
      "_",
      "'",
      "\\frac",
      "\\left",
      "\\right",
      "(",
      ")",
      "&",
      "\\\\",
      "\\",
      "<",
      "\\begin",
      "{pmatrix}",
      "\\end",
      "\\sum",
      "\\unknown",
      "\\mathrm",
      "x",
      "1",
      ".",
      "\"",
      "\\!",
      "\\,",
      "-",
      " ",
      "\\bar",
      "\\operatorname",
      "é"
    };
    Random random = new Random(7);
    for (int trial = 0; trial < 3000; trial++) {
      StringBuilder latex = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        latex.append(pieces[random.nextInt(pieces.length)]);
      }
      check(parse(MathMl.block(latex.toString())));
      Rows.of(latex.toString());
    }
  }

  /** Lists go on below where a page is narrow, and a full stop stays with its formula. */
  @Test
  void listsOfFormulasAreApart() {
    assertThat(Rows.parts("a = {b,\\quad c},\\quad d = e"))
        .hasSize(2)
        .first()
        .isEqualTo("a = {b,\\quad c},");
    FlowDocument document = documents().findFirst().orElseThrow().getPayload();
    assertThat(document.fragment("h3"))
        .containsPattern("</math></div>")
        .doesNotContainPattern("</math>[.,;:)]++(?!</span>)");
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static void check(Element element) {
    int children = 0;
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        check(child);
        children++;
      }
    }
    Integer expected = OPERANDS.get(element.getTagName());
    if (expected != null) {
      assertThat(children).as(element.getTextContent()).isEqualTo(expected);
    }
  }

  @Test
  void longFormulasBreakBeforeSignsAndBracketsStayPaired() {
    String term = "\\frac{a+b}{c-d}\\,\\mathrm{e}^{-x}";
    String sum = "\\left(" + String.join("+", java.util.Collections.nCopies(12, term)) + "\\right)";
    assertThat(Rows.of(sum)).hasSizeGreaterThan(2).allMatch(row -> row.length() < 260);
    for (String row : Rows.of(sum)) {
      assertThat(row.split("\\\\left").length).isEqualTo(row.split("\\\\right").length);
      assertThat(row.chars().filter(c -> c == '{').count())
          .isEqualTo(row.chars().filter(c -> c == '}').count());
    }
    assertThat(String.join("", Rows.of(sum)).replace(" \\right.", "").replace("\\left. ", ""))
        .isEqualTo(sum);
  }
}
