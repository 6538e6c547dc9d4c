package org.metricflows.bridge.internal.flow;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.gradient.Supermetric;
import org.metricflows.symbolic.internal.evolution.DeWittSupermetric;

/** DeWitt's supermetric, compiled, over the columns of a sample. */
final class DeWittDrive implements Supermetric {
  private final Program program;
  private final double[][] fixed;
  private final ThreadLocal<Arguments> arguments;

  private static final class Arguments {
    final double[][] in;
    final int[] inOffset;
    final int[] outOffset;

    Arguments(Program program) {
      in = new double[program.inputs()][];
      inOffset = new int[program.inputs()];
      outOffset = new int[program.outputs()];
    }
  }

  /**
   * @param fixed jets of the reference, then of 1/m: {@code [input after jets and adjoints][point]}
   */
  DeWittDrive(Compiler compiler, DeWittSupermetric supermetric, double[][] fixed) {
    this.program = compiler.compile(supermetric.drive());
    this.fixed = fixed;
    this.arguments = ThreadLocal.withInitial(() -> new Arguments(program));
  }

  @Override
  public void drive(
      int firstPoint, int count, double[][] jets, double[][] adjoints, double[][] drives) {
    Arguments call = arguments.get();
    System.arraycopy(jets, 0, call.in, 0, jets.length);
    System.arraycopy(adjoints, 0, call.in, jets.length, jets.length);
    for (int c = 0; c < fixed.length; c++) {
      call.in[2 * jets.length + c] = fixed[c];
      call.inOffset[2 * jets.length + c] = firstPoint;
    }
    program.apply(call.in, call.inOffset, drives, call.outOffset, count);
  }
}
