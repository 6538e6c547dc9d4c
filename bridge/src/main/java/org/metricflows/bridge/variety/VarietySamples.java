package org.metricflows.bridge.variety;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hipparchus.complex.Complex;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.spec.Table;
import org.metricflows.bridge.spec.VarietySampleSpec;
import org.metricflows.bridge.spec.VarietySpec;
import org.metricflows.numeric.variety.SingularPoints;
import org.metricflows.numeric.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.variety.VarietyDerivations;

/** The points that a spec asks for. */
public final class VarietySamples {
  /** Points from which singular ones are looked for. */
  private static final int SCOUTS = 600;

  private static final long SCOUTS_SEED = 0;

  /** How far off the variety a point may be: single precision. */
  private static final double TOLERANCE = 1e-6;

  private VarietySamples() {}

  /**
   * Compiles the variety, looks for singular points, and draws its points or takes those given.
   *
   * @throws InputException naming the field, if the variety is singular or a given point is not on
   *     it
   */
  public static VarietySample of(VarietySpec spec, VarietySampleSpec points, Compiler compiler) {
    CompiledVariety variety = CompiledVariety.of(spec.variety(), compiler);
    checkSmooth(variety, compiler);
    if (points instanceof VarietySampleSpec.Drawn drawn) {
      return variety.sampler().draw(drawn.count(), drawn.heldOut(), drawn.seed());
    }
    if (points instanceof VarietySampleSpec.Dataset dataset) {
      double[] weights = dataset.weights().stream().mapToDouble(Double::doubleValue).toArray();
      return given(variety, "sample.file", dataset.points(), weights, dataset.heldOut());
    }
    VarietySampleSpec.Given given = (VarietySampleSpec.Given) points;
    return given(variety, "sample.points", given.points(), null, given.heldOut());
  }

  private static void checkSmooth(CompiledVariety variety, Compiler compiler) {
    SingularPoints search =
        new SingularPoints(
            variety.configuration(),
            variety.maps().gradients(),
            compiler.compile(new VarietyDerivations(variety.variety()).critical()));
    VarietySample scouts;
    try {
      scouts = variety.sampler().draw(SCOUTS, 0, SCOUTS_SEED);
    } catch (ArithmeticException e) {
      throw new InputException("variety.equations: " + e.getMessage());
    }
    search
        .near(scouts)
        .ifPresent(
            point -> {
              String vanishing =
                  variety.configuration().codimension() == 1
                      ? "all derivatives of the equation vanish there"
                      : "the gradients of the equations are linearly dependent there";
              throw new InputException(
                  "variety.equations: the variety is singular at "
                      + text(point)
                      + ", "
                      + vanishing);
            });
  }

  private static String text(List<Complex> point) {
    return point.stream().map(VarietySamples::text).collect(Collectors.joining(", ", "(", ")"));
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

  private static VarietySample given(
      CompiledVariety variety, String field, Table points, double[] weights, int heldOut) {
    double[][] z = new double[points.columns()][points.rows()];
    for (int c = 0; c < z.length; c++) {
      for (int p = 0; p < points.rows(); p++) {
        z[c][p] = points.get(p, c);
      }
    }
    checkCoordinates(variety, field, z);
    VarietySample sample = variety.sampler().of(z, weights, points.rows() - heldOut);
    checkOnVariety(variety, field, sample);
    return sample;
  }

  private static void checkCoordinates(CompiledVariety variety, String field, double[][] z) {
    for (int f = 0; f < variety.configuration().factors(); f++) {
      for (int p = 0; p < z[0].length; p++) {
        double largest = 0;
        for (int c = 2 * variety.configuration().first(f);
            c < 2 * variety.configuration().first(f + 1);
            c++) {
          largest = Math.max(largest, Math.abs(z[c][p]));
        }
        if (largest == 0) {
          throw new InputException(
              field
                  + ": point "
                  + p
                  + " has no coordinate but 0 in P^"
                  + variety.configuration().ambient().get(f));
        }
      }
    }
  }

  /** |Q| over its steepest slope is about the distance. */
  private static void checkOnVariety(CompiledVariety variety, String field, VarietySample sample) {
    int k = variety.configuration().codimension();
    int n = variety.configuration().coordinates();
    double[][] out = new double[variety.maps().gradients().outputs()][sample.points()];
    variety
        .maps()
        .gradients()
        .apply(sample.z(), new int[sample.z().length], out, new int[out.length], sample.points());
    for (int p = 0; p < sample.points(); p++) {
      for (int a = 0; a < k; a++) {
        double value = Math.hypot(out[2 * a][p], out[2 * a + 1][p]);
        double slope = 0;
        for (int i = k + a * n; i < k + (a + 1) * n; i++) {
          slope = Math.max(slope, Math.hypot(out[2 * i][p], out[2 * i + 1][p]));
        }
        if (!(value <= TOLERANCE * slope)) {
          throw new InputException(
              String.format(
                  Locale.ROOT,
                  "%s: point %d is not on the variety, equation %d is %.3g there",
                  field,
                  p,
                  a,
                  value));
        }
      }
    }
  }
}
