package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Optional;

/** Where a finite network's first parameters come from. */
public sealed interface ParameterSpec {
  /**
   * Drawn at random.
   *
   * @param seed the generator's seed
   */
  record Seeded(long seed) implements ParameterSpec {}

  /**
   * Drawn: weights uniform between ±√(6/(n_in + n_out)), biases 0.
   *
   * @param seed the generator's seed
   */
  record Glorot(long seed) implements ParameterSpec {}

  /**
   * Given in the spec, or in a file it names.
   *
   * @param networks layer by layer: one network for shared outputs, one per output for independent
   *     ones
   * @param start the same of what a centred network subtracts and a linearised one is linearised
   *     at; empty where that is {@code networks}
   */
  record Given(List<List<Layer>> networks, Optional<List<List<Layer>>> start)
      implements ParameterSpec {
    /** Copies its arguments. */
    public Given {
      networks = networks.stream().map(List::copyOf).toList();
      start = start.map(layers -> layers.stream().map(List::copyOf).toList());
    }
  }

  /**
   * A layer's parameters.
   *
   * @param weights a row per output, a column per input
   * @param biases one per output
   */
  record Layer(Table weights, List<Double> biases) {
    /** Copies its arguments. */
    public Layer {
      biases = List.copyOf(biases);
    }
  }
}
