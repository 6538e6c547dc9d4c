package org.metricflows.bridge.internal.geometry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.FinishedRun;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.bridge.internal.spec.SpecSource;

/** Runs that are finished, for what is asked of them afterwards. */
final class FinishedRuns {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FinishedRuns() {}

  /** A run of a spec, in a folder of its own among others. */
  static FinishedRun of(Path folders, String text) {
    Run run = Geometries.run(SpecSource.ofText(text, "spec.yaml"), Map.of());
    try {
      Path path = Files.createTempDirectory(folders, "run").resolve("run");
      try (RunFolder folder = RunFolder.create(path, run.spec().toYaml(), false)) {
        run.in(folder);
      }
      return FinishedRun.of(path);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Evaluation evaluation(FinishedRun run) {
    return Geometries.answer(run.source(), "evaluate", Geometry::evaluation);
  }

  static JsonNode records(FinishedRun run) throws IOException {
    return JSON.readTree(run.folder().resolve("result.json").toFile()).path("records");
  }

  static JsonNode last(FinishedRun run) throws IOException {
    JsonNode records = records(run);
    return records.get(records.size() - 1);
  }
}
