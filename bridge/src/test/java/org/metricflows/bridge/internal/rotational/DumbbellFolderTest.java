package org.metricflows.bridge.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.spectral.CosineGrid;

/** What a symmetric dumbbell leaves in its folder. */
class DumbbellFolderTest {
  private static final int POINTS = 96;
  private static final String SPEC =
      """
      rotational: {dimension: 3, radius: "sin(x)*(1 - 4*sin(x)^2/5)", points: 96, stop_fraction: 0.4}
      flow: {time: 1, record: [0, 0.002, 0.005, 0.01, 0.015]}
      """;

  @TempDir private Path folders;

  private Path whole() {
    RotationalSpec spec = (RotationalSpec) Geometries.read(SpecSource.ofText(SPEC, "spec.yaml"));
    Path whole = folders.resolve("whole");
    try (RunFolder folder = RunFolder.create(whole, spec.toYaml(), false)) {
      Run.of(SphereProblem.of(spec), spec, Map.of()).in(folder);
    }
    return whole;
  }

  /** Equal bulges stay equal until the neck pinches, up to rounding. */
  @Test
  void aSymmetricDumbbellStaysSymmetric() throws IOException {
    double[] radius = radius(whole());
    double largest = Arrays.stream(radius).max().orElseThrow();
    for (int j = 0; j < POINTS; j++) {
      assertThat(radius[POINTS - 1 - j]).isCloseTo(radius[j], within(1e-11 * largest));
    }
    // the bulges are where they were, the neck is not: it began at half their radius
    assertThat(radius[POINTS / 2]).isLessThan(0.25 * largest);
  }

  /** ψ = ℓ (sin x + v sin³ x) of the state v, ℓ², eight bytes a number after a header. */
  private static double[] radius(Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("state.npy"));
    ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    numbers.position(bytes.length - (POINTS + 1) * Double.BYTES);
    double[] state = new double[POINTS + 1];
    numbers.asDoubleBuffer().get(state);
    double[] sines = new CosineGrid(POINTS).sines();
    double[] radius = new double[POINTS];
    Arrays.setAll(
        radius, j -> Math.sqrt(state[POINTS]) * sines[j] * (1 + state[j] * sines[j] * sines[j]));
    return radius;
  }
}
