package org.metricflows.bridge.variety;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.symbolic.variety.Variety;

/** Varieties that tests use. */
final class Varieties {
  private Varieties() {}

  /** Σ z_iⁿ − nψ Π z_i in P^{n−1}. */
  static CompiledVariety dwork(int n, String psi) {
    String powers =
        IntStream.range(0, n).mapToObj(i -> "z" + i + "^" + n).collect(Collectors.joining("+"));
    String product = IntStream.range(0, n).mapToObj(i -> "z" + i).collect(Collectors.joining("*"));
    return compiled(
        List.of(n - 1), List.of(powers + "-" + n + "*psi*" + product), Map.of("psi", psi));
  }

  static CompiledVariety compiled(
      List<Integer> ambient, List<String> equations, Map<String, String> parameters) {
    return CompiledVariety.of(Variety.of(ambient, equations, parameters), new Compiler());
  }
}
