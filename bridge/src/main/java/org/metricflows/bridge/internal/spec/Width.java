package org.metricflows.bridge.internal.spec;

import java.util.List;

/** The hidden layers. */
public sealed interface Width {
  /** The number of hidden layers. */
  int depth();

  /**
   * Layers of given widths.
   *
   * @param hiddenLayers the widths, from the input on
   */
  record Finite(List<Integer> hiddenLayers) implements Width {
    /** Copies its argument. */
    public Finite {
      hiddenLayers = List.copyOf(hiddenLayers);
    }

    @Override
    public int depth() {
      return hiddenLayers.size();
    }
  }

  /**
   * Infinitely wide layers.
   *
   * @param depth how many
   */
  record Infinite(int depth) implements Width {}
}
