package org.metricflows.bridge.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metricflows.bridge.internal.compiler.Batch.assertSameBits;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.graph.Graph;
import org.metricflows.bridge.internal.graph.GraphEvaluator;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;

class ProgramTest {
  private static final int INPUTS = 4;

  private final Compiler scalar = new Compiler(1, FormChoice::scalar);
  private final Compiler vector = new Compiler(LaneCount.preferred(), FormChoice::vector);

  @Test
  void theVectorModuleIsPresentInTheTests() {
    assertThat(LaneCount.preferred()).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 30, 300})
  void scalarCodeVectorCodeAndTheInterpreterGiveTheSameBits(int lines) {
    for (int seed = 0; seed < 4; seed++) {
      Derivation derivation = RandomDerivations.of(seed, INPUTS, lines);
      Batch batch = Batch.random(seed, INPUTS, 77);
      double[][] expected = batch.apply(new GraphEvaluator(Graph.of(derivation)));
      assertSameBits(batch.apply(scalar.compile(derivation)), expected);
      assertSameBits(batch.apply(vector.compile(derivation)), expected);
    }
  }

  @Test
  void programsOfManySegmentsAreCompiledWhole() {
    Derivation derivation = RandomDerivations.of(11, INPUTS, 3500);
    Graph graph = Graph.of(derivation);
    assertThat(graph.operations()).isGreaterThan(10_000);
    Batch batch = Batch.random(11, INPUTS, 19);
    double[][] expected = batch.apply(new GraphEvaluator(graph));
    assertSameBits(batch.apply(scalar.compile(derivation)), expected);
    assertSameBits(batch.apply(vector.compile(derivation)), expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 31, 100, 513})
  void anElementDoesNotFeelTheBatchAroundIt(int size) {
    Derivation derivation = RandomDerivations.of(5, INPUTS, 80);
    Batch batch = Batch.random(5, INPUTS, 2000);
    double[][] whole = batch.apply(vector.compile(derivation));
    for (int from : new int[] {0, 1, 3, 500, 2000 - size}) {
      double[][] part = batch.apply(vector.compile(derivation), from, size);
      for (int i = 0; i < size; i++) {
        assertThat(part[i]).containsExactly(whole[from + i]);
      }
    }
  }

  @Test
  void theTurnFromScalarToVectorCodeDoesNotShow() {
    Derivation derivation = RandomDerivations.of(6, INPUTS, 40);
    Batch batch = Batch.random(6, INPUTS, 1000);
    double[][] expected = batch.apply(scalar.compile(derivation));
    FormChoice choice = FormChoice.measured(new AcceleratingClock());
    Program turning = new Compiler(LaneCount.preferred(), () -> choice).compile(derivation);
    assertThat(turning.usesVectors()).isFalse();
    for (int i = 0; i < 100; i++) {
      assertSameBits(batch.apply(turning), expected);
    }
    assertThat(turning.usesVectors()).isTrue();
  }

  /** A clock by which whatever is measured later was faster. */
  private static final class AcceleratingClock implements LongSupplier {
    private long now;
    private long calls;

    @Override
    public long getAsLong() {
      calls++;
      now += calls % 2 == 0 ? Math.max(1, 1_000_000 - calls) : 0;
      return now;
    }
  }

  @Test
  void onePointIsABatchOfOne() {
    Derivation derivation = RandomDerivations.of(7, INPUTS, 50);
    Batch batch = Batch.random(7, INPUTS, 20);
    Program program = vector.compile(derivation);
    double[][] expected = batch.apply(program);
    for (int i = 0; i < batch.count(); i++) {
      double[] result = new double[program.outputs()];
      program.evaluate(batch.point(i), result);
      assertThat(result).containsExactly(expected[i]);
    }
  }

  @Test
  void threadsShareAProgram() throws Exception {
    Derivation derivation = RandomDerivations.of(8, INPUTS, 100);
    Batch batch = Batch.random(8, INPUTS, 800);
    double[][] expected = batch.apply(scalar.compile(derivation));
    Program program = new Compiler().compile(derivation);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<double[][]>> results = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      results.add(threads.submit(() -> batch.apply(program)));
    }
    for (Future<double[][]> result : results) {
      assertSameBits(result.get(), expected);
    }
    threads.shutdown();
  }

  @Test
  void outputsMayBeInputsNumbersOrOneAnother() {
    Derivation.Builder b = Derivation.builder();
    Expr x = b.input("x");
    b.input("unused");
    b.define("number", Expr.of(3).over(4));
    b.define("square", x.pow(2));
    Derivation derivation = b.build("x", "number", "square", "square");
    for (Compiler compiler : List.of(scalar, vector)) {
      Program program = compiler.compile(derivation);
      assertThat(program.inputNames()).containsExactly("x", "unused");
      assertThat(program.outputNames()).containsExactly("x", "number", "square", "square");
      Batch batch = Batch.random(1, 2, 21);
      double[][] result = batch.apply(program);
      for (int i = 0; i < batch.count(); i++) {
        double value = batch.point(i)[0];
        assertThat(result[i]).containsExactly(value, 0.75, value * value, value * value);
      }
    }
  }

  @Test
  void derivationsWithTheSameGraphShareTheirCode() {
    Compiler compiler = new Compiler();
    Program first = compiler.compile(square("x", "y"));
    Program second = compiler.compile(square("u", "v"));
    assertThat(second.sharesCodeWith(first)).isTrue();
    assertThat(second.inputNames()).containsExactly("u");
    assertThat(new Compiler().compile(square("x", "y")).sharesCodeWith(first)).isFalse();
  }

  private static Derivation square(String input, String output) {
    Derivation.Builder b = Derivation.builder();
    Expr x = b.input(input);
    b.define(output, x.pow(2));
    return b.build(output);
  }

  @Test
  void missingColumnsAreNamed() {
    Program program = new Compiler().compile(square("x", "y"));
    double[][] one = new double[1][4];
    int[] zero = {0};
    assertThatThrownBy(() -> program.apply(new double[0][], zero, one, zero, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("in: 0 columns given, 1 needed");
    assertThatThrownBy(() -> program.apply(one, zero, one, new int[0], 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("outOffset: 0 offsets given, 1 needed");
    assertThatThrownBy(() -> program.evaluate(new double[2], new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("in: 2 numbers given, 1 needed");
    assertThatThrownBy(() -> program.apply(one, zero, one, new int[] {2}, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
