package org.metricflows.numeric.internal.kernel.jet;

import java.util.Arrays;
import java.util.List;
import org.metricflows.numeric.internal.simd.WarmUpGate;

/**
 * A {@link ColumnGraph} laid out for execution over a block of pairs.
 *
 * <p>The work array holds {@code slots} columns of {@link #LANES} numbers, one lane a pair. Inputs,
 * constants and outputs keep their slots; every other column's slot is used again once the column
 * has been read for the last time, so that a block stays in the nearest caches.
 */
public final class TaylorProgram {

  /** Pairs in a block. */
  public static final int LANES = 32;

  private final int slots;
  private final int[] inputs;
  private final int[] constantSlots;
  private final double[] constants;
  private final List<Step> steps;
  private final int longestSeries;
  private final int[][] outputs;
  private final long work;
  private final WarmUpGate<LaneSums> gate = LaneSums.gate();

  /** A piece of the program that is executed in one go. */
  sealed interface Step permits Sums, Expansion, Polar {}

  /** Runs of {@code out, terms, a, b, a, b, …}, all of them offsets into the work array. */
  record Sums(int[] code) implements Step {}

  /** Taylor coefficients of a function at a column; an offset −1 marks one that nobody reads. */
  record Expansion(ColumnGraph.Series series, int argument, int[] outs) implements Step {}

  /** atan2. */
  record Polar(int y, int x, int out) implements Step {}

  private TaylorProgram(ProgramLayout layout) {
    this.slots = layout.slots();
    this.inputs = layout.inputOffsets();
    this.constantSlots = layout.constantOffsets();
    this.constants = layout.constants();
    this.steps = layout.steps();
    this.outputs = layout.outputOffsets();
    this.work =
        steps.stream().mapToLong(s -> s instanceof Sums sums ? sums.code().length / 2 : 0).sum();
    this.longestSeries =
        steps.stream()
            .mapToInt(s -> s instanceof Expansion expansion ? expansion.outs().length : 0)
            .max()
            .orElse(0);
  }

  /** The program that computes these jets. */
  public static TaylorProgram of(JetAlgebra algebra, List<Jet> outputs) {
    return new TaylorProgram(new ProgramLayout(algebra.graph(), outputs, algebra.size()));
  }

  /** A fresh work array, its constants in place. */
  public double[] workspace() {
    double[] work = new double[slots * LANES];
    for (int i = 0; i < constants.length; i++) {
      Arrays.fill(work, constantSlots[i], constantSlots[i] + LANES, constants[i]);
    }
    return work;
  }

  /** Where the column of an input begins in the work array; −1 if no output depends on it. */
  public int input(int position) {
    return inputs[position];
  }

  /** Where a coefficient of an output begins in the work array; −1 if it is identically zero. */
  public int output(int jet, int coefficient) {
    return outputs[jet][coefficient];
  }

  /** Computes the outputs from the inputs in the first {@code count} lanes. */
  public void run(double[] work, int count) {
    double[] series = new double[longestSeries];
    LaneSums sum = gate.pass(this.work * count);
    for (Step step : steps) {
      if (step instanceof Sums sums) {
        sum.run(work, sums.code(), count);
      } else if (step instanceof Expansion expansion) {
        expand(work, expansion, count, series);
      } else if (step instanceof Polar polar) {
        for (int i = 0; i < count; i++) {
          work[polar.out() + i] = Math.atan2(work[polar.y() + i], work[polar.x() + i]);
        }
      }
    }
  }

  private static void expand(double[] work, Expansion step, int count, double[] series) {
    int[] outs = step.outs();
    for (int i = 0; i < count; i++) {
      step.series().expand(work[step.argument() + i], series);
      for (int k = 0; k < outs.length; k++) {
        if (outs[k] >= 0) {
          work[outs[k] + i] = series[k];
        }
      }
    }
  }
}
