package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;

/**
 * What of a network is trained, and what is looked at meanwhile.
 *
 * @param regime the network, or what stands in its place
 * @param length ℓ of the kernels {@code gaussian} and {@code delta}
 * @param solve the optimum solved for, in place of a training or a flow
 * @param observe what records carry of the metric tangent kernel
 * @param kernelPoints of how many training points that kernel is, the first ones
 * @param neighbours points at given distances from training points
 */
public record RegimeSpec(
    Regime regime,
    double length,
    Optional<SolveSpec> solve,
    List<Observable> observe,
    int kernelPoints,
    Optional<NeighbourSpec> neighbours) {
  /** Of how many training points the tangent kernel is looked at where nothing is said. */
  static final int KERNEL_POINTS = 60;

  /** ℓ where a kernel has none to be given. */
  static final double LENGTH = 0.3;

  public RegimeSpec {
    observe = List.copyOf(observe);
  }

  /** The network itself is trained, and nothing else looked at. */
  public static RegimeSpec network() {
    return new RegimeSpec(
        Regime.NETWORK, LENGTH, Optional.empty(), List.of(), KERNEL_POINTS, Optional.empty());
  }

  /** Whether a fixed kernel stands in the network's place. */
  public boolean isKernel() {
    return regime != Regime.NETWORK && regime != Regime.LINEARISED;
  }

  /** Whether the tangent kernel is frozen, and the state is one of sources. */
  public boolean isFrozen() {
    return isKernel() || solve.isPresent();
  }

  /** Whether the kernel has a length. */
  boolean hasLength() {
    return regime == Regime.GAUSSIAN || regime == Regime.DELTA;
  }

  /** Whether records carry something of the tangent kernel. */
  boolean isObserved() {
    return !observe.isEmpty();
  }
}
