package org.metricflows.numeric.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The recursion as a Taylor program that is fed the derivatives of the dual functions at each
 * layer.
 *
 * <p>The inputs are those of the pair's space, then for every layer the Taylor coefficients of p ↦
 * κ(p, p, p) at x and at x', and the terms of κ and of κ̇.
 */
final class ExpectationProgram {

  /** Positions of a layer's inputs. */
  record LayerInputs(int left, int right, int kappa, int kappaDot) {}

  private final JetAlgebra algebra;
  private final PairSpace space;
  private final List<LayerInputs> inputs = new ArrayList<>();
  private final TaylorProgram program;

  ExpectationProgram(KernelArchitecture architecture, PairSpace space, DualMoments moments) {
    this.algebra = new JetAlgebra(space.convolution());
    this.space = space;
    LayerMap layers = new LayerMap(algebra, architecture);
    PairSpace.Products products = space.products(algebra, architecture.dimension());
    Jet p = layers.first(products.p());
    Jet q = layers.first(products.q());
    Jet r = layers.first(products.r());
    Jet theta = r;
    int next = space.inputs(architecture.dimension());
    for (int l = 0; l < architecture.hiddenLayers(); l++) {
      int[] left = parameters(space.orderX() + 1);
      int[] right = parameters(space.orderXp() + 1);
      int[] kappa = parameters(moments.kappa().size());
      int[] kappaDot = parameters(moments.kappaDot().size());
      int afterLeft = next + left.length;
      int afterRight = afterLeft + right.length;
      inputs.add(new LayerInputs(next, afterLeft, afterRight, afterRight + kappa.length));
      next = afterRight + 2 * kappa.length;
      Jet slope = compose(kappaDot, p, q, r);
      r = layers.next(compose(kappa, p, q, r));
      p = layers.next(algebra.compose(left, algebra.powersOf(p.nilpotent())));
      q = layers.next(algebra.compose(right, algebra.powersOf(q.nilpotent())));
      theta = layers.tangent(r, slope, theta);
    }
    this.program = TaylorProgram.of(algebra, List.of(r, theta));
  }

  TaylorProgram program() {
    return program;
  }

  LayerInputs inputs(int layer) {
    return inputs.get(layer);
  }

  private int[] parameters(int count) {
    int[] columns = new int[count];
    for (int i = 0; i < count; i++) {
      columns[i] = algebra.parameter().column(0);
    }
    return columns;
  }

  /** Σ_{abc} term_abc δp^a δq^b δr^c. */
  private Jet compose(int[] terms, Jet p, Jet q, Jet r) {
    int next = 0;
    Jet sum = algebra.constant(0);
    for (int a = 0; a <= space.orderX(); a++) {
      Jet inner = algebra.constant(0);
      for (int b = 0; b <= space.orderXp(); b++) {
        int count = 1 + space.orderX() - a + space.orderXp() - b;
        int[] series = java.util.Arrays.copyOfRange(terms, next, next + count);
        next += count;
        List<Jet> powers = algebra.powersOf(r.nilpotent());
        Jet part = algebra.compose(series, powers.subList(0, Math.min(count - 1, powers.size())));
        inner = algebra.add(inner, algebra.multiply(power(q, b), part));
      }
      sum = algebra.add(sum, algebra.multiply(power(p, a), inner));
    }
    return sum;
  }

  private Jet power(Jet p, int exponent) {
    List<Jet> powers = algebra.powersOf(p.nilpotent());
    if (exponent == 0) {
      return algebra.constant(1);
    }
    return exponent <= powers.size() ? powers.get(exponent - 1) : algebra.constant(0);
  }
}
