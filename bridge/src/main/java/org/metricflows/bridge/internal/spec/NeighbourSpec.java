package org.metricflows.bridge.internal.spec;

import java.util.List;

/**
 * Points made at given distances from training points, at which the loss is compared with that at
 * the start.
 *
 * @param distances of the points, rising
 * @param points how many training points have neighbours, the first ones
 * @param power p of the loss |1 − q/κ|^p that is compared
 * @param seed of the directions
 */
public record NeighbourSpec(List<Double> distances, int points, int power, long seed) {

  public NeighbourSpec {
    distances = List.copyOf(distances);
  }
}
