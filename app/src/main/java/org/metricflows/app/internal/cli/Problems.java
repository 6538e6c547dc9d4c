package org.metricflows.app.internal.cli;

import java.util.Optional;
import org.metricflows.bridge.internal.run.RunFolderException;
import org.metricflows.symbolic.InputException;

/** Tells bad input from faults of the program. */
final class Problems {
  private Problems() {}

  /** The sentence to say if bad input caused this. */
  static Optional<String> inInput(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof InputException
          || e instanceof RunFolderException
          || e instanceof BadInputException) {
        return Optional.of(e.getMessage().strip().replaceAll("\\s+", " "));
      }
    }
    return Optional.empty();
  }
}
