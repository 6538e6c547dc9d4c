package org.metricflows.numeric.internal.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The NNGP kernel K and the neural tangent kernel Θ of a network of infinite width, with their
 * derivatives by both points.
 *
 * <p>Built once for an architecture, an activation's dual and the orders of derivatives; evaluating
 * it is then a matter of microseconds a pair. Immutable and thread-safe.
 */
public final class InfiniteWidthKernel {

  private final BiJetSpace space;
  private final PairKernel pairs;
  private final double[] factorials;

  private InfiniteWidthKernel(BiJetSpace space, PairKernel pairs) {
    this.space = space;
    this.pairs = pairs;
    this.factorials = IntStream.range(0, space.size()).mapToDouble(space::factorial).toArray();
  }

  /**
   * The kernel with derivatives up to {@code orderX} by x and {@code orderXp} by x'.
   *
   * @throws IllegalArgumentException if an order is not 0, 1 or 2, or if the activation is not
   *     smooth enough for it
   */
  public static InfiniteWidthKernel of(
      KernelArchitecture architecture, KernelDual dual, int orderX, int orderXp) {
    BiJetSpace space = new BiJetSpace(architecture.dimension(), orderX, orderXp);
    return new InfiniteWidthKernel(space, dual.pairs(architecture, space));
  }

  /** Which derivatives are computed, and their order. */
  public BiJetSpace space() {
    return space;
  }

  /** K and Θ of one pair of points. */
  public PairJets at(double[] x, double[] xp) {
    return at(new double[][] {x}, new double[][] {xp}).get(0);
  }

  /** K and Θ of the pairs (x[k], xp[k]). */
  public List<PairJets> at(double[][] x, double[][] xp) {
    if (x.length != xp.length) {
      throw new IllegalArgumentException(
          "x_prime: " + xp.length + " points, but x has " + x.length);
    }
    PairKernel.Block block = pairs.bind(checked("x", x), checked("x_prime", xp)).block();
    PairJets[] jets = new PairJets[x.length];
    int[] index = new int[1];
    for (int k = 0; k < x.length; k++) {
      index[0] = k;
      double error = block.run(index, index, 1);
      double[] nngp = read(block, PairKernel.NNGP);
      double[] ntk = read(block, PairKernel.NTK);
      KernelRows.requireFinite(nngp, x[k], xp[k]);
      KernelRows.requireFinite(ntk, x[k], xp[k]);
      jets[k] = new PairJets(space, nngp, ntk, error);
    }
    return List.of(jets);
  }

  /**
   * The Gram matrix G[(α, a)][(β, b)] = ∂_x^α ∂_x'^β Θ(x_a, x_b), with row index α·N + a and column
   * index β·N + b for N points. It is symmetric to the last bit.
   *
   * @throws IllegalArgumentException if the orders by x and by x' differ, or a point is not finite
   *     or not of the kernel's dimension
   * @throws ArithmeticException if the kernel is not finite for a pair of the points
   */
  public KernelMatrix ntkGram(double[][] points) {
    return gram(points, PairKernel.NTK);
  }

  /** The Gram matrix of the NNGP kernel, laid out like {@link #ntkGram}. */
  public KernelMatrix nngpGram(double[][] points) {
    return gram(points, PairKernel.NNGP);
  }

  /**
   * The rectangle ∂_x^α ∂_x'^β Θ(x_a, x'_b), with row index α·N + a for N left points and column
   * index β·M + b for M right points. With no derivatives by x these are the rows that carry a flow
   * from sample points to test points.
   */
  public KernelMatrix ntkCross(double[][] left, double[][] right) {
    return cross(left, right, PairKernel.NTK);
  }

  /** The rectangle of the NNGP kernel, laid out like {@link #ntkCross}. */
  public KernelMatrix nngpCross(double[][] left, double[][] right) {
    return cross(left, right, PairKernel.NNGP);
  }

  private KernelMatrix gram(double[][] points, int output) {
    if (space.orderX() != space.orderXp()) {
      throw new IllegalArgumentException(
          "kernel orders: a Gram matrix needs equal orders, not "
              + space.orderX()
              + " and "
              + space.orderXp());
    }
    double[][] checked = checked("points", points);
    KernelRows rows = new KernelRows(space, factorials, output, checked, checked);
    double error = rows.fill(pairs.bind(checked, checked), true);
    rows.mirror();
    return rows.matrix(error);
  }

  private KernelMatrix cross(double[][] left, double[][] right, int output) {
    double[][] from = checked("x", left);
    double[][] to = checked("x_prime", right);
    KernelRows rows = new KernelRows(space, factorials, output, from, to);
    return rows.matrix(rows.fill(pairs.bind(from, to), false));
  }

  private double[] read(PairKernel.Block block, int output) {
    double[] jet = new double[space.size()];
    for (int c = 0; c < jet.length; c++) {
      int offset = block.offset(output, c);
      jet[c] = offset < 0 ? 0 : factorials[c] * block.work()[offset];
    }
    return jet;
  }

  private double[][] checked(String field, double[][] points) {
    double[][] copy = new double[points.length][];
    for (int a = 0; a < points.length; a++) {
      if (points[a].length != space.dimension()) {
        throw new IllegalArgumentException(
            field
                + ": a point has "
                + points[a].length
                + " coordinates, the kernel has "
                + space.dimension());
      }
      if (!Arrays.stream(points[a]).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            field + ": " + Arrays.toString(points[a]) + " has a coordinate that is not finite");
      }
      copy[a] = points[a].clone();
    }
    return copy;
  }
}
