package org.metricflows.numeric.internal.kernel.hermitian;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.kernel.InvariantSpace;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.KernelDual;
import org.metricflows.numeric.internal.kernel.PairKernel;
import org.metricflows.numeric.internal.simd.MatrixProduct;
import org.metricflows.numeric.internal.simd.PackedMatrix;

/**
 * The metric tangent kernel of a Kähler potential φ that is a function of features F,
 *
 * <pre>
 *   Θ_ab̄,cd̄(x, x') = ∂_a∂_b̄ ∂'_c∂'_d̄ Θ_φ(F(x), F(x'))
 * </pre>
 *
 * for the tangent kernel of an infinitely wide network, or e^{−|F−F'|²/2ℓ²}.
 *
 * <p>Both are functions G of p = F·F, q = F'·F' and r = F·F' (of −|F−F'|²/2 alone in the second
 * case, which is as r but for its part in one point). The jets of r are F_α·F'_β, a matrix product
 * of the features' jets; the recursion runs in p, q and r themselves and has 27 coefficients; a
 * {@link HermitianComposition} puts both together. Four derivatives of a kernel expanded in the
 * coordinates of the ambient space would be 10⁴ numbers a pair, and these are m⁴.
 */
public final class HermitianKernel implements MetricKernel {

  private static final InvariantSpace INVARIANTS = new InvariantSpace(2, 2);

  private final HermitianJetSpace space;
  private final PairKernel function;
  private final boolean centred;
  private final boolean[] coefficients;
  private final HermitianComposition composition;

  private HermitianKernel(HermitianJetSpace space, PairKernel function, boolean centred) {
    this.space = space;
    this.function = function;
    this.centred = centred;
    PairKernel.Block probe = function.bind(new double[0][], new double[0][]).block();
    this.coefficients = new boolean[INVARIANTS.exponents().length];
    for (int c = 0; c < coefficients.length; c++) {
      coefficients[c] = probe.offset(PairKernel.NTK, c) >= 0;
    }
    this.composition = new HermitianComposition(space, coefficients);
  }

  /**
   * The kernel of an infinitely wide network on the features.
   *
   * @param architecture its {@code dimension} the number of features
   * @throws IllegalArgumentException if the activation has no four mixed derivatives, such as relu
   */
  public static HermitianKernel infiniteWidth(
      HermitianJetSpace space, KernelArchitecture architecture, KernelDual dual) {
    return new HermitianKernel(space, dual.pairs(architecture, INVARIANTS), false);
  }

  /** e^{−|F−F'|²/2ℓ²} with a length ℓ > 0. */
  public static HermitianKernel gaussian(HermitianJetSpace space, double length) {
    return new HermitianKernel(space, new GaussianKernel(length, INVARIANTS), true);
  }

  @Override
  public int components() {
    return space.size() - 1 - space.firsts();
  }

  @Override
  public Bound bind(KernelPoints left, KernelPoints right) {
    if (!left.space().equals(space) || !right.space().equals(space)) {
      throw new IllegalArgumentException(
          "points: their jets are of dimension "
              + left.space().dimension()
              + " and "
              + right.space().dimension()
              + ", the kernel's of "
              + space.dimension());
    }
    PairKernel.Bound bound = function.bind(left.values(), right.values());
    return () -> new ComposedTile(left, right, bound.block());
  }

  private final class ComposedTile implements Tile {
    private final KernelPoints left;
    private final KernelPoints right;
    private final PairKernel.Block series;
    private final double[] work = composition.program().workspace();
    private final PackedMatrix packed = new PackedMatrix();
    private final MatrixProduct product = new MatrixProduct();
    private final double[] block;
    private final int[] leftIndex = new int[LANES];
    private final int[] rightIndex = new int[LANES];
    private final double[] difference;
    private int count;

    ComposedTile(KernelPoints left, KernelPoints right, PairKernel.Block series) {
      this.left = left;
      this.right = right;
      this.series = series;
      this.block = new double[space.size() * LANES * right.features()];
      this.difference = new double[right.features()];
    }

    @Override
    public void load(int from, int count) {
      this.count = count;
      int f = right.features();
      Arrays.fill(block, 0);
      for (int beta = 0; beta < space.size(); beta++) {
        int source = (beta * right.points() + from) * f;
        System.arraycopy(right.jets(), source, block, beta * LANES * f, count * f);
      }
      packed.pack(true, f, space.size() * LANES, block, 0, f, 1);
      for (int lane = 0; lane < count; lane++) {
        rightIndex[lane] = from + lane;
        for (int beta = 1; beta < space.size() && !centred; beta++) {
          work[composition.right(beta) + lane] = norm(right, beta, from + lane);
        }
      }
    }

    /** D_β |F|², in the Taylor normalisation. */
    private double norm(KernelPoints at, int coefficient, int point) {
      double[] value = at.values()[point];
      return 2 * at.dot(coefficient, point, value) + at.quadratic()[coefficient][point];
    }

    @Override
    public void evaluate(int a, double[] out) {
      Arrays.fill(leftIndex, 0, count, a);
      series.run(leftIndex, rightIndex, count);
      feedSeries();
      feedMixed(a);
      if (centred) {
        feedDistances(a);
      } else {
        for (int alpha = 1; alpha < space.size(); alpha++) {
          int at = composition.left(alpha);
          Arrays.fill(work, at, at + count, norm(left, alpha, a));
        }
      }
      composition.program().run(work, count);
      read(a, out);
    }

    private void feedSeries() {
      int input = 0;
      for (int c = 0; c < coefficients.length; c++) {
        if (coefficients[c]) {
          int to = composition.program().input(input++);
          if (to >= 0) {
            System.arraycopy(series.work(), series.offset(PairKernel.NTK, c), work, to, count);
          }
        }
      }
    }

    /** r_αβ = F_α · F'_β. */
    private void feedMixed(int a) {
      int f = left.features();
      int columns = space.size() * LANES;
      int at = composition.mixed(0, 0);
      // r₀₀ falls on the last of q, which is not to be lost
      double[] last = Arrays.copyOfRange(work, at, at + LANES);
      Arrays.fill(work, at, at + space.size() * columns, 0);
      product.multiplyAdd(
          false, space.size(), left.jets(), a * f, left.points() * f, packed, work, at, columns);
      System.arraycopy(last, 0, work, at, LANES);
    }

    /** The parts in one point of −|F−F'|²/2. */
    private void feedDistances(int a) {
      double[] x = left.values()[a];
      for (int lane = 0; lane < count; lane++) {
        int b = rightIndex[lane];
        double[] xp = right.values()[b];
        for (int f = 0; f < difference.length; f++) {
          difference[f] = x[f] - xp[f];
        }
        for (int c = 1; c < space.size(); c++) {
          work[composition.mixed(c, 0) + lane] =
              -left.dot(c, a, difference) - left.quadratic()[c][a] / 2;
          work[composition.mixed(0, c) + lane] =
              right.dot(c, b, difference) - right.quadratic()[c][b] / 2;
        }
      }
    }

    private void read(int a, double[] out) {
      int components = components();
      for (int i = 0; i < components; i++) {
        for (int j = 0; j < components; j++) {
          int from = composition.result(i, j);
          int to = (i * components + j) * LANES;
          double check = 0;
          for (int lane = 0; lane < count; lane++) {
            double value = from < 0 ? 0 : work[from + lane];
            out[to + lane] = value;
            check += 0 * value;
          }
          if (check != 0) {
            throw new ArithmeticException("kernel: not finite at point " + a);
          }
        }
      }
    }
  }
}
