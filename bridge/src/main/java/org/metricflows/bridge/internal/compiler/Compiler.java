package org.metricflows.bridge.internal.compiler;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.metricflows.bridge.internal.graph.Graph;
import org.metricflows.symbolic.derivation.Derivation;

/**
 * Compiles derivations to JVM bytecode. Programs with equal graphs share their code. Thread-safe.
 */
public final class Compiler {

  private final Map<Graph, Executable> compiled = new ConcurrentHashMap<>();
  private final int lanes;
  private final Supplier<FormChoice> choice;

  /** A compiler that uses vectors where the module {@code jdk.incubator.vector} is present. */
  public Compiler() {
    this(
        LaneCount.preferred(),
        LaneCount.preferred() == 1
            ? FormChoice::scalar
            : () -> FormChoice.measured(System::nanoTime));
  }

  /**
   * @param lanes width of vectors
   * @param choice between scalar and vector code, one for each program
   */
  Compiler(int lanes, Supplier<FormChoice> choice) {
    this.lanes = lanes;
    this.choice = choice;
  }

  /** The program of a derivation, inputs and outputs in the derivation's order. */
  public Program compile(Derivation derivation) {
    List<String> inputs = derivation.inputs().stream().map(i -> i.name().name()).toList();
    List<String> outputs = derivation.outputs().stream().map(o -> o.name()).toList();
    Executable code = compiled.computeIfAbsent(Graph.of(derivation), this::executable);
    return new Program(inputs, outputs, code);
  }

  private Executable executable(Graph graph) {
    return new Executable(Plan.of(graph), lanes, choice.get());
  }
}
