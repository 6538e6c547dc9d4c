package org.metricflows.bridge.internal.graph;

import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;

/** Numbers of expressions without symbols. */
public final class Constants {

  private Constants() {}

  /** The value, in double precision. */
  public static double valueOf(Expr expr) {
    Derivation.Builder builder = Derivation.builder();
    builder.define("value", expr);
    return new GraphEvaluator(Graph.of(builder.build("value"))).evaluate()[0];
  }
}
