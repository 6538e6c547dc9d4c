package org.metricflows.bridge.rotational;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.run.RunResult;
import org.metricflows.bridge.run.Tensor;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.bridge.spec.SpecSource;
import org.metricflows.numeric.flow.FlowListener;

/** What the run of a sphere leaves in its folder. */
class SphereFolderTest {
  private static final String SPEC =
      """
      rotational: {dimension: 3, radius: "sin(x)", points: 20}
      flow: {time: 0.1, record: [0, 0.05, 0.1]}
      """;

  @TempDir private Path folder;

  @Test
  void profilesGoToFieldsAndNumbersToTheResult() throws Exception {
    RotationalSpec spec = (RotationalSpec) SpecSource.ofText(SPEC, "spec.yaml").readRun();
    try (RunFolder place = RunFolder.create(folder.resolve("run"), spec.toYaml(), false)) {
      RunResult result = SphereRun.of(spec, Map.of()).in(place, new FlowListener() {});
      assertThat(result.records()).hasSize(3);
      assertThat(result.records())
          .allSatisfy(record -> assertThat(record.values()).allMatch(v -> v instanceof Number));
      assertThat(place.isFinished()).isTrue();
    }
    try (ZipFile fields = new ZipFile(folder.resolve("run/fields.npz").toFile())) {
      assertThat(names(fields))
          .containsExactlyInAnyOrder(
              "t.npy", "x.npy", "radius.npy", "curvature_radial.npy", "curvature_tangential.npy");
      // three times twenty doubles after a header
      assertThat(fields.getEntry("radius.npy").getSize()).isGreaterThan(3 * 20 * 8);
    }
  }

  private static List<String> names(ZipFile file) {
    Enumeration<? extends ZipEntry> entries = file.entries();
    List<String> names = new ArrayList<>();
    while (entries.hasMoreElements()) {
      names.add(entries.nextElement().getName());
    }
    return names;
  }

  /** Records read back from a checkpoint hold lists where fresh ones hold arrays. */
  @Test
  void recordsOfACheckpointReadLikeFreshOnes() {
    Map<String, Object> fresh = Map.of("t", 0.0, "radius", new double[] {1, 2});
    Map<String, Object> old = Map.of("t", 1, "radius", List.of(3.0, 4));
    Tensor rows = RecordedArrays.rows(List.of(fresh, old), "radius", 2);
    assertThat(rows.shape()).containsExactly(2, 2);
    assertThat(rows.values()).containsExactly(1, 2, 3, 4);
    assertThat(RecordedArrays.numbers(List.of(fresh, old)))
        .containsExactly(Map.of("t", 0.0), Map.of("t", 1));
  }

  @Test
  void theSameSpecGivesTheSameNumbers() {
    assertThat(Spheres.run(SPEC).records()).isEqualTo(Spheres.run(SPEC).records());
  }
}
