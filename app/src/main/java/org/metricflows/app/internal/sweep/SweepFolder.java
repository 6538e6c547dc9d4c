package org.metricflows.app.internal.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.metricflows.bridge.internal.run.JsonText;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.bridge.internal.run.RunFolderException;
import org.metricflows.bridge.internal.run.WholeFile;

/**
 * The folder of a sweep:
 *
 * <pre>
 *   plan.json      which runs there are; written when all their folders are made, before any runs
 *   NAME/          the run folder of each
 *   table.csv      at the end: the table, a row a combination of values but for seeds
 *   sweep.json     at the end: the table, the slopes, and every run's values
 * </pre>
 *
 * @param path where it is
 */
public record SweepFolder(Path path) {
  private static final String PLAN = "plan.json";
  private static final String RESULT = "result.json";
  private static final String SPEC = "spec.yaml";

  /** Whether a sweep was begun here. */
  public boolean exists() {
    return Files.isRegularFile(path.resolve(PLAN));
  }

  /** Whether it is this sweep that was begun here: the same plan, of the same specs. */
  public boolean holds(PlannedSweep sweep) {
    return exists()
        && text(path.resolve(PLAN)).equals(json(sweep.plan().toTree()))
        && sweep.runs().entrySet().stream()
            .allMatch(run -> hasSpec(run.getKey(), run.getValue().yaml()));
  }

  private boolean hasSpec(String name, String yaml) {
    Path file = path.resolve(name).resolve(SPEC);
    return Files.exists(file) && text(file).equals(yaml);
  }

  /**
   * Makes the folders of all runs, or takes those of the same sweep as they are.
   *
   * @param force whether to start over, and to overwrite what another sweep left
   * @throws RunFolderException if it holds something else, or cannot be written
   */
  public void create(PlannedSweep sweep, boolean force) {
    if (!force && holds(sweep)) {
      return;
    }
    if (!force && (exists() || Files.exists(path.resolve(SPEC)))) {
      throw new RunFolderException(
          path, "holds another sweep or run; name another folder, or --force to overwrite it");
    }
    for (Map.Entry<String, PlannedSweep.Run> run : sweep.runs().entrySet()) {
      Path place = path.resolve(run.getKey());
      String yaml = run.getValue().yaml();
      RunFolder folder =
          !force && hasSpec(run.getKey(), yaml)
              ? RunFolder.open(place)
              : RunFolder.create(place, yaml, force);
      folder.close();
    }
    WholeFile.write(
        path.resolve(PLAN), json(sweep.plan().toTree()).getBytes(StandardCharsets.UTF_8));
  }

  /** The plan of the sweep that was begun here. */
  public SweepPlan plan() {
    Path file = path.resolve(PLAN);
    try {
      return new ObjectMapper().readValue(text(file), SweepPlan.class);
    } catch (JsonProcessingException e) {
      throw new RunFolderException(file, "is not the plan of a sweep");
    }
  }

  /** The folder of a run. */
  public RunFolder open(String run) {
    return RunFolder.open(path.resolve(run));
  }

  /** Whether a run has come to its end or an early stop. */
  public boolean isFinished(String run) {
    return Files.exists(path.resolve(run).resolve(RESULT));
  }

  /** What the result.json of a finished run holds. */
  public String result(String run) {
    return text(path.resolve(run).resolve(RESULT));
  }

  /** Writes table.csv and sweep.json. */
  public void write(SweepTable table) {
    WholeFile.write(
        path.resolve("table.csv"), TableFormat.csv(table).getBytes(StandardCharsets.UTF_8));
    WholeFile.write(
        path.resolve("sweep.json"), json(TableFormat.tree(table)).getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Object tree) {
    return JsonText.of(tree);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new RunFolderException(file, "cannot be read");
    }
  }
}
