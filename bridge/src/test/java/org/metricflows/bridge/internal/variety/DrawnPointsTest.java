package org.metricflows.bridge.internal.variety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.numeric.internal.variety.VarietySampler;

/** What holds of every drawn point, whatever the variety. */
class DrawnPointsTest {
  static Stream<CompiledVariety> varieties() {
    return Varieties.all();
  }

  @ParameterizedTest
  @MethodSource("varieties")
  void pointsSolveTheEquations(CompiledVariety variety) {
    VarietySample sample = variety.sampler().draw(1000, 200, 3);
    double[][] values = new double[2 * variety.configuration().codimension()][sample.points()];
    variety
        .maps()
        .equations()
        .apply(
            sample.z(),
            new int[sample.z().length],
            values,
            new int[values.length],
            sample.points());
    // coefficients and coordinates are at most about 1, and roots exact to a few units
    double largest =
        Arrays.stream(values).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
    assertThat(largest).isLessThan(1e-13);
  }

  @ParameterizedTest
  @MethodSource("varieties")
  void pointsDoNotDependOnTheNumberOfThreads(CompiledVariety variety) {
    VarietySample[] samples = new VarietySample[2];
    for (int i = 0; i < 2; i++) {
      try (Parallel threads = Parallel.of(1 + 2 * i)) {
        samples[i] =
            new VarietySampler(variety.configuration(), variety.maps(), threads).draw(1001, 300, 7);
      }
    }
    assertThat(samples[1].z()).isEqualTo(samples[0].z());
    assertThat(samples[1].pullback()).isEqualTo(samples[0].pullback());
    assertThat(samples[1].weight()).isEqualTo(samples[0].weight());
    assertThat(samples[1].volumes()).isEqualTo(samples[0].volumes());
  }

  @Test
  void heldOutPointsShareNoLineWithThoseForTraining() {
    VarietySample sample = Varieties.dwork(5, "0").sampler().draw(23, 12, 1);
    assertThat(sample.training().points()).isEqualTo(23);
    assertThat(sample.heldOut().points()).isEqualTo(12);
    assertThat(sample.training().line()).endsWith(4, 4, 4).startsWith(0, 0, 0, 0, 0, 1);
    assertThat(sample.heldOut().line()).startsWith(5, 5, 5, 5, 5, 6).endsWith(7, 7);
  }

  @Test
  void moreHeldOutPointsLeaveThoseForTrainingAsTheyAre() {
    VarietySampler sampler = Varieties.dwork(4, "0").sampler();
    assertThat(sampler.draw(50, 400, 1).training().z())
        .isEqualTo(sampler.draw(50, 0, 1).training().z());
  }
}
