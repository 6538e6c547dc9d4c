package org.metricflows.bridge.flow;

import org.metricflows.bridge.graph.Graph;
import org.metricflows.bridge.graph.GraphEvaluator;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;

/** Numbers of expressions without symbols. */
final class Constants {

  private Constants() {}

  static double valueOf(Expr expr) {
    Derivation.Builder builder = Derivation.builder();
    builder.define("value", expr);
    return new GraphEvaluator(Graph.of(builder.build("value"))).evaluate()[0];
  }
}
