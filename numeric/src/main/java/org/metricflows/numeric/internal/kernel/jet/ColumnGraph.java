package org.metricflows.numeric.internal.kernel.jet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The straight-line program over columns that jet operations are written into.
 *
 * <p>A column holds one number a pair of points. Every operation of truncated Taylor arithmetic
 * comes down to two kinds of node: sums of products of columns, and Taylor coefficients of an
 * elementary function at a column. Equal nodes are made once.
 */
final class ColumnGraph {

  sealed interface Node permits Input, Constant, Products, Series, Coefficient, Angle {}

  record Input(int position) implements Node {}

  record Constant(double value) implements Node {}

  /** Σ_t column[factors[2t]] · column[factors[2t + 1]]. */
  record Products(List<Integer> factors) implements Node {}

  /**
   * The Taylor coefficients of a function, relative ones where they are better; the {@code order +
   * 1} nodes after it pick them out.
   */
  record Series(Univariate function, int argument, int order) implements Node {

    /** Computes the coefficients at an argument. */
    void expand(double u, double[] out) {
      if (function.isRelative()) {
        function.relativeTaylor(u, order, out);
      } else {
        function.taylor(u, order, out);
      }
    }
  }

  record Coefficient(int series, int k) implements Node {}

  /** atan2(y, x). */
  record Angle(int y, int x) implements Node {}

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> known = new HashMap<>();
  private int inputs;

  List<Node> nodes() {
    return nodes;
  }

  int inputs() {
    return inputs;
  }

  int input() {
    return add(new Input(inputs++));
  }

  int constant(double value) {
    return add(new Constant(value));
  }

  boolean isConstant(int column) {
    return nodes.get(column) instanceof Constant;
  }

  double constantValue(int column) {
    return ((Constant) nodes.get(column)).value();
  }

  /** Σ_t column[factors[2t]] · column[factors[2t + 1]], constants folded. */
  int products(int[] factors, int length) {
    int[] kept = new int[length + 2];
    int n = 0;
    double constant = 0;
    for (int t = 0; t < length; t += 2) {
      int a = Math.min(factors[t], factors[t + 1]);
      int b = Math.max(factors[t], factors[t + 1]);
      if (isConstant(a) && isConstant(b)) {
        constant = Math.fma(constantValue(a), constantValue(b), constant);
      } else {
        kept[n++] = a;
        kept[n++] = b;
      }
    }
    if (n == 0) {
      return constant(constant);
    }
    if (constant != 0) {
      kept[n++] = constant(constant);
      kept[n++] = constant(1);
    }
    return n == 2 && otherThanOne(kept[0], kept[1]) >= 0
        ? otherThanOne(kept[0], kept[1])
        : add(new Products(Arrays.stream(kept, 0, n).boxed().toList()));
  }

  /** The first {@code order + 1} Taylor coefficients of a function at a column. */
  int[] series(Univariate function, int argument, int order) {
    Series node = new Series(function, argument, order);
    if (isConstant(argument)) {
      double[] values = new double[order + 1];
      node.expand(constantValue(argument), values);
      return Arrays.stream(values).mapToInt(this::constant).toArray();
    }
    int series = add(node);
    int[] coefficients = new int[order + 1];
    for (int k = 0; k <= order; k++) {
      coefficients[k] = add(new Coefficient(series, k));
    }
    return coefficients;
  }

  int angle(int y, int x) {
    return isConstant(y) && isConstant(x)
        ? constant(Math.atan2(constantValue(y), constantValue(x)))
        : add(new Angle(y, x));
  }

  private int otherThanOne(int a, int b) {
    if (isConstant(a) && constantValue(a) == 1) {
      return b;
    }
    return isConstant(b) && constantValue(b) == 1 ? a : -1;
  }

  private int add(Node node) {
    return known.computeIfAbsent(
        node,
        n -> {
          nodes.add(n);
          return nodes.size() - 1;
        });
  }
}
