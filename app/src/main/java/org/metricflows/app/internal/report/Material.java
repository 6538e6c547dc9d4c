package org.metricflows.app.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.result.StoredRun;
import org.metricflows.app.internal.sweep.SweepFolder;
import org.metricflows.app.internal.sweep.SweepPlan;
import org.metricflows.app.internal.sweep.SweepTable;
import org.metricflows.app.internal.sweep.Tabulation;
import org.metricflows.bridge.internal.run.RunFolderException;

/**
 * What a report is made of.
 *
 * @param folders that were named
 * @param runs by their names; one run alone has none. Of sweeps their first member
 * @param sweeps by the names of their folders
 */
record Material(List<Path> folders, Map<String, StoredRun> runs, Map<String, SweepTable> sweeps) {

  Material {
    folders = List.copyOf(folders);
    runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
    sweeps = Collections.unmodifiableMap(new LinkedHashMap<>(sweeps));
  }

  /**
   * Reads folders of runs, variants or sweeps.
   *
   * @throws RunFolderException if one is none of them, or is not finished
   */
  static Material in(List<Path> folders) {
    Map<String, StoredRun> runs = new LinkedHashMap<>();
    Map<String, SweepTable> sweeps = new LinkedHashMap<>();
    boolean single = folders.size() == 1;
    for (Path folder : folders) {
      String name = single ? "" : name(folder);
      SweepFolder sweep = new SweepFolder(folder);
      if (sweep.exists()) {
        SweepPlan plan = sweep.plan();
        sweeps.put(name(folder), Tabulation.of(sweep, plan, Map.of()));
        plan.members().stream()
            .map(SweepPlan.Member::name)
            .filter(sweep::isFinished)
            .findFirst()
            .ifPresent(member -> put(runs, single ? "" : name, folder.resolve(member)));
      } else {
        StoredRun.in(folder)
            .forEach((variant, run) -> runs.put(unused(runs, joined(name, variant)), run));
      }
    }
    if (runs.isEmpty()) {
      throw new RunFolderException(folders.get(0), "holds no finished run");
    }
    return new Material(folders, runs, sweeps);
  }

  private static void put(Map<String, StoredRun> runs, String name, Path folder) {
    runs.put(unused(runs, name), StoredRun.of(folder));
  }

  private static String name(Path folder) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return last == null ? folder.toString() : last.toString();
  }

  private static String joined(String name, String variant) {
    return name.isEmpty() || variant.isEmpty() ? name + variant : name + "/" + variant;
  }

  /** Folders of one name at different places get numbers. */
  private static String unused(Map<String, StoredRun> runs, String name) {
    String unused = name;
    for (int n = 2; runs.containsKey(unused); n++) {
      unused = name + " (" + n + ")";
    }
    return unused;
  }

  /** Whether there is but one run. */
  boolean isSingle() {
    return runs.size() == 1;
  }

  /** The first run, of which the page tells what it is about. */
  StoredRun first() {
    return runs.values().iterator().next();
  }

  /** The titles of all runs, without repetition; the folders' names where there are none. */
  String title() {
    List<String> titles =
        new ArrayList<>(sweeps.values().stream().map(s -> s.plan().title()).toList());
    if (sweeps.isEmpty()) {
      runs.values().forEach(run -> titles.add(run.result().at("/spec/title").asText()));
    }
    List<String> distinct = titles.stream().filter(title -> !title.isEmpty()).distinct().toList();
    return distinct.isEmpty() || distinct.size() > 2
        ? String.join(", ", folders.stream().map(Material::name).toList())
        : String.join(" · ", distinct);
  }

  /** What the result.json of each run holds. */
  Map<String, JsonNode> results() {
    Map<String, JsonNode> results = new LinkedHashMap<>();
    runs.forEach((name, run) -> results.put(name, run.result()));
    return results;
  }
}
