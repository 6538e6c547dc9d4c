package org.metricflows.bridge.run;

import org.metricflows.bridge.spec.RunSpec;
import org.metricflows.numeric.flow.FlowListener;

/** What a spec asks for, derived and compiled, that has yet to run. */
public interface SpecRun {
  /** The spec as resolved. */
  RunSpec spec();

  /** Where it ends: the flow's last time, or how many epochs a training has. */
  double end();

  /**
   * What runs from 0 to the end, as the first entry of every record: {@code t}, or {@code epoch}.
   */
  default String clock() {
    return "t";
  }

  /**
   * Runs, or carries on from the last checkpoint, in a folder and finishes it.
   *
   * @param progress is told how far it is; the time of its steps is the clock's
   */
  RunResult in(RunFolder folder, FlowListener progress);
}
