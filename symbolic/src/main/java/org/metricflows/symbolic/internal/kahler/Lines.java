package org.metricflows.symbolic.internal.kahler;

import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.ComplexExpr;

/**
 * ComplexExpr numbers as inputs and lines of a derivation: a name with r and one with i behind it.
 */
final class Lines {

  private Lines() {}

  static ComplexExpr input(Derivation.Builder builder, String name, String latex) {
    return new ComplexExpr(
        builder.input(name + "r", "\\Re " + latex), builder.input(name + "i", "\\Im " + latex));
  }

  static ComplexExpr define(
      Derivation.Builder builder, String name, String latex, ComplexExpr value) {
    return new ComplexExpr(
        builder.define(name + "r", "\\Re " + latex, value.re()),
        builder.define(name + "i", "\\Im " + latex, value.im()));
  }
}
