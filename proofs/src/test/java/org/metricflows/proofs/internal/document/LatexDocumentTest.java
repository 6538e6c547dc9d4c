package org.metricflows.proofs.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.metricflows.proofs.internal.catalogue.Catalogue;
import org.metricflows.proofs.internal.theorem.Prover;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.proofs.internal.theorem.Verdict;

class LatexDocumentTest {

  private static String document;

  @BeforeAll
  static void write() {
    Prover prover = new Prover(1);
    List<Verdict> verdicts =
        Catalogue.standard().theorems().stream()
            .map(t -> prover.verify(t, t.dimensions().get(0), 3))
            .toList();
    document = LatexDocument.of(verdicts);
  }

  @Test
  void bracesAndEnvironmentsAreBalancedAndAllIsAscii() {
    Deque<String> open = new ArrayDeque<>();
    Matcher token = Pattern.compile("\\\\(begin|end)\\{(\\w+\\*?)}|\\\\.|[{}]").matcher(document);
    while (token.find()) {
      String text = token.group();
      if (text.startsWith("\\begin")) {
        open.push(token.group(2));
      } else if (text.startsWith("\\end")) {
        assertThat(open.pop()).isEqualTo(token.group(2));
      } else if (text.equals("{")) {
        open.push("{");
      } else if (text.equals("}")) {
        assertThat(open.pop()).isEqualTo("{");
      }
    }
    assertThat(open).isEmpty();
    assertThat(document).matches(Pattern.compile("\\p{ASCII}*"));
  }

  @Test
  void everyTheoremStandsWithItsDefinitions() {
    for (Theorem theorem : Catalogue.standard().theorems()) {
      assertThat(document).contains("\\texttt{" + theorem.name() + "}");
      assertThat(PlainText.latex(theorem.title())).matches("\\p{ASCII}*");
    }
    assertThat(document).contains("R^a{}_{bcd} = \\partial_c\\Gamma^a{}_{bd}");
  }

  @Test
  void theoremsAboutProgramsStateTheirWitness() {
    String programs = section("sphere-programs");
    assertThat(programs).contains("points & witness & rounding");
    assertThat(section("bianchi-first")).doesNotContain("witness");
  }

  private static String section(String name) {
    int start = document.indexOf("\\texttt{" + name + "}");
    int end = document.indexOf("\\section*", start);
    return document.substring(start, end < 0 ? document.length() : end);
  }

  @Test
  void longFormulasBreakOutsideBrackets() {
    String term = "+ \\alpha_{1}(aaaaaaaaaaaaaaa + bbbbbbbbbbbbbbb - ccccccccccccccc)";
    String broken = LineBreaker.broken("x = y " + term.repeat(4));
    for (String line : broken.split(" \\\\\\\\ ")) {
      assertThat(line.chars().filter(c -> c == '(').count())
          .isEqualTo(line.chars().filter(c -> c == ')').count());
    }
    assertThat(broken.split(" \\\\\\\\ ")).hasSizeGreaterThan(1);
  }

  @Test
  void signsWithoutLatexAreRefused() {
    assertThatThrownBy(() -> PlainText.latex("the sign ☃"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("☃");
  }
}
