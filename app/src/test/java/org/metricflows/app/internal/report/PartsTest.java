package org.metricflows.app.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metricflows.app.internal.plot.Axis;
import org.metricflows.app.internal.result.Lattice;

class PartsTest {

  /** Sixteen bits hold numbers to half a step of their range; what is not finite is told apart. */
  @Test
  void quantisedNumbersAreWithinHalfAStep() {
    double[] values = new Random(1).doubles(1000, -3, 11).toArray();
    values[7] = Double.NaN;
    Quantised packed = Quantised.of(values);
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(packed.base64())).order(ByteOrder.LITTLE_ENDIAN);
    double step = (packed.high() - packed.low()) / Quantised.STEPS;
    for (int i = 0; i < values.length; i++) {
      int k = Short.toUnsignedInt(bytes.getShort());
      if (i == 7) {
        assertThat(k).isEqualTo(65535);
      } else {
        assertThat(packed.low() + step * k).isCloseTo(values[i], within(0.5001 * step));
      }
    }
  }

  @Test
  void constantsAreKept() {
    Quantised packed = Quantised.of(2.5, 2.5);
    assertThat(packed.low()).isEqualTo(2.5);
    assertThat(packed.high()).isEqualTo(2.5);
    assertThat(packed.base64()).isEqualTo("AAAAAA==");
  }

  /** A lattice is found in any order of its points, and every point in its place. */
  @Test
  void latticesAreFoundInAnyOrder() {
    double[][] points = new double[12][];
    for (int k = 0; k < 12; k++) {
      int shuffled = 5 * k % 12;
      points[k] = new double[] {shuffled % 4 * 0.1, shuffled / 4 * 0.3};
    }
    Lattice lattice = Lattice.of(points).orElseThrow();
    assertThat(lattice.x()).hasSize(4);
    assertThat(lattice.y()).hasSize(3);
    for (int j = 0; j < 3; j++) {
      for (int i = 0; i < 4; i++) {
        double[] point = points[lattice.order()[4 * j + i]];
        assertThat(point[0]).isEqualTo(lattice.x()[i]);
        assertThat(point[1]).isEqualTo(lattice.y()[j]);
      }
    }
    Lattice thin = lattice.thinned(2);
    assertThat(thin.x()).containsExactly(lattice.x()[0], lattice.x()[2]);
    assertThat(points[thin.order()[3]]).containsExactly(lattice.x()[2], lattice.y()[2]);
  }

  @Test
  void scatteredPointsAreNoLattice() {
    double[][] points = new double[9][];
    Random random = new Random(2);
    for (int k = 0; k < 9; k++) {
      points[k] = new double[] {random.nextDouble(), random.nextDouble()};
    }
    assertThat(Lattice.of(points)).isEmpty();
    points = new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 0}};
    assertThat(Lattice.of(points)).as("a point twice").isEmpty();
  }

  @Test
  void selectionsKeepBothEnds() {
    assertThat(Selection.of(1000, 7)).hasSize(7).startsWith(0).endsWith(999);
    assertThat(Selection.of(5, 7)).isEqualTo(IntStream.range(0, 5).toArray());
  }

  /** Times spread over factors get a logarithmic axis, evenly spread ones do not. */
  @Test
  void clocksSpreadOverFactorsAreLogarithmic() {
    assertThat(Axis.ofTimes("t", 0, 0.1, 1, 10, 100).logarithmic()).isTrue();
    assertThat(Axis.ofTimes("t", 0, 1, 30, 60).logarithmic()).isFalse();
    assertThat(
            Axis.ofTimes("t", IntStream.range(0, 101).mapToDouble(i -> i).toArray()).logarithmic())
        .isFalse();
  }

  @Test
  void componentsAreNamedRowByRow() {
    assertThat(IntStream.range(0, 6).mapToObj(i -> Components.label(i, 6)))
        .containsExactly("11", "12", "13", "22", "23", "33");
    assertThat(Components.determinant(3, 2, 1, 0, 2, 1, 2)).isCloseTo(4, within(1e-14));
  }

  /** Nothing that a spec says becomes markup, in text, attributes or data. */
  @Test
  void textIsEscaped() {
    String nasty = "</script><b a=\"'&";
    assertThat(Html.of("p", nasty).markup())
        .isEqualTo("<p>&lt;/script&gt;&lt;b a=&quot;&#39;&amp;</p>\n");
    assertThat(Html.attribute("title", nasty)).doesNotContain("<").doesNotContain("'");
    assertThat(Data.of(Map.of("name", nasty)).markup()).doesNotContain("</script><b");
  }
}
