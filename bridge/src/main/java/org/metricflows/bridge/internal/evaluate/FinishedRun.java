package org.metricflows.bridge.internal.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import org.metricflows.bridge.internal.numpy.NpyFile;
import org.metricflows.bridge.internal.numpy.NumpyException;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;

/**
 * What a run has left in its folder.
 *
 * @param folder the run folder
 * @param source its spec.yaml
 * @param state its state.npy
 */
@SuppressWarnings("ArrayRecordComponent") // freshly read for the caller, who owns it
public record FinishedRun(Path folder, SpecSource source, double[] state) {

  /**
   * Reads a run folder; others may be reading it, too.
   *
   * @throws InputException if it holds no finished run, or a file of it cannot be read
   */
  public static FinishedRun of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw bad(folder, Files.exists(folder) ? "is not a folder" : "there is no such folder");
    }
    if (Files.exists(folder.resolve("variants.txt"))) {
      throw bad(folder, "holds runs of several variants; name the folder of one of them");
    }
    if (!Files.exists(folder.resolve("spec.yaml"))) {
      throw bad(folder, "holds no run: there is no spec.yaml in it");
    }
    if (!Files.exists(folder.resolve("result.json"))) {
      throw bad(folder, "holds an unfinished run; resume it first");
    }
    try {
      return new FinishedRun(
          folder,
          SpecSource.of(folder.resolve("spec.yaml")),
          NpyFile.read(folder.resolve("state.npy")).values());
    } catch (NumpyException e) {
      throw bad(folder, "its state.npy cannot be used: " + e.reason());
    }
  }

  private static InputException bad(Path folder, String complaint) {
    return InputException.of(folder.toString(), complaint);
  }
}
