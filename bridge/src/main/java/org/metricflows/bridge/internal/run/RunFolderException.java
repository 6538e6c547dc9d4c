package org.metricflows.bridge.internal.run;

import java.nio.file.Path;

/** A run folder that cannot be used as asked: one sentence that names the folder or file. */
public final class RunFolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with a place. */
  public RunFolderException(Path place, String problem) {
    this(place, problem, null);
  }

  RunFolderException(Path place, String problem, Throwable cause) {
    super(place + ": " + problem, cause);
  }
}
