package org.metricflows.bridge.internal.flow;

import java.util.List;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.network.JetLoss;

/**
 * A loss compiled with its derivatives by the outputs' jets, over the columns of a sample.
 *
 * <p>The program's inputs are the jets of the outputs, then columns that stay fixed: reference
 * jets, the loss's fields, weights.
 */
final class CompiledLoss implements JetLoss {
  private final int order;
  private final int jetColumns;
  private final double[][] fixed;
  private final Program program;
  private final ThreadLocal<Arguments> arguments;

  /** Pointers to the columns of one call, and room for what they point to. */
  private static final class Arguments {
    final double[][] in;
    final int[] inOffset;
    final double[][] out;
    final int[] outOffset;
    final double[][] gathered;
    double[] density = new double[0];

    Arguments(int inputs, int outputs, int fixed) {
      gathered = new double[fixed][0];
      in = new double[inputs][];
      inOffset = new int[inputs];
      out = new double[outputs][];
      outOffset = new int[outputs];
    }
  }

  /**
   * @param loss the derivation
   * @param fixed {@code [input after the jets][point]}
   */
  CompiledLoss(Compiler compiler, org.metricflows.symbolic.loss.JetLoss loss, double[][] fixed) {
    this.order = loss.order();
    this.jetColumns = loss.outputJets().size();
    this.fixed = fixed;
    this.program = compiler.compile(loss.gradient());
    this.arguments =
        ThreadLocal.withInitial(
            () -> new Arguments(program.inputs(), program.outputs(), fixed.length));
  }

  /** The compiled w ℓ and its derivatives. */
  Program program() {
    return program;
  }

  /** The columns that stay fixed. */
  List<double[]> fixed() {
    return List.of(fixed);
  }

  @Override
  public int order() {
    return order;
  }

  /** The loss of the whole sample at once. */
  double evaluate(double[][] jets, double[][] adjoints) {
    return evaluate(0, jets[0].length, fixed, jets, adjoints);
  }

  @Override
  public double evaluate(int[] points, int from, int count, double[][] jets, double[][] adjoints) {
    return isRun(points, from, count)
        ? evaluate(points[from], count, fixed, jets, adjoints)
        : evaluate(0, count, gathered(points, from, count), jets, adjoints);
  }

  /** Whether the block's points follow one another, as those of the whole sample do. */
  private static boolean isRun(int[] points, int from, int count) {
    for (int p = 1; p < count; p++) {
      if (points[from + p] != points[from] + p) {
        return false;
      }
    }
    return true;
  }

  private double[][] gathered(int[] points, int from, int count) {
    double[][] own = arguments.get().gathered;
    for (int c = 0; c < fixed.length; c++) {
      if (own[c].length < count) {
        own[c] = new double[count];
      }
      for (int p = 0; p < count; p++) {
        own[c][p] = fixed[c][points[from + p]];
      }
    }
    return own;
  }

  private double evaluate(
      int first, int count, double[][] columns, double[][] jets, double[][] adjoints) {
    Arguments call = arguments.get();
    if (call.density.length < count) {
      call.density = new double[count];
    }
    System.arraycopy(jets, 0, call.in, 0, jetColumns);
    for (int c = 0; c < columns.length; c++) {
      call.in[jetColumns + c] = columns[c];
      call.inOffset[jetColumns + c] = first;
    }
    call.out[0] = call.density;
    System.arraycopy(adjoints, 0, call.out, 1, jetColumns);
    program.apply(call.in, call.inOffset, call.out, call.outOffset, count);
    double sum = 0;
    for (int p = 0; p < count; p++) {
      sum += call.density[p];
    }
    return sum;
  }
}
