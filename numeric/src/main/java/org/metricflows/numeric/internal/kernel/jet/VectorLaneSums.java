package org.metricflows.numeric.internal.kernel.jet;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Four vectors of lanes at a time, their sums kept in registers. */
enum VectorLaneSums implements LaneSums {
  INSTANCE;

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  /** Whether a block is a whole number of strides. */
  static boolean fits() {
    return TaylorProgram.LANES % (4 * WIDTH) == 0;
  }

  @Override
  public void run(double[] work, int[] code, int count) {
    for (int pc = 0; pc < code.length; pc += 2 + 2 * code[pc + 1]) {
      for (int lane = 0; lane < count; lane += 4 * WIDTH) {
        sum(work, code, pc, lane);
      }
    }
  }

  private static void sum(double[] work, int[] code, int pc, int lane) {
    int end = pc + 2 + 2 * code[pc + 1];
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    for (int t = pc + 2; t < end; t += 2) {
      int a = code[t] + lane;
      int b = code[t + 1] + lane;
      s0 = load(work, a).fma(load(work, b), s0);
      s1 = load(work, a + WIDTH).fma(load(work, b + WIDTH), s1);
      s2 = load(work, a + 2 * WIDTH).fma(load(work, b + 2 * WIDTH), s2);
      s3 = load(work, a + 3 * WIDTH).fma(load(work, b + 3 * WIDTH), s3);
    }
    int out = code[pc] + lane;
    s0.intoArray(work, out);
    s1.intoArray(work, out + WIDTH);
    s2.intoArray(work, out + 2 * WIDTH);
    s3.intoArray(work, out + 3 * WIDTH);
  }

  private static DoubleVector load(double[] work, int offset) {
    return DoubleVector.fromArray(SPECIES, work, offset);
  }
}
