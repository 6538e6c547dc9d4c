package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;

/** The measure: a finite sum of weighted points. */
public sealed interface SampleSpec {

  /** The interval of each coordinate that is not periodic, where points are made of them. */
  default Map<String, Interval> box() {
    return Map.of();
  }

  /**
   * Points as given, in the spec or in a file it names.
   *
   * @param points a row each
   * @param weights one per point, not negative; 1/N each where none are given
   */
  record Points(Table points, List<Double> weights) implements SampleSpec {
    /** Copies its arguments. */
    public Points {
      weights = List.copyOf(weights);
    }
  }

  /**
   * A regular grid: from 0 along a periodic coordinate, of cell centres in the box along any other.
   * Each weight is the cell's size.
   *
   * @param sizes the number of points along each coordinate
   * @param box the interval of each coordinate that is not periodic
   */
  record Grid(List<Integer> sizes, Map<String, Interval> box) implements SampleSpec {
    /** Copies its arguments. */
    public Grid {
      sizes = List.copyOf(sizes);
      box = Map.copyOf(box);
    }
  }

  /**
   * Points drawn uniformly from the periodic cell, or from the box. Each weight is the region's
   * size divided by their number.
   *
   * @param count how many
   * @param seed the generator's seed
   * @param box the interval of each coordinate that is not periodic
   */
  record MonteCarlo(int count, long seed, Map<String, Interval> box) implements SampleSpec {
    /** Copies its arguments. */
    public MonteCarlo {
      box = Map.copyOf(box);
    }
  }

  /**
   * A product rule on a closed manifold that has one.
   *
   * @param degree of the polynomials in the ambient coordinates that it integrates exactly on a
   *     sphere; elsewhere how fine it is
   */
  record Rule(int degree) implements SampleSpec {}

  /**
   * Points of a closed manifold, uniform by its volume.
   *
   * @param count how many, at least
   * @param seed the generator's seed
   */
  record Uniform(int count, long seed) implements SampleSpec {}

  /**
   * An interval of a coordinate.
   *
   * @param from its lower end
   * @param to its upper end, above the lower
   */
  record Interval(double from, double to) {}
}
