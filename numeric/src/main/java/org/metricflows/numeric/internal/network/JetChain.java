package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.batch.JetBasis;
import org.metricflows.numeric.internal.network.ChainTerms.Slope;

/**
 * Jets through an activation, a = σ(z): forward, along a tangent, and in reverse. Coefficient c of
 * the jets of a run of R numbers lies at {@code c·R … c·R + R − 1}.
 *
 * <p>Forward, with first derivatives i, second derivatives s and their quadratic forms q_s = Σ ± zᵢ
 * zⱼ:
 *
 * <pre>
 *   a = σ,   aᵢ = σ′ zᵢ,   a_s = σ′ z_s + σ″ q_s
 * </pre>
 *
 * Along a tangent ż, with q̇_s = Σᵢ ∂q_s/∂zᵢ żᵢ:
 *
 * <pre>
 *   ȧ = σ′ ż,   ȧᵢ = σ′ żᵢ + σ″ ż zᵢ,   ȧ_s = σ′ ż_s + σ″ (q̇_s + ż z_s) + σ‴ ż q_s
 * </pre>
 *
 * In reverse, with ā the derivatives of a number by the coefficients of a, the transpose of that:
 *
 * <pre>
 *   vᵢ = Σ_s ā_s ∂q_s/∂zᵢ
 *   z̄  = σ′ ā + σ″ (Σᵢ zᵢ āᵢ + Σ_s z_s ā_s) + ½ σ‴ Σᵢ zᵢ vᵢ
 *   z̄ᵢ = σ′ āᵢ + σ″ vᵢ,   z̄_s = σ′ ā_s
 * </pre>
 *
 * where Σᵢ zᵢ vᵢ = 2 Σ_s ā_s q_s, the forms being of degree two. An instance holds scratch space
 * and serves one thread.
 */
final class JetChain {

  /** Numbers worked on at a time, so that what is read twice is still in the first-level cache. */
  private static final int PIECE = 256;

  private final int order;
  private final int firsts;
  private final ChainTerms terms;
  private final ColumnMap derivatives;
  private final double[][] in = new double[1][];
  private final int[] inOffset = new int[1];
  private final double[][] out;
  private final int[] outOffset;
  private final double[] u = new double[PIECE];
  private final double[] v = new double[PIECE];
  private final double[] w = new double[PIECE];
  private JetArithmetic arithmetic = JetArithmetic.SCALAR;

