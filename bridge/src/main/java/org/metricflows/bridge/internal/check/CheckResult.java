package org.metricflows.bridge.internal.check;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of comparing one evaluator with one independent path.
 *
 * @param name the evaluator
 * @param against the independent path
 * @param points at how many points, or pairs of points, it was evaluated
 * @param maxRelativeError the largest difference, relative to the natural size of what is compared;
 *     infinite if one side alone is not a number
 * @param tolerance the largest that passes
 * @param worst where the largest difference was found
 */
public record CheckResult(
    String name,
    String against,
    int points,
    double maxRelativeError,
    double tolerance,
    String worst) {

  /** Whether the two paths agree. */
  public boolean passed() {
    return maxRelativeError <= tolerance;
  }

  /** The result as JSON writers take it. */
  public Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("against", against);
    tree.put("points", points);
    tree.put("max_relative_error", maxRelativeError);
    tree.put("tolerance", tolerance);
    tree.put("passed", passed());
    tree.put("worst", worst);
    return tree;
  }
}
