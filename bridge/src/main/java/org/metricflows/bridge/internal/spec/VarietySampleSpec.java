package org.metricflows.bridge.internal.spec;

import java.util.List;

/** Points of a variety. */
public sealed interface VarietySampleSpec {

  /** Points that are not trained on; without any, records look at those that are. */
  int heldOut();

  /**
   * Intersections with random lines.
   *
   * @param count points for training
   * @param heldOut further points
   * @param seed of the lines
   */
  record Drawn(int count, int heldOut, long seed) implements VarietySampleSpec {}

  /**
   * Points as given.
   *
   * @param points homogeneous coordinates, a row {@code Re z0, Im z0, Re z1, …} a point
   * @param heldOut how many, the last ones, are held out
   */
  record Given(Table points, int heldOut) implements VarietySampleSpec {}

  /**
   * Points from a file; the spec keeps its name.
   *
   * @param file its path
   * @param points homogeneous coordinates, a row {@code Re z0, Im z0, Re z1, …} a point
   * @param weights of the points, in any normalisation
   * @param heldOut how many, the last ones, are held out
   */
  record Dataset(String file, Table points, List<Double> weights, int heldOut)
      implements VarietySampleSpec {
    /** Copies its arguments. */
    public Dataset {
      weights = List.copyOf(weights);
    }
  }
}
