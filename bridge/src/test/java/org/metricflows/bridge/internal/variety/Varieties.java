package org.metricflows.bridge.internal.variety;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.symbolic.internal.variety.Variety;

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

  /** A hypersurface of bidegree (3, 3) in P² × P². */
  static final String BICUBIC =
      "(z0^3+z1^3+z2^3)*z3^3+(z0^3+2*z1^3+4*z2^3)*z4^3+(z0^3+3*z1^3+9*z2^3)*z5^3"
          + "+5*z0^2*z1*z3*z4^2-4*I*z1^2*z2*z4^2*z5+6*z0*z2^2*z3*z5^2-c*z0*z1*z2*z3*z4*z5";

  static CompiledVariety bicubic() {
    return compiled(List.of(2, 2), List.of(BICUBIC), Map.of("c", "1+I"));
  }

  /** Two cubics in P⁵. */
  static CompiledVariety twoCubics() {
    return compiled(
        List.of(5),
        List.of(
            "z0^3+z1^3+z2^3+z3^3+z4^3+z5^3-z0*z1*z2",
            "z0^3+2*z1^3-3*I*z2^3+4*z3^3-5*z4^3+6*z5^3+z3*z4*z5"),
        Map.of());
  }

  /** Degrees (3, 0), (0, 3), (1, 1) in P³ × P³: subspaces of both factors. */
  static CompiledVariety tianYau() {
    return compiled(
        List.of(3, 3),
        List.of("z0^3+z1^3+z2^3+z3^3", "z4^3+z5^3+z6^3+2*z7^3", "z0*z4+z1*z5+I*z2*z6+z3*z7"),
        Map.of());
  }

  static Stream<CompiledVariety> all() {
    return Stream.of(dwork(3, "0.4*I"), dwork(5, "0.5"), bicubic(), twoCubics(), tianYau());
  }

  static CompiledVariety compiled(
      List<Integer> ambient, List<String> equations, Map<String, String> parameters) {
    return CompiledVariety.of(Variety.of(ambient, equations, parameters), new Compiler());
  }
}
