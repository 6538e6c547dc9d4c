package org.metricflows.numeric.internal.kernel;

import java.util.Arrays;
import org.metricflows.numeric.internal.kernel.quadrature.ActivationSeries;
import org.metricflows.numeric.internal.kernel.quadrature.GaussianQuadrature;
import org.metricflows.numeric.internal.kernel.quadrature.HermiteExpansion;
import org.metricflows.numeric.internal.simd.Parallel;

/** The kernels of an activation whose dual functions are computed by quadrature. */
final class ExpectationKernel implements PairKernel {

  private final KernelArchitecture architecture;
  private final PairSpace space;
  private final DualMoments moments;
  private final ExpectationProgram recursion;
  private final ActivationSeries activation;
  private final GaussianQuadrature quadrature;

  ExpectationKernel(KernelArchitecture architecture, PairSpace space, ExpectationDual dual) {
    this.architecture = architecture;
    this.space = space;
    this.moments = new DualMoments(space);
    this.recursion = new ExpectationProgram(architecture, space, moments);
    this.activation = new ActivationSeries(dual.activation(), moments.order());
    this.quadrature = dual.quadrature();
  }

  /** Points and the expansions [point][layer] at their variances. */
  @SuppressWarnings("ArrayRecordComponent") // neither leaves this package
  record Side(double[][] points, HermiteExpansion[][] expansions) {}

  @Override
  public Bound bind(double[][] left, double[][] right) {
    double[][] points = left == right ? left : concatenate(left, right);
    HermiteExpansion[][] expansions = new HermiteExpansion[points.length][];
    Parallel.common().run(points.length, (a, worker) -> expansions[a] = expand(points[a]));
    HermiteExpansion[][] from = Arrays.copyOf(expansions, left.length);
    HermiteExpansion[][] to =
        Arrays.copyOfRange(expansions, points.length - right.length, points.length);
    return () -> new ExpectationBlock(this, new Side(left, from), new Side(right, to));
  }

  private static double[][] concatenate(double[][] left, double[][] right) {
    double[][] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }

  /** The expansions of a point's layers. */
  private HermiteExpansion[] expand(double[] point) {
    HermiteExpansion[] layers = new HermiteExpansion[architecture.hiddenLayers()];
    double p = affine(InvariantSpace.product(point, point) / architecture.dimension());
    for (int l = 0; l < layers.length; l++) {
      if (!Double.isFinite(p)) {
        throw new ArithmeticException(
            "kernel: not finite at x = " + Arrays.toString(point) + " in layer " + l);
      }
      layers[l] = HermiteExpansion.of(activation, p, quadrature);
      p = affine(layers[l].variance(0));
    }
    return layers;
  }

  KernelArchitecture architecture() {
    return architecture;
  }

  PairSpace space() {
    return space;
  }

  DualMoments moments() {
    return moments;
  }

  ExpectationProgram recursion() {
    return recursion;
  }

  /** K of the next layer from κ. */
  double affine(double kappa) {
    return architecture.weightVariance() * kappa + architecture.biasVariance();
  }
}
