package org.metricflows.bridge.internal.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.kernel.BiJetSpace;
import org.metricflows.numeric.internal.kernel.InfiniteWidthKernel;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.KernelDual;
import org.metricflows.numeric.internal.kernel.PairJets;
import org.metricflows.numeric.internal.kernel.PiecewiseLinearDual;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.internal.kernel.Dual;
import org.metricflows.symbolic.internal.kernel.KernelDerivation;
import org.metricflows.symbolic.network.Activation;

/**
 * The kernels of a network of infinite width in NTK parametrisation: numbers and formulas.
 *
 * <p>Derivatives up to second order by each point come with smooth activations; a piecewise-linear
 * one such as relu has values only. Where doubles overflow on the way to a finite value, closed
 * forms are evaluated with more digits.
 */
public final class KernelEvaluator {

  /**
   * The kernels of a pair of points.
   *
   * @param nngp K(x, x')
   * @param ntk Θ(x, x')
   * @param ntkJets derivatives of Θ under keys "dA_xI dB_xpJ": A-th derivative by x_I, B-th by
   *     x'_J, I and J from 1; all A, B ≤ 2 of one variable each, {@code d0} written out. Empty for
   *     a piecewise-linear activation.
   * @param errorEstimate relative error of the quadrature behind the dual functions, zero for
   *     closed forms
   */
  public record Result(
      double nngp, double ntk, Map<String, Double> ntkJets, double errorEstimate) {}

  private final Dual dual;
  private final KernelArchitecture architecture;
  private final InfiniteWidthKernel kernel;

  private KernelEvaluator(Dual dual, KernelArchitecture architecture) {
    this.dual = dual;
    this.architecture = architecture;
    KernelDual lowered = KernelDuals.lower(dual);
    int order = lowered instanceof PiecewiseLinearDual ? 0 : 2;
    this.kernel = InfiniteWidthKernel.of(architecture, lowered, order, order);
  }

  /**
   * The kernels of an architecture.
   *
   * @param activation φ, any smooth function or one that is linear on either side of 0
   * @param hiddenLayers number of hidden layers, ≥ 0
   * @param weightStd σ_w > 0
   * @param biasStd σ_b ≥ 0
   * @param dimension number of coordinates of a point, ≥ 1
   * @throws IllegalArgumentException naming the parameter that is not allowed
   */
  public static KernelEvaluator of(
      Activation activation, int hiddenLayers, double weightStd, double biasStd, int dimension) {
    Dual dual = Dual.of(activation.value());
    return new KernelEvaluator(
        dual, new KernelArchitecture(dimension, hiddenLayers, weightStd, biasStd));
  }

  /** Whether derivatives by the points exist. */
  public boolean isSmooth() {
    return kernel.space().orderX() > 0;
  }

  /**
   * The kernels at a pair of points.
   *
   * @throws IllegalArgumentException if a point is not finite or not of this dimension
   * @throws ArithmeticException if a kernel is not finite there, or its quadrature does not reach
   *     twelve digits
   */
  public Result at(double[] x, double[] xPrime) {
    try {
      PairJets jets = kernel.at(x, xPrime);
      return new Result(jets.nngp()[0], jets.ntk()[0], named(jets.ntk()), jets.errorEstimate());
    } catch (ArithmeticException beyondDoubles) {
      if (dual instanceof Dual.ClosedForm form) {
        return new PreciseKernel(form, architecture).at(x, xPrime);
      }
      throw beyondDoubles;
    }
  }

  /** The dual functions and the recursion through the layers, a line each, as text. */
  public List<String> closedForm() {
    return closedForm(Dialect.TEXT);
  }

  /** The dual functions and the recursion through the layers, a line each. */
  public List<String> closedForm(Dialect dialect) {
    return KernelDerivation.print(
        dual,
        architecture.dimension(),
        architecture.hiddenLayers(),
        Rational.of(architecture.weightStd()),
        Rational.of(architecture.biasStd()),
        dialect);
  }

  private Map<String, Double> named(double[] jet) {
    Map<String, Double> named = new LinkedHashMap<>();
    BiJetSpace space = kernel.space();
    for (int a = 0; a <= space.orderX() && isSmooth(); a++) {
      for (int i = 0; i < space.dimension(); i++) {
        for (int b = 0; b <= space.orderXp(); b++) {
          for (int j = 0; j < space.dimension(); j++) {
            int alpha = coefficient(space.left(), a, i);
            int beta = coefficient(space.right(), b, j);
            named.put(name(a, i, b, j), jet[space.index(alpha, beta)]);
          }
        }
      }
    }
    return named;
  }

  /** How ∂^a by x_i and ∂^b by x'_j is called, coordinates counted from 0 here. */
  static String name(int a, int i, int b, int j) {
    return "d" + a + "_x" + (i + 1) + " d" + b + "_xp" + (j + 1);
  }

  private static int coefficient(JetSpace space, int order, int i) {
    return switch (order) {
      case 0 -> 0;
      case 1 -> space.index(i);
      default -> space.index(i, i);
    };
  }
}
