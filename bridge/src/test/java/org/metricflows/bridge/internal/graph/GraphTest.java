package org.metricflows.bridge.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.compiler.RandomDerivations;
import org.metricflows.symbolic.derivation.Derivation;

class GraphTest {

  /** Values are of order one; a few hundred roundings of 1e-16 each stay below 1e-13. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomDerivationsAgreeWithSixtyDigits(long seed) {
    Derivation derivation = RandomDerivations.of(seed, 3, 60);
    double[] point = new Random(seed).doubles(3, -1, 1).toArray();
    double[] actual = new GraphEvaluator(Graph.of(derivation)).evaluate(point);
    PreciseAlgebra precise = new PreciseAlgebra();
    List<Dfp> inputs = Arrays.stream(point).mapToObj(precise::of).toList();
    List<Dfp> expected = derivation.evaluate(precise, inputs);
    for (int o = 0; o < actual.length; o++) {
      double reference = expected.get(o).toDouble();
      double error = expected.get(o).subtract(precise.of(actual[o])).abs().toDouble();
      assertThat(error)
          .as("output %d: %s, exactly %s", o, actual[o], reference)
          .isLessThan(1e-13 * Math.max(1, Math.abs(reference)));
    }
  }

  @Test
  void pointsOfAnotherSizeAreRefused() {
    Derivation.Builder builder = Derivation.builder();
    builder.define("y", builder.input("x").pow(2));
    Graph graph = Graph.of(builder.build("y"));
    assertThatThrownBy(() -> new GraphEvaluator(graph).evaluate(1, 2))
        .hasMessage("point: 2 numbers given for 1 inputs");
  }
}
