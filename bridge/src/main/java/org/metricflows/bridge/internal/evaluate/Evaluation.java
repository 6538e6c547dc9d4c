package org.metricflows.bridge.internal.evaluate;

import java.util.List;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.Suggestion;

/** The metrics of one spec's states, at any points. */
public interface Evaluation {

  /** The names of the numbers that state a point; empty where all points are alike. */
  List<String> coordinates();

  /** All that can be asked for, in the order of files. */
  List<Quantity> quantities();

  /** What is told where nothing is asked for. */
  List<String> usual();

  /**
   * The metric at given points.
   *
   * @param state as in state.npy
   * @param points {@code [point][coordinate]}
   * @param what names of quantities
   * @throws InputException if a point is not on the space, or the quantity not defined for the
   *     model
   */
  Evaluated at(double[] state, double[][] points, List<String> what);

  /**
   * The metric at random points, with their weights and integrals over the space.
   *
   * @param count how many, at least
   * @throws InputException where points cannot be drawn
   */
  Evaluated drawn(double[] state, int count, long seed, List<String> what);

  /**
   * The names that a person asked for, checked.
   *
   * @param option what they were given by, for messages
   * @throws InputException at the first that is unknown
   */
  default List<String> checked(List<String> what, String option) {
    List<String> names = quantities().stream().map(Quantity::name).toList();
    for (String name : what) {
      if (!names.contains(name)) {
        throw InputException.of(
            option, "'" + name + "' is unknown; " + Suggestion.ending(name, names));
      }
    }
    return names.stream().filter(what::contains).toList();
  }
}
