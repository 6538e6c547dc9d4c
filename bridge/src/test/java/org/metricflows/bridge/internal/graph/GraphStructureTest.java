package org.metricflows.bridge.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;

class GraphStructureTest {
  private final Expr a = Expr.symbol("a");
  private final Expr b = Expr.symbol("b");
  private final Expr c = Expr.symbol("c");
  private final Expr d = Expr.symbol("d");

  private static Graph graph(Expr... outputs) {
    Derivation.Builder builder = Derivation.builder();
    List.of("a", "b", "c", "d").forEach(builder::input);
    String[] names = new String[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      names[i] = "y" + i;
      builder.define(names[i], outputs[i]);
    }
    return Graph.of(builder.build(names));
  }

  private static Map<Op, Integer> operations(Expr... outputs) {
    Map<Op, Integer> counts = new EnumMap<>(Op.class);
    for (Node node : graph(outputs).nodes()) {
      if (!node.op().isLeaf()) {
        counts.merge(node.op(), 1, Integer::sum);
      }
    }
    return counts;
  }

  @Test
  void aCommonSubexpressionIsComputedOnce() {
    Expr sum = a.plus(b);
    Expr again = b.plus(a);
    assertThat(operations(Expr.sin(sum), Expr.exp(again).times(again)))
        .isEqualTo(Map.of(Op.ADD, 1, Op.SIN, 1, Op.EXP, 1, Op.MUL, 1));
  }

  @Test
  void theSignOfADifferenceIsSetApart() {
    Expr difference = a.minus(b);
    assertThat(operations(difference.times(c), b.minus(a).times(c)))
        .isEqualTo(Map.of(Op.SUB, 1, Op.MUL, 1, Op.NEG, 1));
    assertThat(operations(difference.times(b.minus(a)), difference.pow(2)))
        .isEqualTo(Map.of(Op.SUB, 1, Op.MUL, 1, Op.NEG, 1));
    assertThat(operations(difference)).isEqualTo(Map.of(Op.SUB, 1));
    assertThat(operations(b.minus(a))).isEqualTo(Map.of(Op.SUB, 1));
  }

  @Test
  void aCommonCoefficientIsMultipliedOnce() {
    Expr sum = a.times(b).times(2).plus(c.times(d).times(2)).minus(a.times(d).times(2));
    assertThat(operations(sum)).isEqualTo(Map.of(Op.MUL, 3, Op.FMA, 1, Op.SUB, 1));
  }

  @Test
  void rationalFactorsOfLinesMeetBeforeTheyAreRounded() {
    Derivation.Builder builder = Derivation.builder();
    List.of("a", "b", "c", "d").forEach(builder::input);
    Expr p = builder.define("p", a.plus(b).over(3));
    Expr q = builder.define("q", c.plus(d).over(2));
    builder.define("y", p.times(q).times(6));
    Graph graph = Graph.of(builder.build("y"));
    assertThat(graph.operations()).isEqualTo(3);
    assertThat(graph.count(Op.ADD)).isEqualTo(2);
    assertThat(graph.count(Op.MUL)).isEqualTo(1);
  }

  @Test
  void sumsOfProductsAreFused() {
    assertThat(operations(a.times(b).plus(c.times(d)).plus(1))).isEqualTo(Map.of(Op.FMA, 2));
    assertThat(operations(a.times(b).minus(c.times(d)))).isEqualTo(Map.of(Op.MUL, 2, Op.SUB, 1));
    assertThat(operations(a.minus(b.times(3)))).isEqualTo(Map.of(Op.FMA, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, MUL 1",
    "7, 1, MUL 4",
    "16, 1, MUL 4",
    "-1, 1, DIV 1",
    "-2, 1, MUL 1 DIV 1",
    "1, 2, SQRT 1",
    "-1, 2, SQRT 1 DIV 1",
    "3, 2, SQRT 1 MUL 1",
    "1, 4, SQRT 2",
    "1, 3, POW 1",
    "200, 1, POW 1"
  })
  void powersAreLowered(int numerator, int denominator, String expected) {
    Map<Op, Integer> counts = new EnumMap<>(Op.class);
    String[] words = expected.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      counts.put(Op.valueOf(words[i]), Integer.parseInt(words[i + 1]));
    }
    assertThat(operations(a.pow(Rational.of(numerator, denominator)))).isEqualTo(counts);
  }

