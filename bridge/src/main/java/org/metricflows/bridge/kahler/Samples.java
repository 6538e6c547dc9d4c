package org.metricflows.bridge.kahler;

import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.spec.CalabiYauSpec;
import org.metricflows.bridge.variety.VarietySamples;
import org.metricflows.numeric.variety.VarietySample;

/** The sample of a spec. */
final class Samples {

  private Samples() {}

  static VarietySample of(CalabiYauSpec spec, Compiler compiler) {
    return VarietySamples.of(spec.variety(), spec.sample(), compiler);
  }
}
