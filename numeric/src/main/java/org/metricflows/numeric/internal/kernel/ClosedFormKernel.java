package org.metricflows.numeric.internal.kernel;

import java.util.List;
import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;
import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;

/** The kernels of a closed-form dual: one Taylor program over the coordinates of both points. */
final class ClosedFormKernel implements PairKernel {

  private final int inputs;
  private final PairSpace space;
  private final TaylorProgram program;

  ClosedFormKernel(KernelArchitecture architecture, PairSpace space, ClosedFormDual dual) {
    this.inputs = space.inputs(architecture.dimension());
    this.space = space;
    JetAlgebra algebra = new JetAlgebra(space.convolution());
    List<Jet> kernels = recursion(algebra, space, architecture, dual);
    this.program = TaylorProgram.of(algebra, kernels);
  }

  private static List<Jet> recursion(
      JetAlgebra algebra, PairSpace space, KernelArchitecture architecture, ClosedFormDual dual) {
    LayerMap layers = new LayerMap(algebra, architecture);
    PairSpace.Products products = space.products(algebra, architecture.dimension());
    Jet p = layers.first(products.p());
    Jet q = layers.first(products.q());
    Jet r = layers.first(products.r());
    Jet theta = r;
    for (int l = 0; l < architecture.hiddenLayers(); l++) {
      Jet slope = dual.kappaDot().apply(algebra, p, q, r);
      r = layers.next(dual.kappa().apply(algebra, p, q, r));
      p = layers.next(dual.kappa().apply(algebra, p, p, p));
      q = layers.next(dual.kappa().apply(algebra, q, q, q));
      theta = layers.tangent(r, slope, theta);
    }
    return List.of(r, theta);
  }

  @Override
  public Bound bind(double[][] left, double[][] right) {
    return () -> new ProgramBlock(left, right);
  }

  private final class ProgramBlock implements Block {
    private final double[][] left;
    private final double[][] right;
    private final double[] work = program.workspace();

    ProgramBlock(double[][] left, double[][] right) {
      this.left = left;
      this.right = right;
    }

    @Override
    public double run(int[] leftIndex, int[] rightIndex, int count) {
      for (int i = 0; i < inputs; i++) {
        int offset = program.input(i);
        for (int lane = 0; lane < count && offset >= 0; lane++) {
          work[offset + lane] = space.input(i, left[leftIndex[lane]], right[rightIndex[lane]]);
        }
      }
      program.run(work, count);
      return 0;
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
