package org.metricflows.examples.cli;

import org.metricflows.bridge.flow.MetricFlowRun;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.spec.Purpose;
import org.metricflows.bridge.spec.Spec;
import org.metricflows.bridge.spec.SpecSource;
import org.metricflows.symbolic.InputException;

/**
 * A flow, derived and compiled, that has yet to run.
 *
 * @param name of the variant, empty for a plain spec
 * @param spec its spec
 * @param flow its flow
 */
record PreparedRun(String name, Spec spec, MetricFlowRun flow) {

  /** Whatever is wrong with the spec shows here, before anything is written. */
  static PreparedRun of(String name, SpecSource source) {
    Spec spec = source.read(Purpose.RUN);
    try {
      return new PreparedRun(name, spec, MetricFlowRun.of(spec, Versions.all()));
    } catch (InputException e) {
      throw source.locate(e.getMessage());
    }
  }

  /** Runs, or carries on, in the folder; what result.json then holds. */
  String in(RunFolder folder, Console console) {
    flow.in(folder, new Progress(console, name, spec.flow().time()));
    return folder.readResult();
  }
}
