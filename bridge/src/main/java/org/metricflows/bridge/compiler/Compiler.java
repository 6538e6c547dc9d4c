package org.metricflows.bridge.compiler;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.metricflows.bridge.graph.Graph;
import org.metricflows.symbolic.derivation.Derivation;

/**
 * Compiles derivations to JVM bytecode. Programs with equal graphs share their code. Thread-safe.
 */
public final class Compiler {

  private final Map<Graph, Executable> compiled = new ConcurrentHashMap<>();

  /** The program of a derivation, inputs and outputs in the derivation's order. */
  public Program compile(Derivation derivation) {
    List<String> inputs = derivation.inputs().stream().map(i -> i.name().name()).toList();
    List<String> outputs = derivation.outputs().stream().map(o -> o.name()).toList();
    return new Program(inputs, outputs, compile(Graph.of(derivation)));
  }

  private Executable compile(Graph graph) {
    return compiled.computeIfAbsent(
        graph,
        g -> {
          Plan plan = Plan.of(g);
          return new Executable(plan, define(new KernelWriter(plan).write()));
        });
  }

  private static Kernel define(byte[] classFile) {
    try {
      return (Kernel)
          MethodHandles.lookup()
              .defineHiddenClass(classFile, true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("generated class was refused", e);
    }
  }
}
