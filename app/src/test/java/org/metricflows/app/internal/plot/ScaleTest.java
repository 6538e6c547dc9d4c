package org.metricflows.app.internal.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  /** Ticks lie in the span, at multiples of one step of 1, 2 or 5 times a power of ten. */
  @ParameterizedTest
  @CsvSource({"0, 1", "-3, 7", "1e-12, 9e-12", "-2e7, 5e7", "43.1915, 43.1916", "0.02, 0.028"})
  void linearTicksAreEvenAndRound(double low, double high) {
    List<Axis.Tick> ticks = Axis.linear("t").ticks(low, high);
    assertThat(ticks).hasSizeBetween(3, 12);
    double step = ticks.get(1).position() - ticks.get(0).position();
    double mantissa = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-6));
    assertThat(List.of(1.0, 2.0, 5.0)).anyMatch(m -> Math.abs(m - mantissa) < 1e-4);
    for (Axis.Tick tick : ticks) {
      assertThat(tick.position()).isBetween(low - 1e-6 * step, high + 1e-6 * step);
      assertThat(number(tick.label())).isCloseTo(tick.position(), within(1e-6 * step));
    }
  }

  /** What a label says: a number, or one times a power of ten. */
  private static double number(String label) {
    String[] parts = label.split("·10\\^");
    return Double.parseDouble(parts[0])
        * (parts.length > 1 ? Math.pow(10, Integer.parseInt(parts[1])) : 1);
  }

  /** A bar from 0.1 to 10 about 5.05, and the point stands where its logarithm does. */
  @Test
  void errorBarsSpanTheirErrors() {
    Figure figure =
        new Figure(
            "bars",
            Axis.linear("x"),
            Axis.logarithmic("y"),
            List.of(
                Series.dots("y", new double[] {0, 1}, new double[] {5.05, 1})
                    .withErrors(4.95, Double.NaN)));
    String svg = SvgFigure.of(figure);
    Matcher bar = Pattern.compile("d='M([\\d.]+) ([\\d.]+)h6m-3 0V([\\d.]+)m").matcher(svg);
    Matcher dots = Pattern.compile("cx='([\\d.]+)' cy='([\\d.]+)'").matcher(svg);
    assertThat(bar.find()).isTrue();
    assertThat(dots.find()).isTrue();
    double top = Double.parseDouble(bar.group(2));
    double foot = Double.parseDouble(bar.group(3));
    double share = (Double.parseDouble(dots.group(2)) - foot) / (top - foot);
    // positions are printed with two digits of some two hundred pixels
    assertThat(share).isCloseTo(Math.log10(50.5) / 2, within(1e-3));
    assertThat(bar.find()).as("a bar without an error").isFalse();
  }

  /** A bar that reaches below 0 ends at the floor of a logarithmic axis. */
  @Test
  void barsBelowZeroEndAtTheFloor() {
    Figure figure =
        new Figure(
            "bars",
            Axis.linear("x"),
            Axis.logarithmic("y"),
            List.of(
                Series.line("y", new double[] {0, 1}, new double[] {1, 10}).withErrors(2, 0.1)));
    assertThat(SvgFigure.of(figure)).contains("V382.00m").doesNotContain("NaN");
  }

  /** Every number counts once, those at both ends too, on either kind of axis. */
  @Test
  void histogramsCountEachNumberOnce() {
    double[] values = {1, 1.5, 10, 99, 100};
    assertThat(Histogram.of(values, 2, Axis.logarithmic("v"), 1, 100).counts())
        .containsExactly(2, 3);
    Histogram linear = Histogram.of(values, 3, Axis.linear("v"), 1, 100);
    assertThat(linear.counts()).containsExactly(3, 0, 2);
    assertThat(linear.edges()).containsExactly(1, 34, 67, 100);
    double[] weights = {1, 2, 3, 4, 10};
    assertThat(Histogram.of(values, weights, 3, Axis.linear("v"), 1, 100).shares().counts())
        .containsExactly(0.3, 0, 0.7);
  }

  /** Columns of a histogram have areas in the ratio of their counts, their edges being equal. */
  @Test
  void columnsAreAsHighAsTheirCounts() {
    Figure figure =
        new Figure(
            "h",
            Axis.linear("v"),
            Axis.linear("n"),
            List.of(
                Histogram.of(new double[] {0, 0.1, 0.9}, 2, Axis.linear("v"), 0, 1).toSeries("n")));
    Matcher columns =
        Pattern.compile("width='([\\d.]+)' height='([\\d.]+)' fill='#0072B2'")
            .matcher(SvgFigure.of(figure));
    double[] heights = new double[2];
    for (int k = 0; k < 2; k++) {
      assertThat(columns.find()).isTrue();
      heights[k] = Double.parseDouble(columns.group(2));
    }
    // positions are printed with two digits of some two hundred pixels
    assertThat(heights[0] / heights[1]).isCloseTo(2, within(1e-3));
  }

  @Test
  void figuresInWordsTellTheEnds() {
    Figure figure =
        new Figure(
            "Loss",
            Axis.linear("t"),
            Axis.logarithmic("L"),
            List.of(Series.line("a", new double[] {0, 1, 2}, new double[] {0, 4, 0.25})));
    assertThat(FigureText.of(figure))
        .isEqualTo("Loss: L (logarithmic) against t; a from 4 at 1 to 0.25 at 2");
  }
}
