package org.metricflows.numeric.internal.kernel.hermitian;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.kernel.InvariantSpace;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.KernelDual;
import org.metricflows.numeric.internal.kernel.PairKernel;

/**
 * The metric tangent kernel of a model that puts out the components of a Hermitian form of the
 * ambient space, independent of each other, with one scalar kernel k of the features for all:
 *
 * <pre>
 *   h = Σ_ij h_ij e^i ē^j,   ⟨h_ij(x) h̄_kl(x')⟩ = k(x, x') δ_ik δ_jl
 *   ⟨h_ab̄ h̄'_cd̄⟩ = k A_ac Ā_bd,   ⟨h_ab̄ h'_cd̄⟩ = k A_ad Ā_bc,   A_ac = Σ_i e^i_a ē'^i_c
 * </pre>
 *
 * <p>It is what remains for kernels without four derivatives, relu's and a delta function: they
 * cannot act through a potential, so they act on the metric itself. The form h need not be closed.
 * A change of coordinates on the manifold turns the frames e_a as it turns h_ab̄, so that the
 * kernel belongs to the geometry; it is positive semi-definite as a covariance.
 */
public final class ComponentKernel implements MetricKernel {

  private static final InvariantSpace VALUES = new InvariantSpace(0, 0);

  private final HermitianJetSpace space;
  private final PairKernel function;
  private final int[][] components;

  private ComponentKernel(HermitianJetSpace space, PairKernel function) {
    this.space = space;
    this.function = function;
    this.components = components(space);
  }

  /**
   * The tangent kernel of an infinitely wide network on the features; any activation will do.
   *
   * @param architecture its {@code dimension} the number of features
   */
  public static ComponentKernel infiniteWidth(
      HermitianJetSpace space, KernelArchitecture architecture, KernelDual dual) {
    return new ComponentKernel(space, dual.pairs(architecture, VALUES));
  }

  /** k = e^{−|F−F'|²/2ℓ²} with a length ℓ > 0; a delta function as ℓ → 0. */
  public static ComponentKernel gaussian(HermitianJetSpace space, double length) {
    return new ComponentKernel(space, new GaussianKernel(length, VALUES));
  }

  /** (a, b, part) of each component in Hermitian packing. */
  private static int[][] components(HermitianJetSpace space) {
    int first = 1 + space.firsts();
    int[][] components = new int[space.size() - first][];
    for (int a = 0; a < space.dimension(); a++) {
      for (int b = a; b < space.dimension(); b++) {
        components[space.real(a, b) - first] = new int[] {a, b, 0};
        if (b > a) {
          components[space.imaginary(a, b) - first] = new int[] {a, b, 1};
        }
      }
    }
    return components;
  }

  @Override
  public int components() {
    return components.length;
  }

  @Override
  public Bound bind(KernelPoints left, KernelPoints right) {
    if (left.frame() == 0 || left.frame() != right.frame()) {
      throw new IllegalArgumentException(
          "points: frames of " + left.frame() + " and " + right.frame() + " directions");
    }
    PairKernel.Bound bound = function.bind(left.values(), right.values());
    return () -> new ComponentTile(left, right, bound.block());
  }

  private final class ComponentTile implements Tile {
    private final KernelPoints left;
    private final KernelPoints right;
    private final PairKernel.Block values;
    private final int m = space.dimension();
    private final double[] re = new double[m * m];
    private final double[] im = new double[m * m];
    private final int[] leftIndex = new int[LANES];
    private final int[] rightIndex = new int[LANES];
    private int count;

    ComponentTile(KernelPoints left, KernelPoints right, PairKernel.Block values) {
      this.left = left;
      this.right = right;
      this.values = values;
    }

    @Override
    public void load(int from, int count) {
      this.count = count;
      for (int lane = 0; lane < count; lane++) {
        rightIndex[lane] = from + lane;
      }
    }

    @Override
    public void evaluate(int a, double[] out) {
      Arrays.fill(leftIndex, 0, count, a);
      values.run(leftIndex, rightIndex, count);
      int k = values.offset(PairKernel.NTK, 0);
      for (int lane = 0; lane < count; lane++) {
        overlaps(a, rightIndex[lane]);
        fill(values.work()[k + lane], lane, out);
      }
    }

    /** A_ac = Σ_i e^i_a ē'^i_c. */
    private void overlaps(int x, int xp) {
      int n = left.frame();
      for (int a = 0; a < m; a++) {
        for (int c = 0; c < m; c++) {
          double sumRe = 0;
          double sumIm = 0;
          for (int i = 0; i < n; i++) {
            double u = left.frames()[2 * (a * n + i)][x];
            double v = left.frames()[2 * (a * n + i) + 1][x];
            double s = right.frames()[2 * (c * n + i)][xp];
            double t = right.frames()[2 * (c * n + i) + 1][xp];
            sumRe += u * s + v * t;
            sumIm += v * s - u * t;
          }
          re[a * m + c] = sumRe;
          im[a * m + c] = sumIm;
        }
      }
    }

    private void fill(double k, int lane, double[] out) {
      for (int i = 0; i < components.length; i++) {
        for (int j = 0; j < components.length; j++) {
          out[(i * components.length + j) * LANES + lane] =
              k / 2 * covariance(components[i], components[j]);
        }
      }
    }

    /** Twice the covariance, from P = A_ac Ā_bd and Q = A_ad Ā_bc. */
    private double covariance(int[] one, int[] other) {
      int ac = one[0] * m + other[0];
      int bd = one[1] * m + other[1];
      int ad = one[0] * m + other[1];
      int bc = one[1] * m + other[0];
      if (one[2] == other[2]) {
        double p = re[ac] * re[bd] + im[ac] * im[bd];
        double q = re[ad] * re[bc] + im[ad] * im[bc];
        return one[2] == 0 ? p + q : p - q;
      }
      double p = im[ac] * re[bd] - re[ac] * im[bd];
      double q = im[ad] * re[bc] - re[ad] * im[bc];
      return one[2] == 1 ? p + q : q - p;
    }
  }
}
