package org.metricflows.bridge.internal.check;

import static org.metricflows.bridge.internal.check.Tensor.sum;

import org.hipparchus.CalculusFieldElement;

/**
 * Curvature by the textbook's loops over all indices, no symmetry used:
 *
 * <pre>
 *   Γ^k_ij = ½ g^kl (∂_i g_lj + ∂_j g_li − ∂_l g_ij)
 *   R^a_bcd = ∂_cΓ^a_bd − ∂_dΓ^a_bc + Γ^a_ceΓ^e_bd − Γ^a_deΓ^e_bc,   R_bd = R^a_bad
 * </pre>
 *
 * <p>The derivatives of Γ come from ∂g⁻¹ = −g⁻¹ ∂g g⁻¹.
 */
final class FieldCurvature<T extends CalculusFieldElement<T>> {
  private final int d;
  private final Tensor<T> g;
  private final FieldInverse<T> inverse;
  private final Tensor<T> gamma;
  private final Tensor<T> riemann;
  private final Tensor<T> ricci;

  /**
   * @param g g_ij
   * @param dg ∂_k g_ij at [k, i, j]
   * @param ddg ∂_k∂_l g_ij at [k, l, i, j]
   */
  FieldCurvature(int d, Tensor<T> g, Tensor<T> dg, Tensor<T> ddg) {
    this.d = d;
    this.g = g;
    this.inverse = FieldInverse.of(d, g);
    Tensor<T> up = inverse.matrix();
    Tensor<T> lowered =
        Tensor.of(
            d, 3, x -> bracket(dg.get(x[1], x[0], x[2]), dg.get(x[2], x[0], x[1]), dg.get(x)));
    this.gamma =
        Tensor.of(
            d,
            3,
            x -> {
              int k = x[0];
              int i = x[1];
              int j = x[2];
              return sum(d, l -> up.get(k, l).multiply(lowered.get(l, i, j)));
            });
    Tensor<T> dUp = slopesOfInverse(dg);
    Tensor<T> dGamma = slopesOfGamma(lowered, dUp, ddg);
    this.riemann = Tensor.of(d, 4, x -> riemann(x[0], x[1], x[2], x[3], dGamma));
    this.ricci =
        Tensor.of(
            d,
            2,
            x -> {
              int b = x[0];
              int e = x[1];
              return sum(d, a -> riemann.get(a, b, a, e));
            });
  }

  /** ½ (a + b − c). */
  private static <T extends CalculusFieldElement<T>> T bracket(T a, T b, T c) {
    return a.add(b).subtract(c).multiply(0.5);
  }

  /** ∂_m g^kl = −g^ka ∂_m g_ab g^bl at [m, k, l]. */
  private Tensor<T> slopesOfInverse(Tensor<T> dg) {
    Tensor<T> up = inverse.matrix();
    return Tensor.of(
        d,
        3,
        x -> {
          int m = x[0];
          int k = x[1];
          int l = x[2];
          return sum(
                  d,
                  a -> sum(d, b -> up.get(k, a).multiply(dg.get(m, a, b)).multiply(up.get(b, l))))
              .negate();
        });
  }

  /** ∂_m Γ^k_ij at [m, k, i, j]. */
  private Tensor<T> slopesOfGamma(Tensor<T> lowered, Tensor<T> dUp, Tensor<T> ddg) {
    Tensor<T> up = inverse.matrix();
    Tensor<T> dLowered =
        Tensor.of(
            d,
            4,
            x ->
                bracket(
                    ddg.get(x[0], x[2], x[1], x[3]), ddg.get(x[0], x[3], x[1], x[2]), ddg.get(x)));
    return Tensor.of(
        d,
        4,
        x -> {
          int m = x[0];
          int k = x[1];
          int i = x[2];
          int j = x[3];
          return sum(
              d,
              l ->
                  dUp.get(m, k, l)
                      .multiply(lowered.get(l, i, j))
                      .add(up.get(k, l).multiply(dLowered.get(m, l, i, j))));
        });
  }

  private T riemann(int a, int b, int c, int e, Tensor<T> dGamma) {
    T quadratic =
        sum(
            d,
            f ->
                gamma
                    .get(a, c, f)
                    .multiply(gamma.get(f, b, e))
                    .subtract(gamma.get(a, e, f).multiply(gamma.get(f, b, c))));
    return dGamma.get(c, a, b, e).subtract(dGamma.get(e, a, b, c)).add(quadratic);
  }

  /** g_ij. */
  T metric(int i, int j) {
    return g.get(i, j);
  }

  /** g^ij. */
  T inverse(int i, int j) {
    return inverse.matrix().get(i, j);
  }

  /** Γ^k_ij. */
  T gamma(int k, int i, int j) {
    return gamma.get(k, i, j);
  }

  /** det g. */
  T determinant() {
    return inverse.determinant();
  }

  /** √|det g|. */
  T volume() {
    T determinant = determinant();
    return (determinant.getReal() < 0 ? determinant.negate() : determinant).sqrt();
  }

  /** ∂_k log √|det g| = Γ^i_ik. */
  T logVolumeSlope(int k) {
    return sum(d, i -> gamma.get(i, i, k));
  }

  /** R^a_bcd. */
  T riemann(int a, int b, int c, int e) {
    return riemann.get(a, b, c, e);
  }

  /** R_ij. */
  T ricci(int i, int j) {
    return ricci.get(i, j);
  }

  /** R. */
  T scalar() {
    return sum(d, i -> sum(d, j -> inverse(i, j).multiply(ricci.get(i, j))));
  }

  /** |T|² = T_ij T_kl g^ik g^jl. */
  T square(Tensor<T> tensor) {
    Tensor<T> mixed = raiseFirst(2, tensor);
    return sum(d, i -> sum(d, j -> mixed.get(i, j).multiply(mixed.get(j, i))));
  }

  /** |Ric − λ g|². */
  T einsteinSquare(double lambda) {
    return square(Tensor.of(d, 2, x -> ricci.get(x).subtract(g.get(x).multiply(lambda))));
  }

  /** R_abcd R^abcd. */
  T kretschmann() {
    Tensor<T> lowered = contractFirst(4, riemann, g);
    Tensor<T> raised = riemann;
    for (int slot = 1; slot < 4; slot++) {
      raised = raiseFirst(4, rotate(4, raised));
    }
    Tensor<T> upper = rotate(4, raised);
    Tensor<T> products = Tensor.of(d, 4, x -> lowered.get(x).multiply(upper.get(x)));
    return sum(d, a -> sum(d, b -> sum(d, c -> sum(d, e -> products.get(a, b, c, e)))));
  }

  private Tensor<T> raiseFirst(int rank, Tensor<T> tensor) {
    return contractFirst(rank, tensor, inverse.matrix());
  }

  /** m_ae T_e… at [a, …]. */
  private Tensor<T> contractFirst(int rank, Tensor<T> tensor, Tensor<T> matrix) {
    return Tensor.of(
        d,
        rank,
        x -> {
          int[] y = x.clone();
          return sum(
              d,
              e -> {
                y[0] = e;
                return matrix.get(x[0], e).multiply(tensor.get(y));
              });
        });
  }

  /** T_{a b c …} as T_{b c … a}: the second index comes first. */
  private Tensor<T> rotate(int rank, Tensor<T> tensor) {
    return Tensor.of(
        d,
        rank,
        x -> {
          int[] y = new int[rank];
          for (int k = 0; k < rank; k++) {
            y[(k + 1) % rank] = x[k];
          }
          return tensor.get(y);
        });
  }
}
