package org.metricflows.bridge.internal.variety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.variety.Configuration;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.numeric.internal.variety.VarietySample;

/** Points have the density that weights suppose. */
class SamplingDensityTest {
  private static final int POINTS = 40_000;
  private static final double DEVIATIONS = 4;

  static Stream<CompiledVariety> products() {
    return Stream.of(Varieties.bicubic(), Varieties.tianYau());
  }

  /**
   * ∫ D = the number of points of a line, so the mean of det g/D over points is the intersection
   * number divided by it: 18/3 for the bicubic.
   */
  @ParameterizedTest
  @MethodSource("products")
  void meanOfDeterminantOverDensityIsARatioOfIntersectionNumbers(CompiledVariety variety) {
    Configuration shape = variety.configuration();
    VarietySample sample = variety.sampler().draw(POINTS, 0, 4);
    double[] ratio = determinantOverDensity(variety, sample);
    int perLine = (int) shape.intersections(shape.lines());
    int lines = POINTS / perLine;
    double sum = 0;
    double squares = 0;
    for (int l = 0; l < lines; l++) {
      double mean = 0;
      for (int r = 0; r < perLine; r++) {
        mean += ratio[l * perLine + r] / perLine;
      }
      sum += mean;
      squares += mean * mean;
    }
    double mean = sum / lines;
    double error = Math.sqrt((squares / lines - mean * mean) / lines);
    double exact = (double) shape.intersectionNumber() / perLine;
    assertThat(mean).isCloseTo(exact, within(DEVIATIONS * error));
    assertThat(error).isLessThan(0.05 * exact);
  }

  private static double[] determinantOverDensity(CompiledVariety variety, VarietySample sample) {
    double[][] in = new double[variety.maps().metric().inputs()][];
    System.arraycopy(sample.z(), 0, in, 0, sample.z().length);
    System.arraycopy(sample.pullback(), 0, in, sample.z().length, sample.pullback().length);
    in[in.length - 1] = sample.determinant(); // in the place of |Ω|², which D divides
    double[][] out = new double[variety.maps().metric().outputs()][sample.points()];
    variety.maps().metric().apply(in, new int[in.length], out, new int[out.length], POINTS);
    return out[out.length - 1];
  }

  /** Lines in the other plane sample the same volume form. */
  @Test
  void volumesDoNotDependOnWhereLinesLie() {
    Estimate one = volume(Varieties.BICUBIC, 1);
    Estimate other = volume(swapped(Varieties.BICUBIC), 2);
    double error = Math.hypot(one.error(), other.error());
    assertThat(one.value()).isCloseTo(other.value(), within(DEVIATIONS * error));
    assertThat(error).isLessThan(0.05 * one.value());
  }

  /** The equation with the two planes' coordinates exchanged. */
  private static String swapped(String equation) {
    return Pattern.compile("z(\\d)")
        .matcher(equation)
        .replaceAll(z -> "z" + (Integer.parseInt(z.group(1)) + 3) % 6);
  }

  private static Estimate volume(String equation, long seed) {
    CompiledVariety variety =
        Varieties.compiled(List.of(2, 2), List.of(equation), Map.of("c", "1+I"));
    VarietySample sample = variety.sampler().draw(POINTS, 0, seed);
    return sample.volumes().omega();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void weightsIntegrateTheKahlerVolumeToTheIntersectionNumber(CompiledVariety variety) {
    VarietySample sample = variety.sampler().draw(2000, 0, 4);
    double mean = 0;
    for (int p = 0; p < sample.points(); p++) {
      mean += sample.weight()[p] * sample.determinant()[p] / sample.omegaSquared()[p] / 2000;
    }
    long exact = variety.configuration().intersectionNumber();
    // sums of 2000 terms round at 1e-13
    assertThat(mean).isCloseTo(exact, within(1e-11 * exact));
  }

  static Stream<CompiledVariety> everything() {
    return Varieties.all();
  }

  /** A coordinate that both equations share, permuted: every point keeps its weight. */
  @Test
  void weightsFollowPermutationsOfCoordinates() {
    CompiledVariety variety = Varieties.twoCubics();
    CompiledVariety permuted =
        Varieties.compiled(
            List.of(5),
            List.of(
                "z5^3+z4^3+z3^3+z2^3+z1^3+z0^3-z5*z4*z3",
                "z5^3+2*z4^3-3*I*z3^3+4*z2^3-5*z1^3+6*z0^3+z2*z1*z0"),
            Map.of());
    VarietySample sample = variety.sampler().draw(200, 0, 9);
    double[][] z = new double[12][];
    for (int c = 0; c < 12; c++) {
      z[c] = sample.z()[2 * (5 - c / 2) + c % 2];
    }
    VarietySample again = permuted.sampler().of(z, null, 200);
    for (int p = 0; p < 200; p++) {
      assertThat(again.eliminated()[0][p]).isEqualTo(5 - sample.eliminated()[0][p]);
      assertThat(again.weight()[p])
          .isCloseTo(sample.weight()[p], within(1e-9 * sample.weight()[p]));
    }
  }
}
