package org.metricflows.bridge.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.graph.Graph;
import org.metricflows.bridge.graph.GraphEvaluator;
import org.metricflows.symbolic.derivation.Derivation;

class ProgramTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 30, 300, 3000})
  void compiledProgramsGiveTheBitsOfTheInterpreter(int lines) {
    for (int seed = 0; seed < 5; seed++) {
      Derivation derivation = RandomDerivations.of(seed, 4, lines);
      GraphEvaluator interpreter = new GraphEvaluator(Graph.of(derivation));
      Program program = new Compiler().compile(derivation);
      Random random = new Random(seed);
      double[] point = random.doubles(4, -1, 1).toArray();
      double[] result = new double[program.outputs()];
      program.evaluate(point, result);
      assertThat(result).containsExactly(interpreter.evaluate(point));
    }
  }
}
