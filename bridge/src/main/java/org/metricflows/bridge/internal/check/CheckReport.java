package org.metricflows.bridge.internal.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All comparisons of a spec's evaluators.
 *
 * @param evaluators one entry an evaluator and independent path
 */
public record CheckReport(List<CheckResult> evaluators) {

  public CheckReport {
    evaluators = List.copyOf(evaluators);
  }

  /** Whether all agree. */
  public boolean passed() {
    return evaluators.stream().allMatch(CheckResult::passed);
  }

  /** The comparisons that failed. */
  public List<CheckResult> failures() {
    return evaluators.stream().filter(result -> !result.passed()).toList();
  }

  /** The report as JSON writers take it: {@code evaluators}, {@code passed}. */
  public Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("evaluators", evaluators.stream().map(CheckResult::toTree).toList());
    tree.put("passed", passed());
    return tree;
  }
}
