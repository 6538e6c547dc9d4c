package org.metricflows.bridge.internal.variety;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hipparchus.complex.Complex;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.numeric.internal.variety.SingularPoints;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.variety.VarietyDerivations;

/** Refuses singular varieties: looks for singular points from a few drawn ones. */
final class SmoothnessCheck {
  private static final int SCOUTS = 600;
  private static final long SEED = 0;

  private SmoothnessCheck() {}

  /**
   * @throws InputException with the singular point, if one is found, or if lines meet the variety
   *     in too few points
   */
  static void of(CompiledVariety variety, Compiler compiler) {
    SingularPoints search =
        new SingularPoints(
            variety.configuration(),
            variety.maps().gradients(),
            compiler.compile(new VarietyDerivations(variety.variety()).critical()));
    VarietySample scouts;
    try {
      scouts = variety.sampler().draw(SCOUTS, 0, SEED);
    } catch (ArithmeticException e) {
      throw InputException.of("variety.equations", e.getMessage());
    }
    search
        .near(scouts)
        .ifPresent(
            point -> {
              String vanishing =
                  variety.configuration().codimension() == 1
                      ? "all derivatives of the equation vanish there"
                      : "the gradients of the equations are linearly dependent there";
              throw InputException.of(
                  "variety.equations",
                  "the variety is singular at " + text(point) + ", " + vanishing);
            });
  }

  private static String text(List<Complex> point) {
    return point.stream().map(SmoothnessCheck::text).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String text(Complex number) {
    double re = rounded(number.getRealPart());
    double im = rounded(number.getImaginaryPart());
    String imaginary = im == 0 ? "" : brief(Math.abs(im)) + "*I";
    if (re == 0 && im != 0) {
      return (im < 0 ? "-" : "") + imaginary;
    }
    return brief(re) + (im == 0 ? "" : (im < 0 ? " - " : " + ") + imaginary);
  }

  private static double rounded(double number) {
    return Math.rint(number * 1e5) / 1e5;
  }

  private static String brief(double number) {
    return number == Math.rint(number)
        ? String.valueOf((long) number)
        : String.format(Locale.ROOT, "%.5f", number).replaceFirst("0+$", "");
  }
}
