package org.metricflows.bridge.rotational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.bridge.spec.SpecSource;
import org.metricflows.numeric.flow.FlowCheckpoint;
import org.metricflows.numeric.flow.FlowListener;
import org.metricflows.numeric.spectral.CosineGrid;

/** What is left in folders by dumbbells that are interrupted, and by symmetric ones. */
class DumbbellFolderTest {
  private static final int POINTS = 96;
  private static final String SPEC =
      """
      rotational: {dimension: 3, radius: "sin(x)*(1 - 4*sin(x)^2/5)", points: 96, stop_fraction: 0.4}
      flow: {time: 1, record: [0, 0.002, 0.005, 0.01, 0.015]}
      """;

  @TempDir private Path folders;

  private static SphereRun run() {
    RotationalSpec spec = (RotationalSpec) SpecSource.ofText(SPEC, "spec.yaml").readRun();
    return SphereRun.of(spec, Map.of());
  }

  private Path whole() {
    Path whole = folders.resolve("whole");
    try (RunFolder folder = RunFolder.create(whole, run().spec().toYaml(), false)) {
      run().in(folder, new FlowListener() {});
    }
    return whole;
  }

  /** Killed at the last of so many checkpoints, each at a record. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aKilledRunIsCarriedOnToTheSameBytes(int legs) throws IOException {
    Path killed = folders.resolve("killed");
    try (RunFolder folder = RunFolder.create(killed, run().spec().toYaml(), false)) {
      assertThatThrownBy(() -> run().in(folder, killingAfter(legs), Duration.ZERO))
          .hasMessage("killed");
      assertThat(folder.readCheckpoint().orElseThrow().records()).isNotEmpty();
    }
    try (RunFolder folder = RunFolder.open(killed)) {
      run().in(folder, new FlowListener() {});
    }
    Path whole = whole();
    for (String file : new String[] {"spec.yaml", "series.csv", "state.npy", "fields.npz"}) {
      assertThat(killed.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
    assertThat(withoutTime(killed)).contains("the neck pinches").isEqualTo(withoutTime(whole));
  }

  private static FlowListener killingAfter(int legs) {
    int[] seen = {0};
    return new FlowListener() {
      @Override
      public void legEnded(FlowCheckpoint checkpoint) {
        if (++seen[0] == legs) {
          throw new IllegalStateException("killed");
        }
      }
    };
  }

  private static String withoutTime(Path folder) throws IOException {
    return Files.readString(folder.resolve("result.json")).replaceAll("\"cpu_seconds\" : .*", "");
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
