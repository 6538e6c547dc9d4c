package org.metricflows.bridge.run;

import java.nio.file.Path;
import java.util.Map;

/** Files in NumPy's format. */
public final class NumpyFile {

  private NumpyFile() {}

  /**
   * Writes arrays by name into one .npz file, whole or not at all; the same arrays give the same
   * bytes.
   *
   * @throws RunFolderException if the file cannot be written
   */
  public static void write(Path file, Map<String, Tensor> arrays) {
    WholeFile.write(file, NumpyFormat.npz(arrays));
  }
}
