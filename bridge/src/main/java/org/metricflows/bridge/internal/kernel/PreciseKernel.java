package org.metricflows.bridge.internal.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.kernel.ManyDigits.Number;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.internal.kernel.Dual;
import org.metricflows.symbolic.internal.kernel.KernelDerivation;

/**
 * The kernels of closed-form duals with as many digits as they need, for points at which doubles
 * overflow or cancel: at |x| = 10⁸ the difference pq − r² of nearby points is lost in its terms of
 * 10³², and sinh r is beyond any double from r = 711.
 *
 * <p>A derivative by x_I and x'_J is one of the recursion as a function of these two coordinates,
 * so that d² small recursions give all of them. Each is run with the digits that the size of the
 * points suggests and with half as many again; doubles that agree are right.
 */
final class PreciseKernel {
  private static final int DIGITS = 40;
  private static final int TRIALS = 6;
  private static final double AGREEMENT = 1e-15;

  /** The order of derivatives by either coordinate. */
  private static final int ORDER = 2;

  private final Derivation recursion;
  private final int dimension;

  PreciseKernel(Dual.ClosedForm dual, KernelArchitecture architecture) {
    this.dimension = architecture.dimension();
    this.recursion =
        KernelDerivation.of(
            dual,
            dimension,
            architecture.hiddenLayers(),
            Rational.of(architecture.weightStd()),
            Rational.of(architecture.biasStd()));
  }

  /**
   * The kernels at a pair of points.
   *
   * @throws ArithmeticException if a kernel is not finite there
   */
  KernelEvaluator.Result at(double[] x, double[] xPrime) {
    int digits = DIGITS + 4 * Math.max(magnitude(x), magnitude(xPrime));
    Optional<KernelEvaluator.Result> before = attempt(x, xPrime, digits);
    for (int trial = 0; trial < TRIALS; trial++) {
      digits += digits / 2;
      Optional<KernelEvaluator.Result> result = attempt(x, xPrime, digits);
      if (before.isPresent() && result.isPresent() && agree(before.get(), result.get())) {
        return finite(result.get(), x, xPrime);
      }
      before = result;
    }
    throw notFinite(x, xPrime);
  }

  private static KernelEvaluator.Result finite(
      KernelEvaluator.Result result, double[] x, double[] xPrime) {
    boolean finite =
        Double.isFinite(result.nngp())
            && result.ntkJets().values().stream().allMatch(Double::isFinite);
    if (!finite) {
      throw notFinite(x, xPrime);
    }
    return result;
  }

  private static ArithmeticException notFinite(double[] x, double[] xPrime) {
    return new ArithmeticException(
        "kernel: not finite at x = " + Arrays.toString(x) + ", x' = " + Arrays.toString(xPrime));
  }

  private Optional<KernelEvaluator.Result> attempt(double[] x, double[] xPrime, int digits) {
    try {
      return Optional.of(evaluate(x, xPrime, digits));
    } catch (ArithmeticException tooFewDigits) {
      // a root of what should be positive, a division by what should not be zero, an overflow
      return Optional.empty();
    }
  }

  /** Number of decimal digits before the point. */
  private static int magnitude(double[] point) {
    double largest = Arrays.stream(point).map(Math::abs).max().orElse(0);
    return Math.max(0, (int) Math.ceil(Math.log10(largest)));
  }

  private static boolean agree(KernelEvaluator.Result a, KernelEvaluator.Result b) {
    return agree(a.nngp(), b.nngp())
        && b.ntkJets().entrySet().stream()
            .allMatch(jet -> agree(a.ntkJets().get(jet.getKey()), jet.getValue()));
  }

  /** Whether both are the same number, which may be infinite. */
  private static boolean agree(double a, double b) {
    return a == b || Math.abs(a - b) <= AGREEMENT * Math.abs(b);
  }

  private KernelEvaluator.Result evaluate(double[] x, double[] xPrime, int digits) {
    ManyDigits algebra = new ManyDigits(digits);
    List<List<BigJet>> ntk = new ArrayList<>();
    double nngp = 0;
    for (int i = 0; i < dimension; i++) {
      List<BigJet> row = new ArrayList<>();
      for (int j = 0; j < dimension; j++) {
        List<Number> inputs = new ArrayList<>(point(x, i, true));
        inputs.addAll(point(xPrime, j, false));
        List<Number> outputs = recursion.evaluate(algebra, inputs);
        nngp = algebra.value(outputs.get(0)).value().doubleValue();
        row.add(algebra.value(outputs.get(1)));
      }
      ntk.add(row);
    }
    double value = ntk.get(0).get(0).value().doubleValue();
    return new KernelEvaluator.Result(nngp, value, named(ntk), 0);
  }

  /** A point of which one coordinate is a variable. */
  private static List<Number> point(double[] at, int moving, boolean first) {
    List<Number> point = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      BigDecimal value = new BigDecimal(at[i]);
      BigJet jet = i == moving ? BigJet.variable(value, first) : BigJet.constant(value);
      point.add(ManyDigits.number(jet));
    }
    return point;
  }

  private Map<String, Double> named(List<List<BigJet>> ntk) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int a = 0; a <= ORDER; a++) {
      for (int i = 0; i < dimension; i++) {
        for (int b = 0; b <= ORDER; b++) {
          for (int j = 0; j < dimension; j++) {
            double derivative = ntk.get(i).get(j).derivative(a, b).doubleValue();
            named.put(KernelEvaluator.name(a, i, b, j), derivative);
          }
        }
      }
    }
    return named;
  }
}
