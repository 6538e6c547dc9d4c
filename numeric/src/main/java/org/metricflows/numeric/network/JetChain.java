package org.metricflows.numeric.network;

import org.metricflows.numeric.batch.ColumnMap;
import org.metricflows.numeric.batch.JetSpace;

/**
 * Jets through an activation, a = σ(z), forward and in reverse. Coefficient c of the jets of a run
 * of R numbers lies at {@code c·R … c·R + R − 1}.
 *
 * <p>Forward, with σ′ and σ″ at z:
 *
 * <pre>
 *   a = σ(z),   ∂ᵢa = σ′ zᵢ,   ∂ᵢⱼa = σ″ zᵢ zⱼ + σ′ zᵢⱼ
 * </pre>
 *
 * In reverse, with ā the derivatives of a number by the coefficients of a (those with i ≤ j):
 *
 * <pre>
 *   vᵢ = Σ_{j≠i} zⱼ āᵢⱼ + 2 zᵢ āᵢᵢ
 *   z̄  = σ′ ā + σ″ (Σᵢ zᵢ āᵢ + Σ_{i≤j} zᵢⱼ āᵢⱼ) + ½ σ‴ Σᵢ zᵢ vᵢ
 *   z̄ᵢ = σ′ āᵢ + σ″ vᵢ,   z̄ᵢⱼ = σ′ āᵢⱼ
 * </pre>
 *
 * An instance holds scratch space and serves one thread.
 */
final class JetChain {

  /** Numbers worked on at a time, so that what is read twice is still in the first-level cache. */
  private static final int PIECE = 256;

  private final JetSpace space;
  private final ColumnMap derivatives;
  private final double[][] in = new double[1][];
  private final int[] inOffset = new int[1];
  private final double[][] out;
  private final int[] outOffset;
  private final double[] u = new double[PIECE];
  private final double[] v = new double[PIECE];
  private final double[] w = new double[PIECE];
  private JetArithmetic arithmetic = JetArithmetic.SCALAR;

  /** Jets of a space through σ, kept ready for the reverse if that is wanted. */
  JetChain(JetSpace space, Activation activation, boolean reversible) {
    this.space = space;
    int highest = space.order() + (reversible ? 1 : 0);
    this.derivatives = activation.derivatives(highest);
    if (derivatives.inputs() != 1 || derivatives.outputs() != highest + 1) {
      throw new IllegalArgumentException(
          String.format(
              "activation: a map from %d to %d columns where 1 to %d are needed",
              derivatives.inputs(), derivatives.outputs(), highest + 1));
    }
    this.out = new double[highest + 1][];
    this.outOffset = new int[highest + 1];
  }

  /** Number of derivative columns that {@link #forward} saves. */
  int saved() {
    return out.length - 1;
  }

  void use(JetArithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  /**
   * Sets a = σ(z) and saves σ′, σ″, … one after another in s.
   *
   * @param flat whether the second derivatives of z are zero (and need not be there)
   */
  void forward(double[] z, double[] s, double[] a, int run, boolean flat) {
    for (int from = 0; from < run; from += PIECE) {
      int count = Math.min(PIECE, run - from);
      in[0] = z;
      inOffset[0] = from;
      out[0] = a;
      outOffset[0] = from;
      for (int k = 1; k < out.length; k++) {
        out[k] = s;
        outOffset[k] = (k - 1) * run + from;
      }
      derivatives.apply(in, inOffset, out, outOffset, count);
      derivativesForward(z, s, a, run, from, count, flat);
    }
  }

  private void derivativesForward(
      double[] z, double[] s, double[] a, int run, int from, int count, boolean flat) {
    int d = space.order() >= 1 ? space.dimension() : 0;
    for (int i = 0; i < d; i++) {
      int first = space.index(i) * run + from;
      arithmetic.multiply(s, from, z, first, a, first, count);
      for (int j = i; j < d && space.order() >= 2; j++) {
        int second = space.index(i, j) * run + from;
        int other = space.index(j) * run + from;
        if (flat) {
          arithmetic.flatSecond(s, run + from, z, first, z, other, a, second, count);
        } else {
          arithmetic.second(
              s, from, z, second, s, run + from, z, first, z, other, a, second, count);
        }
      }
    }
  }

  /**
   * Turns adjoints of a into adjoints of z, in place; z and s as {@link #forward} left them. Where
   * z is flat the adjoints of its second derivatives are of no use and are left out.
   */
  void reverse(double[] z, double[] s, double[] adjoint, int run, boolean flat) {
    for (int from = 0; from < run; from += PIECE) {
      int count = Math.min(PIECE, run - from);
      switch (space.order()) {
        case 0 -> arithmetic.multiply(s, from, adjoint, from, adjoint, from, count);
        case 1 -> reverseFirst(z, s, adjoint, run, from, count);
        default -> reverseSecond(z, s, adjoint, run, from, count, flat);
      }
    }
  }

  private void reverseFirst(
      double[] z, double[] s, double[] adjoint, int run, int from, int count) {
    for (int i = 0; i < space.dimension(); i++) {
      int at = space.index(i) * run + from;
      accumulate(i == 0, z, at, adjoint, at, u, count);
      arithmetic.multiply(s, from, adjoint, at, adjoint, at, count);
    }
    arithmetic.combine(s, from, s, run + from, u, 0, adjoint, from, count);
  }

  private void reverseSecond(
      double[] z, double[] s, double[] adjoint, int run, int from, int count, boolean flat) {
    int d = space.dimension();
    for (int i = 0; i < d; i++) {
      int at = space.index(i) * run + from;
      int diagonal = space.index(i, i) * run + from;
      accumulate(i == 0, z, at, adjoint, at, u, count);
      arithmetic.multiply(z, at, adjoint, diagonal, v, 0, count);
      arithmetic.add(v, 0, v, 0, count);
      for (int j = 0; j < d; j++) {
        if (j != i) {
          int mixed = space.index(i, j) * run + from;
          arithmetic.multiplyAdd(z, space.index(j) * run + from, adjoint, mixed, v, 0, count);
        }
      }
      accumulate(i == 0, z, at, v, 0, w, count);
      arithmetic.combine(s, from, s, run + from, v, 0, adjoint, at, count);
    }
    for (int c = 1 + d; c < space.size() && !flat; c++) {
      int at = c * run + from;
      arithmetic.multiplyAdd(z, at, adjoint, at, u, 0, count);
      arithmetic.multiply(s, from, adjoint, at, adjoint, at, count);
    }
    arithmetic.combineThree(
        s, from, s, run + from, u, 0, s, 2 * run + from, w, 0, adjoint, from, count);
  }

  /** sum = x y at first, later sum += x y. */
  private void accumulate(
      boolean first, double[] x, int xAt, double[] y, int yAt, double[] sum, int count) {
    if (first) {
      arithmetic.multiply(x, xAt, y, yAt, sum, 0, count);
    } else {
      arithmetic.multiplyAdd(x, xAt, y, yAt, sum, 0, count);
    }
  }
}
