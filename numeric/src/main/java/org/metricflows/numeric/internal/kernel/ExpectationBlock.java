package org.metricflows.numeric.internal.kernel;

import java.util.List;
import org.metricflows.numeric.internal.kernel.DualMoments.Term;
import org.metricflows.numeric.internal.kernel.ExpectationKernel.Side;
import org.metricflows.numeric.internal.kernel.ExpectationProgram.LayerInputs;
import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;
import org.metricflows.numeric.internal.kernel.quadrature.HermiteExpansion;
import org.metricflows.numeric.internal.kernel.quadrature.MomentSums;

/** Scratch space for blocks of pairs: moments of each layer, then the recursion's jets. */
final class ExpectationBlock implements PairKernel.Block {

  private final ExpectationKernel kernel;
  private final DualMoments moments;
  private final int dimension;
  private final Side left;
  private final Side right;
  private final TaylorProgram program;
  private final double[] work;
  private final MomentSums sums;
  private final NoiseProbe probe;

  ExpectationBlock(ExpectationKernel kernel, Side left, Side right) {
    this.kernel = kernel;
    this.moments = kernel.moments();
    this.dimension = kernel.architecture().dimension();
    this.left = left;
    this.right = right;
    this.program = kernel.recursion().program();
    this.work = program.workspace();
    this.sums = new MomentSums(moments.moments());
    this.probe = new NoiseProbe(program, kernel.space());
  }

  @Override
  public double run(int[] leftIndex, int[] rightIndex, int count) {
    double error = 0;
    for (int lane = 0; lane < count; lane++) {
      error = Math.max(error, prepare(lane, leftIndex[lane], rightIndex[lane]));
    }
    program.run(work, count);
    return error + probe.error(work, count, error);
  }

  private double prepare(int lane, int a, int b) {
    double[] x = left.points()[a];
    double[] xp = right.points()[b];
    int arguments = kernel.space().inputs(dimension);
    for (int i = 0; i < arguments; i++) {
      set(i, lane, kernel.space().input(i, x, xp), 0);
    }
    double r = kernel.affine(InvariantSpace.product(x, xp) / dimension);
    double error = 0;
    for (int l = 0; l < kernel.architecture().hiddenLayers(); l++) {
      HermiteExpansion from = left.expansions()[a][l];
      HermiteExpansion to = right.expansions()[b][l];
      LayerInputs inputs = kernel.recursion().inputs(l);
      setVariances(inputs.left(), inputs.right(), lane, from);
      setVariances(inputs.right(), inputs.kappa(), lane, to);
      error = Math.max(error, sums.compute(from, to, r));
      setTerms(inputs.kappa(), lane, moments.kappa());
      setTerms(inputs.kappaDot(), lane, moments.kappaDot());
      r = kernel.affine(sums.moment(0));
    }
    return error;
  }

  private void setVariances(int first, int end, int lane, HermiteExpansion expansion) {
    for (int k = first; k < end; k++) {
      double value = expansion.variance(k - first);
      set(k, lane, value, value);
    }
  }

  private void setTerms(int first, int lane, List<Term> terms) {
    for (int t = 0; t < terms.size(); t++) {
      Term term = terms.get(t);
      double value = term.factor() * sums.moment(term.moment());
      set(first + t, lane, value, term.factor() * sums.size(term.moment()));
    }
  }

  private void set(int input, int lane, double value, double size) {
    int offset = program.input(input);
    if (offset >= 0) {
      work[offset + lane] = value;
      probe.set(input, lane, value, size);
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
