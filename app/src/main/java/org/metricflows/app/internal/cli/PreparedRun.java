package org.metricflows.app.internal.cli;

import java.nio.file.Path;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.bridge.internal.run.RunWatcher;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;

/**
 * A run, derived and compiled, that has yet to start.
 *
 * @param name of the variant, empty for a plain spec
 * @param run what it runs
 */
record PreparedRun(String name, Run run) {

  /** Whatever is wrong with the spec shows here, before anything is written. */
  static PreparedRun of(String name, SpecSource source) {
    try {
      return new PreparedRun(name, Geometries.run(source, Versions.all()));
    } catch (InputException e) {
      throw source.locate(e);
    }
  }

  /** The run that a folder was made for. */
  static PreparedRun of(String name, RunFolder place) {
    String file = place.path().resolve("spec.yaml").toString();
    return of(name, SpecSource.ofText(place.spec(), file));
  }

  /**
   * Runs, or carries on, in the folder; what result.json then holds.
   *
   * @param whole the folder that a person knows of: this, or one that holds those of all variants
   */
  String in(RunFolder folder, Path whole, Console console) {
    ProgressLine line = new ProgressLine(console);
    try (Interruption interruption = Interruption.of(console, whole)) {
      run.watchedBy(new Progress(line, name, run.problem().clock(), interruption)).in(folder);
    } finally {
      line.end();
    }
    return folder.readResult();
  }

  /** The same, saying nothing. */
  void quietlyIn(RunFolder folder, Interruption interruption) {
    run.watchedBy(
            new RunWatcher() {
              @Override
              public void kept() {
                interruption.kept();
              }

              @Override
              public boolean isStopping() {
                return interruption.isAsked();
              }
            })
        .in(folder);
  }
}
