package org.metricflows.bridge.internal.variety;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.Configuration;
import org.metricflows.numeric.internal.variety.VarietyMaps;
import org.metricflows.numeric.internal.variety.VarietySampler;
import org.metricflows.symbolic.internal.variety.Variety;
import org.metricflows.symbolic.internal.variety.VarietyDerivations;

/**
 * A variety with its formulas compiled.
 *
 * @param variety the equations
 * @param configuration their degrees
 * @param maps what sampling evaluates
 */
public record CompiledVariety(Variety variety, Configuration configuration, VarietyMaps maps) {

  /** Derives and compiles. */
  public static CompiledVariety of(Variety variety, Compiler compiler) {
    Configuration configuration =
        new Configuration(variety.ambient().dimensions(), variety.degrees());
    VarietyDerivations derivations = new VarietyDerivations(variety);
    VarietyMaps maps =
        new VarietyMaps(
            compiler.compile(derivations.equations()),
            compiler.compile(derivations.gradients()),
            compiler.compile(derivations.tangent()),
            compiler.compile(derivations.metric(configuration.lines())));
    return new CompiledVariety(variety, configuration, maps);
  }

  /** A sampler on all processors. */
  public VarietySampler sampler() {
    return new VarietySampler(configuration, maps, Parallel.common());
  }

  @Override
  public String toString() {
    return variety.toString();
  }
}
