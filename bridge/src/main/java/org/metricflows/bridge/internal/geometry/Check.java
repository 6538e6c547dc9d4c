package org.metricflows.bridge.internal.geometry;

import java.util.function.Consumer;
import org.metricflows.bridge.internal.check.CheckReport;

/** The comparisons of all evaluators of a spec, ready to be made. */
@FunctionalInterface
public interface Check {

  /**
   * Makes them.
   *
   * @param progress is told what is being checked
   */
  CheckReport run(Consumer<String> progress);
}
