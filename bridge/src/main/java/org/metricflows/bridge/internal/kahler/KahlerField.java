package org.metricflows.bridge.internal.kahler;

import java.util.Optional;
import java.util.function.Supplier;
import org.metricflows.numeric.internal.variety.VarietySample;

/** The Kähler metric of a state, at any points of its variety. */
interface KahlerField {

  /**
   * What a state is at points.
   *
   * @param metric g, {@code [number of the packed matrix][point]}
   * @param potential φ by point, worked out when it is asked for, where the model has one
   */
  record Values(double[][] metric, Optional<Supplier<double[]>> potential) {}

  /** What {@link #at} and {@link #ricci} take, of a state. */
  default double[] prepared(double[] state) {
    return state;
  }

  /** The metric. */
  Values at(double[] prepared, VarietySample points);

  /**
   * R_ab̄ in Hermitian packing, then R: {@code [number][point]}; only where {@link #isCurved} says
   * so.
   */
  default double[][] ricci(double[] prepared, VarietySample points) {
    throw new IllegalStateException("ricci: the model has none");
  }

  /** Whether there is {@link #ricci}. */
  default boolean isCurved() {
    return false;
  }

  /** What the potential is, a line of text; empty where there is none. */
  default Optional<String> potential() {
    return Optional.empty();
  }
}
