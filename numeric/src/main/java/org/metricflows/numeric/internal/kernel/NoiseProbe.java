package org.metricflows.numeric.internal.kernel;

import java.util.stream.IntStream;
import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;

/**
 * Measures what errors of its inputs do to a program's outputs, by running it once more with every
 * input moved by a known fraction of its size, up or down as a fixed pattern of signs says.
 *
 * <p>The terms of a Taylor expansion in p, q, r may cancel: between nearly parallel points at large
 * variances, jets lose digits that the moments had.
 */
final class NoiseProbe {

  /** Small enough to stay linear, large enough to stand out from rounding. */
  private static final double STEP = 1e-8;

  /** Quadrature has settled to rounding if its own estimate, a bound, is no more than this. */
  private static final double SETTLED = 1e-14;

  /** Rounding of a moment, relative to its size, as comparisons with closed forms show it. */
  private static final double ROUNDING = 3e-16;

  /** The estimate, on the safe side by up to some powers of ten, from which on it is refused. */
  private static final double LIMIT = 1e-4;

  private final TaylorProgram program;
  private final PairSpace space;
  private final int[] grades;
  private final double[] moved;

  NoiseProbe(TaylorProgram program, PairSpace space) {
    this.program = program;
    this.space = space;
    this.grades = IntStream.range(0, space.convolution().size()).map(space::grade).toArray();
    this.moved = program.workspace();
  }

  /** Records an input and the size that its error is relative to. */
  void set(int input, int lane, double value, double size) {
    int sign = Integer.bitCount(input * 0x9E3779B9) % 2 == 0 ? 1 : -1;
    moved[program.input(input) + lane] = value + sign * STEP * size;
  }

  /**
   * The error that the tangent kernel's jets inherit, relative to the largest jet of the same
   * orders in the block.
   *
   * @param work the program's work array after a run with the recorded inputs
   * @param inputError the relative error of the inputs
   * @throws ArithmeticException if it is more than 10⁻⁴
   */
  double error(double[] work, int count, double inputError) {
    program.run(moved, count);
    double largest = 0;
    for (int grade = 0; grade < space.grades(); grade++) {
      largest = Math.max(largest, response(work, count, grade));
    }
    double error = largest * (inputError <= SETTLED ? ROUNDING : inputError);
    if (error > LIMIT) {
      throw new ArithmeticException(
          "kernel: quadrature leaves its derivatives a relative accuracy of only "
              + error
              + "; smaller weights, or an activation with closed form, keep more");
    }
    return error;
  }

  /** The change of a grade's coefficients for a unit of relative change of the inputs. */
  private double response(double[] work, int count, int grade) {
    double change = 0;
    double size = 0;
    for (int c = 0; c < grades.length; c++) {
      int offset = grades[c] == grade ? program.output(PairKernel.NTK, c) : -1;
      for (int i = offset; offset >= 0 && i < offset + count; i++) {
        change = Math.max(change, Math.abs(moved[i] - work[i]));
        size = Math.max(size, Math.abs(work[i]));
      }
    }
    return size == 0 ? 0 : change / (STEP * size);
  }
}
