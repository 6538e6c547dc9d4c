package org.metricflows.numeric.internal.kernel.hermitian;

import java.util.List;
import org.hipparchus.util.CombinatoricsUtils;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.kernel.InvariantSpace;
import org.metricflows.numeric.internal.kernel.jet.Convolution;
import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;
import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;

/**
 * D D' G(p, q, r) for second derivatives D by x and D' by x', from the Taylor coefficients G_abc at
 * a pair and the jets of p (in x), q (in x') and r (in both).
 *
 * <p>With δr = ρ + σ, σ the part of order zero in x, and δp, ρ of first order in x at least,
 *
 * <pre>
 *   G = Σ_{i+k≤2} δp^i ρ^k  Σ_{b+c≤2} C(k+c, k) G_{i,b,k+c} δq^b σ^c
 * </pre>
 *
 * where the inner sums are jets in x' alone: some 3,000 multiply-adds for 3 complex dimensions in
 * place of the 20,000 that powers of δr take.
 */
final class HermitianComposition {

  private static final int RESULT = 0;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;
  private static final int MIXED = 3;

  private final HermitianJetSpace space;
  private final TaylorProgram program;

  /**
   * @param coefficients which (a, b, c) of {@link InvariantSpace} G has; the others vanish
   */
  HermitianComposition(HermitianJetSpace space, boolean[] coefficients) {
    this.space = space;
    int size = space.size();
    Convolution side = Convolution.of(space);
    JetAlgebra algebra = new JetAlgebra(Convolution.tensor(side, side));
    Jet[] series = new Jet[coefficients.length];
    for (int c = 0; c < series.length; c++) {
      series[c] = coefficients[c] ? algebra.parameter() : algebra.constant(0);
    }
    Jet p = algebra.fed(size, size * size, size);
    Jet q = algebra.fed(1, size, 1);
    Jet r = algebra.fed(1, size * size, 1);
    Jet composed = new Nested(algebra, series, size).of(p, q, r);
    // what is fed in is an output too, so that all of it has a place, side by side
    this.program = TaylorProgram.of(algebra, List.of(seconds(algebra, composed), p, q, r));
  }

  /** Second derivatives by both points, multiplicities restored; the others are not computed. */
  private Jet seconds(JetAlgebra algebra, Jet composed) {
    int size = space.size();
    int first = 1 + space.firsts();
    int[] factors = KernelPoints.multiplicities(space);
    return algebra.scale(
        composed.restrict(c -> c / size >= first && c % size >= first),
        c -> factors[c / size] * factors[c % size]);
  }

  TaylorProgram program() {
    return program;
  }

  /** Where the lanes of p_α, α ≥ 1, begin in the work array. */
  int left(int alpha) {
    return program.output(LEFT, alpha * space.size());
  }

  /** Where the lanes of q_β, β ≥ 1, begin. */
  int right(int beta) {
    return program.output(RIGHT, beta);
  }

  /**
   * Where the lanes of r_αβ begin: those of one α and all β, then the next α, side by side. There
   * is room before them for r₀₀, which is not read.
   */
  int mixed(int alpha, int beta) {
    return program.output(MIXED, 1) + (alpha * space.size() + beta - 1) * TaylorProgram.LANES;
  }

  /** Where the lanes of the result for components i and j begin; −1 if it vanishes. */
  int result(int i, int j) {
    int first = 1 + space.firsts();
    return program.output(RESULT, (first + i) * space.size() + first + j);
  }

  /** The nested sum. */
  private record Nested(JetAlgebra algebra, Jet[] series, int size) {

    private static final InvariantSpace SPACE = new InvariantSpace(2, 2);

    Jet of(Jet p, Jet q, Jet r) {
      Jet sigma = r.restrict(c -> c < size);
      Jet rho = r.restrict(c -> c >= size);
      Jet sum = algebra.constant(0);
      for (int i = 0; i <= 2; i++) {
        for (int k = i == 0 ? 1 : 0; k <= 2 - i; k++) {
          Jet outer = algebra.multiply(algebra.power(p, i), algebra.power(rho, k));
          sum = algebra.add(sum, algebra.multiply(outer, inner(i, k, q, sigma)));
        }
      }
      return sum;
    }

    private Jet inner(int i, int k, Jet q, Jet sigma) {
      Jet sum = algebra.constant(0);
      for (int b = 0; b <= 2; b++) {
        for (int c = 0; c <= 2 - b; c++) {
          double binomial = CombinatoricsUtils.binomialCoefficientDouble(k + c, k);
          Jet coefficient = algebra.scale(series[SPACE.index(i, b, k + c)], binomial);
          Jet monomial = algebra.multiply(algebra.power(q, b), algebra.power(sigma, c));
          sum = algebra.add(sum, algebra.multiply(coefficient, monomial));
        }
      }
      return sum;
    }
  }
}
