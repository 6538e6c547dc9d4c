package org.metricflows.numeric.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;
import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;

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
      List<Jet> left = parameters(space.orderX() + 1);
      List<Jet> right = parameters(space.orderXp() + 1);
      List<Jet> kappa = parameters(moments.kappa().size());
      List<Jet> kappaDot = parameters(moments.kappaDot().size());
      int afterLeft = next + left.size();
      int afterRight = afterLeft + right.size();
      inputs.add(new LayerInputs(next, afterLeft, afterRight, afterRight + kappa.size()));
      next = afterRight + 2 * kappa.size();
      Jet slope = compose(kappaDot, p, q, r);
      r = layers.next(compose(kappa, p, q, r));
      p = layers.next(algebra.compose(left, p));
      q = layers.next(algebra.compose(right, q));
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

  private List<Jet> parameters(int count) {
    return Stream.generate(algebra::parameter).limit(count).toList();
  }

  /** Σ_{abc} term_abc δp^a δq^b δr^c. */
  private Jet compose(List<Jet> terms, Jet p, Jet q, Jet r) {
    int next = 0;
    Jet sum = algebra.constant(0);
    for (int a = 0; a <= space.orderX(); a++) {
      Jet inner = algebra.constant(0);
      for (int b = 0; b <= space.orderXp(); b++) {
        int count = 1 + space.orderX() - a + space.orderXp() - b;
        Jet part = algebra.compose(terms.subList(next, next + count), r);
        next += count;
        inner = algebra.add(inner, algebra.multiply(algebra.power(q.nilpotent(), b), part));
      }
      sum = algebra.add(sum, algebra.multiply(algebra.power(p.nilpotent(), a), inner));
    }
    return sum;
  }
}