  /** Jets of a basis through σ, kept ready for tangents and the reverse if that is wanted. */
  JetChain(JetBasis basis, Activation activation, boolean reversible) {
    this.order = basis.order();
    this.firsts = basis.firsts();
    this.terms = new ChainTerms(basis);
    int highest = order + (reversible ? 1 : 0);
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
      for (int i = 1; i <= firsts; i++) {
        int first = i * run + from;
        arithmetic.multiply(s, from, z, first, a, first, count);
      }
      for (int k = 0; k < terms.forms.length; k++) {
        second(k, z, s, a, run, from, count, flat);
      }
    }
  }

  private void second(
      int k, double[] z, double[] s, double[] a, int run, int from, int count, boolean flat) {
    JetBasis.Product[] form = terms.forms[k];
    int at = (terms.start + k) * run + from;
    int curvature = run + from;
    if (form.length == 1 && !form[0].negative()) {
      int left = form[0].left() * run + from;
      int right = form[0].right() * run + from;
      if (flat) {
        arithmetic.flatSecond(s, curvature, z, left, z, right, a, at, count);
      } else {
        arithmetic.second(s, from, z, at, s, curvature, z, left, z, right, a, at, count);
      }
      return;
    }
    form(form, z, run, from, count);
    if (flat) {
      arithmetic.multiply(s, curvature, v, 0, a, at, count);
    } else {
      arithmetic.combine(s, from, z, at, s, curvature, v, 0, a, at, count);
    }
  }

  /** v = q_s(z). */
  private void form(JetBasis.Product[] form, double[] z, int run, int from, int count) {
    for (int t = 0; t < form.length; t++) {
      int left = form[t].left() * run + from;
      int right = form[t].right() * run + from;
      accumulate(t == 0, form[t].negative(), z, left, z, right, v, count);
    }
  }

  /**
   * Turns a tangent of z into that of a, in place; z and s as {@link #forward} left them. Where z
   * is flat so is its tangent, whose second derivatives need not be set.
   */
  void tangent(double[] z, double[] s, double[] tangent, int run, boolean flat) {
    for (int from = 0; from < run; from += PIECE) {
      int count = Math.min(PIECE, run - from);
      if (order >= 1) {
        arithmetic.multiply(s, run + from, tangent, from, u, 0, count);
      }
      if (order >= 2) {
        arithmetic.multiply(s, 2 * run + from, tangent, from, w, 0, count);
      }
      for (int k = 0; k < terms.forms.length; k++) {
        secondTangent(k, z, s, tangent, run, from, count, flat);
      }
      for (int i = 1; i <= firsts; i++) {
        int at = i * run + from;
        arithmetic.multiply(s, from, tangent, at, tangent, at, count);
        arithmetic.multiplyAdd(u, 0, z, at, tangent, at, count);
      }
      arithmetic.multiply(s, from, tangent, from, tangent, from, count);
    }
  }

  /** With u = σ″ ż and w = σ‴ ż. */
  private void secondTangent(
      int k, double[] z, double[] s, double[] tangent, int run, int from, int count, boolean flat) {
    JetBasis.Product[] form = terms.forms[k];
    int at = (terms.start + k) * run + from;
    for (int t = 0; t < form.length; t++) {
      int left = form[t].left() * run + from;
      int right = form[t].right() * run + from;
      boolean negative = form[t].negative();
      accumulate(t == 0, negative, z, left, tangent, right, v, count);
      accumulate(false, negative, tangent, left, z, right, v, count);
    }
    if (flat) {
      arithmetic.multiply(s, run + from, v, 0, tangent, at, count);
    } else {
      arithmetic.combine(s, from, tangent, at, s, run + from, v, 0, tangent, at, count);
      arithmetic.multiplyAdd(u, 0, z, at, tangent, at, count);
    }
    form(form, z, run, from, count);
    arithmetic.multiplyAdd(w, 0, v, 0, tangent, at, count);
  }

  /**
   * Turns adjoints of a into adjoints of z, in place; z and s as {@link #forward} left them. Where
   * z is flat the adjoints of its second derivatives are of no use and are left out.
   */
  void reverse(double[] z, double[] s, double[] adjoint, int run, boolean flat) {
    for (int from = 0; from < run; from += PIECE) {
      int count = Math.min(PIECE, run - from);
      switch (order) {
        case 0 -> arithmetic.multiply(s, from, adjoint, from, adjoint, from, count);
        case 1 -> reverseFirst(z, s, adjoint, run, from, count);
        default -> reverseSecond(z, s, adjoint, run, from, count, flat);
      }
    }
  }

  private void reverseFirst(
      double[] z, double[] s, double[] adjoint, int run, int from, int count) {
    for (int i = 1; i <= firsts; i++) {
      int at = i * run + from;
      accumulate(i == 1, false, z, at, adjoint, at, u, count);
      arithmetic.multiply(s, from, adjoint, at, adjoint, at, count);
    }
    arithmetic.combine(s, from, adjoint, from, s, run + from, u, 0, adjoint, from, count);
  }

  private void reverseSecond(
      double[] z, double[] s, double[] adjoint, int run, int from, int count, boolean flat) {
    for (int i = 1; i <= firsts; i++) {
      int at = i * run + from;
      accumulate(i == 1, false, z, at, adjoint, at, u, count);
      slope(terms.slopes[i - 1], z, adjoint, run, from, count);
      accumulate(i == 1, false, z, at, v, 0, w, count);
      arithmetic.combine(s, from, adjoint, at, s, run + from, v, 0, adjoint, at, count);
    }
    int end = terms.start + terms.forms.length;
    for (int c = terms.start; c < end && !flat; c++) {
      int at = c * run + from;
      arithmetic.multiplyAdd(z, at, adjoint, at, u, 0, count);
      arithmetic.multiply(s, from, adjoint, at, adjoint, at, count);
    }
    arithmetic.combineThree(
        s, from, s, run + from, u, 0, s, 2 * run + from, w, 0, adjoint, from, count);
  }

  /** v = vᵢ. */
  private void slope(Slope[] slopes, double[] z, double[] adjoint, int run, int from, int count) {
    for (int t = 0; t < slopes.length; t++) {
      Slope slope = slopes[t];
      int other = slope.other() * run + from;
      int second = slope.second() * run + from;
      accumulate(t == 0, slope.negative(), z, other, adjoint, second, v, count);
      if (slope.square()) {
        arithmetic.add(v, 0, v, 0, count);
      }
    }
  }

  /** sum = x y at first, later sum += x y; or −= where negative, which a first term is not. */
  private void accumulate(
      boolean first,
      boolean negative,
      double[] x,
      int xAt,
      double[] y,
      int yAt,
      double[] sum,
      int count) {
    if (first) {
      arithmetic.multiply(x, xAt, y, yAt, sum, 0, count);
    } else if (negative) {
      arithmetic.multiplySubtract(x, xAt, y, yAt, sum, 0, count);
    } else {
      arithmetic.multiplyAdd(x, xAt, y, yAt, sum, 0, count);
    }
  }
}