  @Test
  void powersOfOneBaseShareTheirChain() {
    assertThat(operations(a.pow(2), a.pow(3), a.pow(4))).isEqualTo(Map.of(Op.MUL, 3));
    assertThat(operations(a.pow(-1), a.pow(-2), b.over(a))).isEqualTo(Map.of(Op.DIV, 1, Op.MUL, 2));
  }

  @Test
  void aDivisorIsInvertedOnceIfItDividesTwice() {
    Expr divisor = c.plus(d);
    assertThat(operations(a.over(divisor))).isEqualTo(Map.of(Op.ADD, 1, Op.DIV, 1));
    assertThat(operations(a.over(divisor), b.over(divisor)))
        .isEqualTo(Map.of(Op.ADD, 1, Op.DIV, 1, Op.MUL, 2));
  }

  @Test
  void functionsShareTheirArgumentsAndSymmetries() {
    assertThat(operations(Call.of(Fn.TAN, a), Expr.sin(a.negate()), Expr.cos(a.negate())))
        .isEqualTo(Map.of(Op.SIN, 1, Op.COS, 1, Op.DIV, 1, Op.NEG, 1));
    assertThat(operations(Call.of(Fn.SOFTPLUS, a)))
        .isEqualTo(Map.of(Op.ABS, 1, Op.NEG, 1, Op.EXP, 1, Op.LOG1P, 1, Op.MAX, 1, Op.ADD, 1));
  }

  @Test
  void numbersAreFolded() {
    Graph graph =
        graph(Constant.PI.over(4).times(2).times(Expr.sqrt(Expr.of(2))), Expr.sin(Expr.of(1)));
    assertThat(graph.operations()).isZero();
    assertThat(new GraphEvaluator(graph).evaluate(0, 0, 0, 0))
        .containsExactly(Math.PI / 2 * Math.sqrt(2), Math.sin(1));
    assertThat(operations(a.times(2).times(Constant.PI))).isEqualTo(Map.of(Op.MUL, 1));
  }

  @Test
  void whatNoOutputNeedsIsDropped() {
    Derivation.Builder builder = Derivation.builder();
    Expr x = builder.input("x");
    builder.define("unused", Expr.exp(x));
    builder.define("y", x.plus(1));
    Graph graph = Graph.of(builder.build("y"));
    assertThat(graph.nodes()).hasSize(3);
    assertThat(graph.count(Op.EXP)).isZero();
  }

  @Test
  void operandsStandBeforeTheirReaders() {
    Graph graph = curvature(3);
    for (int position = 0; position < graph.nodes().size(); position++) {
      Node node = graph.nodes().get(position);
      for (int slot = 0; slot < node.op().arity(); slot++) {
        assertThat(node.operand(slot)).isBetween(0, position - 1);
      }
    }
    assertThat(graph.nodes()).doesNotHaveDuplicates();
  }

  /** The cost of R and |Ric|² of a metric jet today; it may fall, and should not rise. */
  @ParameterizedTest
  @CsvSource({"2, 32", "3, 247", "4, 768"})
  void curvatureTakesFewOperations(int dimension, int operations) {
    assertThat(curvature(dimension).operations()).isLessThanOrEqualTo(operations);
  }

  @Test
  void equalDerivationsGiveEqualGraphs() {
    assertThat(curvature(3)).isEqualTo(curvature(3)).hasSameHashCodeAs(curvature(3));
    assertThat(curvature(3)).isNotEqualTo(curvature(2));
  }

  private static Graph curvature(int dimension) {
    Derivation.Builder builder = Derivation.builder();
    Curvature curvature = Curvature.of(builder, MetricJet.input(builder, dimension));
    List<Expr> lines = Arrays.asList(curvature.scalar(), curvature.ricciSquared());
    return Graph.of(builder.build(lines.stream().map(Expr::toString).toList()));
  }
}
