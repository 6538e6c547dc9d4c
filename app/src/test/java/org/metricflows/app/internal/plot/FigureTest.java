package org.metricflows.app.internal.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FigureTest {

  private static final Figure FIGURE =
      new Figure(
          "A < B & C",
          Axis.linear("epoch"),
          Axis.logarithmic("loss, relative"),
          List.of(
              Series.line("one", new double[] {0, 1, 2}, new double[] {1, 0.1, 0.01}),
              Series.dashed("two", new double[] {0, 2}, new double[] {0, 0.1})));

  @Test
  void drawingsAreWellFormed() throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(SvgFigure.of(FIGURE).getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("text").item(0).getTextContent())
        .isEqualTo("A < B & C");
  }

  /** Equal factors are equal lengths: 1, 0.1 and 0.01 lie on a straight line. */
  @Test
  void logarithmicAxesAreStraightForPowers() {
    Matcher dots = Pattern.compile("cx='([\\d.]+)' cy='([\\d.]+)'").matcher(SvgFigure.of(FIGURE));
    double[] y = new double[3];
    for (int i = 0; i < 3; i++) {
      assertThat(dots.find()).isTrue();
      y[i] = Double.parseDouble(dots.group(2));
    }
    assertThat(dots.find()).isFalse();
    assertThat(y[1] - y[0]).isCloseTo(y[2] - y[1], within(0.02)).isPositive();
  }

  /** The zero of the second curve cannot be shown; it does not drag the axis to 0. */
  @Test
  void pointsBeyondAnAxisAreLeftOut() {
    assertThat(SvgFigure.of(FIGURE)).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void ticksAreRoundNumbers() {
    assertThat(Axis.linear("t").ticks(0, 1).stream().map(Axis.Tick::label))
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(Axis.logarithmic("t").ticks(-8, 0).stream().map(Axis.Tick::label))
        .containsExactly("10^-8", "10^-6", "10^-4", "10^-2", "10^0");
  }

  @Test
  void tablesHoldWhatIsDrawn() {
    assertThat(FIGURE.toCsv())
        .isEqualTo(
            "series,epoch,\"loss, relative\"\none,0.0,1.0\none,1.0,0.1\none,2.0,0.01\n"
                + "two,0.0,0.0\ntwo,2.0,0.1\n");
  }

  @Test
  void unequalCoordinatesAreRefused() {
    assertThatThrownBy(() -> Series.line("one", new double[2], new double[3]))
        .hasMessageContaining("'one' has 2 x and 3 y");
  }
}
