package org.metricflows.bridge.internal.variety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.numeric.internal.variety.SingularPoints;
import org.metricflows.symbolic.internal.variety.VarietyDerivations;

/** Singular points of varieties that have them are found, and none where there are none. */
class SingularPointsTest {

  private static Optional<List<Complex>> search(CompiledVariety variety) {
    SingularPoints points =
        new SingularPoints(
            variety.configuration(),
            variety.maps().gradients(),
            new Compiler().compile(new VarietyDerivations(variety.variety()).critical()));
    return points.near(variety.sampler().draw(300, 0, 2));
  }

  /** At ψⁿ = 1 the Dwork family has the nodes z_iⁿ = 1, Π z_i = 1/ψ. */
  @ParameterizedTest
  @CsvSource({"3, 1", "4, 1", "5, 1", "4, I", "4, -1"})
  void conifoldsHaveTheirNodes(int n, String psi) {
    List<Complex> node = search(Varieties.dwork(n, psi)).orElseThrow();
    Complex product = Complex.ONE;
    for (Complex z : node) {
      Complex power = z.pow(n).divide(node.get(0).pow(n));
      assertThat(power.subtract(Complex.ONE).norm()).isCloseTo(0, within(1e-8));
      product = product.multiply(z);
    }
    assertThat(product.norm()).isCloseTo(1, within(1e-8));
  }

  static Stream<CompiledVariety> smooth() {
    return Stream.concat(
        Varieties.all(), Stream.of(Varieties.dwork(5, "0"), Varieties.dwork(5, "0.98")));
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void smoothVarietiesHaveNone(CompiledVariety variety) {
    assertThat(search(variety)).isEmpty();
  }

  static Stream<CompiledVariety> singular() {
    return Stream.of(
        // both factors' derivatives vanish at (1, 0, 0; 0, 0, 1)
        Varieties.compiled(
            List.of(2, 2),
            List.of("z0^3*(z3^3+z4^3)+z1^3*(z4^3+2*z5^3)+z2^3*(z5^3+3*z3^3)"),
            Map.of()),
        // gradients of two quadrics are parallel where their pencil is degenerate
        Varieties.compiled(
            List.of(3), List.of("z0^2+z1^2+z2^2+z3^2", "z0^2+z1^2+2*z2^2+3*z3^2"), Map.of()),
        // a product of planes
        Varieties.compiled(List.of(3), List.of("(z0^2-z1*z2)*(z3^2+z0*z1)"), Map.of()));
  }

  @ParameterizedTest
  @MethodSource("singular")
  void singularVarietiesShowAPointOnThem(CompiledVariety variety) {
    List<Complex> point = search(variety).orElseThrow();
    double[][] z = new double[2 * point.size()][1];
    for (int i = 0; i < point.size(); i++) {
      z[2 * i][0] = point.get(i).getRealPart();
      z[2 * i + 1][0] = point.get(i).getImaginaryPart();
    }
    double[][] q = new double[2 * variety.configuration().codimension()][1];
    variety.maps().equations().apply(z, new int[z.length], q, new int[q.length], 1);
    for (double[] part : q) {
      assertThat(part[0]).isCloseTo(0, within(1e-9));
    }
  }
}
