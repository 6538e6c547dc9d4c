package org.metricflows.bridge.internal.rotational;

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
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.internal.spec.SpecSource;

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
    RotationalSpec spec = (RotationalSpec) Geometries.read(SpecSource.ofText(SPEC, "spec.yaml"));
    try (RunFolder place = RunFolder.create(folder.resolve("run"), spec.toYaml(), false)) {
      RunResult result = Run.of(SphereProblem.of(spec), spec, Map.of()).in(place);
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

  @Test
  void theSameSpecGivesTheSameNumbers() {
    assertThat(Spheres.run(SPEC).records()).isEqualTo(Spheres.run(SPEC).records());
  }
}
