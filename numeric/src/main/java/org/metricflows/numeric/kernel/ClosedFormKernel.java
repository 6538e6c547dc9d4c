package org.metricflows.numeric.kernel;

import java.util.List;

/** The kernels of a closed-form dual: one Taylor program over the coordinates of both points. */
final class ClosedFormKernel implements PairKernel {

  private final int dimension;
  private final TaylorProgram program;

  ClosedFormKernel(KernelArchitecture architecture, BiJetSpace space, ClosedFormDual dual) {
    this.dimension = architecture.dimension();
    JetAlgebra algebra = new JetAlgebra(Convolution.of(space));
    LayerMap layers = new LayerMap(algebra, space, architecture);
    List<Jet> kernels = recursion(algebra, layers, dual, architecture.hiddenLayers());
    this.program = TaylorProgram.of(algebra, kernels);
  }

  private static List<Jet> recursion(
      JetAlgebra algebra, LayerMap layers, ClosedFormDual dual, int hiddenLayers) {
    Jet p = layers.first(true, true);
    Jet q = layers.first(false, false);
    Jet r = layers.first(true, false);
    Jet theta = r;
    for (int l = 0; l < hiddenLayers; l++) {
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
      for (int i = 0; i < dimension; i++) {
        fill(program.input(i), left, leftIndex, i, count);
        fill(program.input(dimension + i), right, rightIndex, i, count);
      }
      program.run(work, count);
      return 0;
    }

    private void fill(int offset, double[][] points, int[] index, int i, int count) {
      if (offset >= 0) {
        for (int lane = 0; lane < count; lane++) {
          work[offset + lane] = points[index[lane]][i];
        }
      }
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
