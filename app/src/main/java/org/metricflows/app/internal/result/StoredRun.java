package org.metricflows.app.internal.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.run.RunFolderException;
import org.metricflows.bridge.internal.spec.SpecSource;

/**
 * A finished run, as its folder holds it.
 *
 * @param folder where it is
 * @param spec the text of spec.yaml
 * @param result what result.json holds
 * @param fields what fields.npz holds, empty without the file
 */
public record StoredRun(Path folder, String spec, JsonNode result, StoredFields fields) {

  /**
   * Reads a run.
   *
   * @throws RunFolderException if there is none, or it is not finished, or a file cannot be read
   */
  public static StoredRun of(Path folder) {
    if (!Files.isRegularFile(folder.resolve("spec.yaml"))) {
      throw new RunFolderException(
          folder,
          Files.isDirectory(folder)
              ? "holds no run: there is no spec.yaml in it"
              : "there is no such folder");
    }
    if (!Files.isRegularFile(folder.resolve("result.json"))) {
      throw new RunFolderException(
          folder, "holds an unfinished run; 'metricflows resume' carries it on");
    }
    return new StoredRun(
        folder,
        text(folder.resolve("spec.yaml")),
        tree(folder.resolve("result.json")),
        StoredFields.in(folder));
  }

  /** The runs of a folder by the names of their variants; one run alone has none. */
  public static Map<String, StoredRun> in(Path folder) {
    Map<String, StoredRun> runs = new LinkedHashMap<>();
    RunGroup.in(folder).forEach((name, path) -> runs.put(name, of(path)));
    return runs;
  }

  /** Its records. */
  public RunRecords records() {
    return new RunRecords(result);
  }

  /** The spec as written, to be understood. */
  public SpecSource source() {
    return SpecSource.ofText(spec, folder.resolve("spec.yaml").toString());
  }

  /** The names of the coordinates of the points of its fields. */
  public List<String> coordinates() {
    List<String> names = new ArrayList<>();
    result.at("/spec/chart/coordinates").forEach(name -> names.add(name.asText()));
    JsonNode single = result.at("/spec/rotational/coordinate");
    if (names.isEmpty() && single.isTextual()) {
      names.add(single.asText());
    }
    for (int i = names.size(); i < fields.coordinates(); i++) {
      names.add("x" + (i + 1));
    }
    return names;
  }

  /** Whether a coordinate comes back to where it was. */
  public boolean isPeriodic(String coordinate) {
    return result.at("/spec/chart/periodic").has(coordinate);
  }

  /** What the clock showed at the times of the fields. */
  public double[] fieldTimes() {
    List<Double> times = records().times();
    return times.size() == fields.times().length
        ? times.stream().mapToDouble(Double::doubleValue).toArray()
        : fields.times();
  }

  private static JsonNode tree(Path file) {
    try {
      return new ObjectMapper().readTree(text(file));
    } catch (JsonProcessingException e) {
      throw new RunFolderException(file, "is not valid JSON");
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new RunFolderException(file, "cannot be read");
    }
  }
}
