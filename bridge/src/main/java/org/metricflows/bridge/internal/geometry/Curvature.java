package org.metricflows.bridge.internal.geometry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.curvature.CurvatureNumbers;
import org.metricflows.bridge.internal.curvature.FormulaSheet;

/** The curvature of a metric: formulas, and numbers where asked. */
public interface Curvature {

  /** What a point is given by, in order; empty for a metric that is the same at every point. */
  List<String> coordinates();

  /** What the indices of tensors are called. */
  default List<String> frame() {
    return coordinates();
  }

  /** The formulas. */
  Told everywhere();

  /**
   * The numbers at a point, 0 for what is rounding.
   *
   * @param field what gave the point, for messages: {@code --at}
   * @param point a number a coordinate
   * @throws org.metricflows.symbolic.InputException if the metric is not defined or singular there
   */
  Numbers at(String field, double... point);

  /**
   * The numbers at a point as they are computed, and the formulas, under the keys of a JSON
   * document.
   *
   * @throws org.metricflows.symbolic.InputException as {@link #at} does
   */
  Map<String, Object> document(String field, double... point);

  /**
   * What is told.
   *
   * @param formulas a line each, {@code name = formula}
   * @param sheet the same formulas for printing in other formats
   * @param values numbers for people, by what they are
   * @param tree all of it under the keys of a JSON document
   */
  record Told(
      List<String> formulas,
      FormulaSheet sheet,
      Map<String, double[]> values,
      Map<String, Object> tree) {}

  /**
   * Numbers for people.
   *
   * @param values by what they are
   * @param tensors at the point, in the coordinates
   */
  record Numbers(Map<String, double[]> values, Optional<CurvatureNumbers> tensors) {}
}
