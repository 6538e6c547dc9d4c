package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.metricflows.bridge.internal.kahler.AlgebraicEvaluators;
import org.metricflows.numeric.internal.algebraic.BalancingMap;
import org.metricflows.numeric.internal.algebraic.DonaldsonIteration;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowRecord;

/**
 * What is checked of balancing an algebraic metric; forms are N² numbers.
 *
 * @param map H ↦ T(H)
 * @param metric H ↦ g at the points of records
 * @param ratio g ↦ det g/|Ω|² there
 * @param record g ↦ what a record says
 * @param states the first of the iteration, each H and then how far from balanced it is
 */
record AlgebraicPaths(
    UnaryOperator<double[]> map,
    Function<double[], double[][]> metric,
    Function<double[][], double[]> ratio,
    Function<double[][], Map<String, Object>> record,
    List<double[]> states) {
  private static final int ITERATIONS = 3;

  static AlgebraicPaths of(AlgebraicEvaluators evaluators) {
    return new AlgebraicPaths(
        evaluators.map()::image,
        evaluators::metric,
        evaluators::ratio,
        evaluators::record,
        states(evaluators.map()));
  }

  private static List<double[]> states(BalancingMap map) {
    List<double[]> states = new ArrayList<>();
    new DonaldsonIteration(map, ITERATIONS, 0, 1)
        .run(
            new FlowListener() {
              @Override
              public void recorded(FlowRecord record) {
                states.add(record.state());
              }
            });
    return states;
  }
}
