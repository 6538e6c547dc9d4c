package org.metricflows.numeric.kernel;

/** The kernels of a closed-form dual: one Taylor program over the coordinates of both points. */
final class ClosedFormKernel implements PairKernel {

  private final int dimension;
  private final TaylorProgram program;

  ClosedFormKernel(KernelArchitecture architecture, BiJetSpace space, ClosedFormDual dual) {
    this.dimension = architecture.dimension();
    JetAlgebra algebra = new JetAlgebra(space);
    this.program = TaylorProgram.of(algebra, dual.recursion(algebra, architecture));
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
