package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects pairs of numbers that ought to agree.
 *
 * <p>Differences are measured relative to the largest number of the group they belong to (all
 * second derivatives, say), since a number that is small by cancellation carries the rounding of
 * its terms. A group that is small throughout is measured by a thousandth of the largest group.
 * Where numbers are known to be small differences of larger ones, those say what is natural. Where
 * both sides are no number, there is nothing to compare; where one is, the error is infinite.
 */
final class Comparison {
  private static final double SMALLEST_GROUP = 1e-3;

  private final String name;
  private final String against;
  private final double tolerance;
  private final Map<String, List<Pair>> groups = new LinkedHashMap<>();

  private record Pair(String what, double actual, double expected, double size) {
    double difference() {
      return Math.abs(actual - expected);
    }
  }

  Comparison(String name, String against, double tolerance) {
    this.name = name;
    this.against = against;
    this.tolerance = tolerance;
  }

  /**
   * @param group numbers of like size
   * @param what names the number
   */
  void add(String group, String what, double actual, double expected) {
    add(group, what, actual, expected, 0);
  }

  /**
   * @param size of the terms that the number is the sum of
   */
  void add(String group, String what, double actual, double expected, double size) {
    if (Double.isNaN(actual) && Double.isNaN(expected) || actual == expected && !finite(actual)) {
      return;
    }
    groups
        .computeIfAbsent(group, g -> new ArrayList<>())
        .add(new Pair(what, actual, expected, size));
  }

  private static boolean finite(double value) {
    return Double.isFinite(value);
  }

  CheckResult result(int points) {
    double largest = groups.values().stream().mapToDouble(Comparison::size).max().orElse(0);
    double error = groups.isEmpty() ? Double.POSITIVE_INFINITY : 0;
    String worst = groups.isEmpty() ? "no finite number was found" : "";
    for (List<Pair> group : groups.values()) {
      double size = Math.max(size(group), SMALLEST_GROUP * largest);
      for (Pair pair : group) {
        double relative = relative(pair, size > 0 ? size : 1);
        if (relative > error) {
          error = relative;
          worst = pair.what() + ": " + pair.actual() + " instead of " + pair.expected();
        }
      }
    }
    return new CheckResult(name, against, points, error, tolerance, worst);
  }

  private static double size(List<Pair> group) {
    return group.stream()
        .mapToDouble(pair -> Math.max(Math.abs(pair.expected()), pair.size()))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private static double relative(Pair pair, double size) {
    boolean comparable = finite(pair.actual()) && finite(pair.expected());
    return comparable ? pair.difference() / size : Double.POSITIVE_INFINITY;
  }
}
