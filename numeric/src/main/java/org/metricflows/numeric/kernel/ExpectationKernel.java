package org.metricflows.numeric.kernel;

import java.util.Arrays;
import java.util.List;
import org.metricflows.numeric.kernel.DualMoments.Term;
import org.metricflows.numeric.kernel.ExpectationProgram.LayerInputs;
import org.metricflows.numeric.simd.Parallel;

/** The kernels of an activation whose dual functions are computed by quadrature. */
final class ExpectationKernel implements PairKernel {

  private final KernelArchitecture architecture;
  private final DualMoments moments;
  private final ExpectationProgram recursion;
  private final ActivationSeries activation;
  private final GaussianQuadrature quadrature;

  ExpectationKernel(KernelArchitecture architecture, BiJetSpace space, ExpectationDual dual) {
    this.architecture = architecture;
    this.moments = new DualMoments(space);
    this.recursion = new ExpectationProgram(architecture, space, moments);
    this.activation = new ActivationSeries(dual.activation(), moments.order());
    this.quadrature = dual.quadrature();
  }

  @Override
  public Bound bind(double[][] left, double[][] right) {
    double[][] points = left == right ? left : concatenate(left, right);
    HermiteExpansion[][] expansions = new HermiteExpansion[points.length][];
    Parallel.common().run(points.length, (a, worker) -> expansions[a] = expand(points[a]));
    HermiteExpansion[][] from = Arrays.copyOf(expansions, left.length);
    HermiteExpansion[][] to =
        Arrays.copyOfRange(expansions, points.length - right.length, points.length);
    return () -> new ExpectationBlock(left, right, from, to);
  }

  private static double[][] concatenate(double[][] left, double[][] right) {
    double[][] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }

  /** The expansions of a point's layers. */
  private HermiteExpansion[] expand(double[] point) {
    HermiteExpansion[] layers = new HermiteExpansion[architecture.hiddenLayers()];
    double p = affine(covariance(point, point) / architecture.dimension());
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

  private double affine(double kappa) {
    return architecture.weightVariance() * kappa + architecture.biasVariance();
  }

  private static double covariance(double[] x, double[] xp) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * xp[i];
    }
    return sum;
  }

  private final class ExpectationBlock implements Block {
    private final double[][] left;
    private final double[][] right;
    private final HermiteExpansion[][] from;
    private final HermiteExpansion[][] to;
    private final TaylorProgram program = recursion.program();
    private final double[] work = program.workspace();
    private final MomentSums sums = new MomentSums(moments.moments());

    ExpectationBlock(
        double[][] left, double[][] right, HermiteExpansion[][] from, HermiteExpansion[][] to) {
      this.left = left;
      this.right = right;
      this.from = from;
      this.to = to;
    }

    @Override
    public double run(int[] leftIndex, int[] rightIndex, int count) {
      double error = 0;
      for (int lane = 0; lane < count; lane++) {
        error = Math.max(error, prepare(lane, leftIndex[lane], rightIndex[lane]));
      }
      program.run(work, count);
      return error;
    }

    private double prepare(int lane, int a, int b) {
      int d = architecture.dimension();
      for (int i = 0; i < d; i++) {
        set(i, lane, left[a][i]);
        set(d + i, lane, right[b][i]);
      }
      double r = affine(covariance(left[a], right[b]) / d);
      double error = 0;
      for (int l = 0; l < architecture.hiddenLayers(); l++) {
        LayerInputs inputs = recursion.inputs(l);
        for (int k = inputs.left(); k < inputs.right(); k++) {
          set(k, lane, from[a][l].variance(k - inputs.left()));
        }
        for (int k = inputs.right(); k < inputs.kappa(); k++) {
          set(k, lane, to[b][l].variance(k - inputs.right()));
        }
        error = Math.max(error, sums.compute(from[a][l], to[b][l], r));
        set(inputs.kappa(), lane, moments.kappa());
        set(inputs.kappaDot(), lane, moments.kappaDot());
        r = affine(sums.moment(0));
      }
      return error;
    }

    private void set(int first, int lane, List<Term> terms) {
      for (int t = 0; t < terms.size(); t++) {
        Term term = terms.get(t);
        set(first + t, lane, term.factor() * sums.moment(term.moment()));
      }
    }

    private void set(int input, int lane, double value) {
      int offset = program.input(input);
      if (offset >= 0) {
        work[offset + lane] = value;
      }
    }

    @Override
    public double[] work() {
      return work;
    }

    @Override
    public int offset(int output, int coefficient) {
      return program.output(output, coefficient);
    }
  }
}
