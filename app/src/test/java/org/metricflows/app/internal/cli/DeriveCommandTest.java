package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.app.internal.gallery.Example;
import org.metricflows.app.internal.gallery.Gallery;

/** The command derive over the gallery. */
class DeriveCommandTest {

  @TempDir private Path folder;

  static List<String> flowsOfNetworksOnCharts() {
    return Gallery.all().stream()
        .filter(example -> example.text().contains("\nnetwork:"))
        .filter(example -> example.text().contains("\nchart:"))
        .filter(example -> example.text().contains("\nloss:"))
        .map(Example::name)
        .toList();
  }

  private String spec(String name) throws IOException {
    Path file = folder.resolve(name + ".yaml");
    Files.writeString(file, Gallery.find(name).orElseThrow().text());
    return file.toString();
  }

  @ParameterizedTest
  @MethodSource("flowsOfNetworksOnCharts")
  void everyFlowOfTheGalleryIsWrittenDown(String name) throws IOException {
    Execution execution = Execution.of("derive", spec(name));
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(execution.out()).contains("wl", "adjf");
  }

  @ParameterizedTest
  @CsvSource({
    "natural-ricci-torus, -2 Ric_ij, 'speed ='",
    "natural-ricci-sphere, X^2+Y^2+Z^2-1 = 0, 'speed ='",
    "natural-deturck, (L_W g)_ij, 'speed12 ='",
    "natural-perelman, 'deltaL/delta g', 'adjf'"
  })
  void whatANetworkFollowsIsWrittenDown(String name, String velocity, String program)
      throws IOException {
    Execution execution = Execution.of("derive", spec(name), "--set", "flow.descent=natural");
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(execution.out())
        .contains("d/dt g = P V", velocity, program, "<h, k> = sum_a w_a", "W0 =");
  }

  @ParameterizedTest
  @CsvSource({
    "elliptic-curve, text, 'wl = w*defect^2'",
    "k3-quartic, latex, \\end{document}",
    "bicubic, sympy, adjphi11",
    "two-cubics, symja, slope1d0x"
  })
  void trainingsAreWrittenDown(String name, String format, String mark) throws IOException {
    Execution execution = Execution.of("derive", spec(name), "--format", format);
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(execution.out()).contains(mark);
  }

  @ParameterizedTest
  @CsvSource({
    "latex, \\end{document}",
    "html, </html>",
    "mathematica, Sqrt[",
    "symja, Sqrt[",
    "sympy, sqrt(",
  })
  void printsInOtherLanguages(String format, String mark) throws IOException {
    String spec = spec("ricci-two-widths");
    Execution execution = Execution.of("derive", spec, "--format", format);
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(execution.out()).contains(mark);
  }

  @Test
  void aVarietyBeginsWithItsPolynomialAsTyped() throws IOException {
    Execution text = Execution.of("derive", spec("dwork-quintic"), "--short");
    assertThat(text.out())
        .contains("1. Variety\n  Q = z0^5+z1^5+z2^5+z3^5+z4^5-5*psi*z0*z1*z2*z3*z4 = 0\n")
        .doesNotContain("slope1d0x");
    Execution page = Execution.of("derive", spec("dwork-quintic"), "--format", "html");
    assertThat(page.out()).startsWith("<!DOCTYPE html>").contains("<mi>ψ</mi>");
  }

  @Test
  void printsOneJsonDocument() throws IOException {
    Execution execution = Execution.of("derive", spec("ricci-two-widths"), "--json");
    assertThat(new ObjectMapper().readTree(execution.out()).get("document").asText())
        .contains("wl");
  }

  @Test
  void anUnknownFormatIsRefused() throws IOException {
    Execution execution = Execution.of("derive", spec("ricci-two-widths"), "--format", "word");
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains("--format: 'word' is unknown; allowed are [text, latex");
  }
}
