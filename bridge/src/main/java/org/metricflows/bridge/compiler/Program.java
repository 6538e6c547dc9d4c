package org.metricflows.bridge.compiler;

import java.util.List;
import org.metricflows.numeric.batch.ColumnMap;

/**
 * A compiled derivation. Thread-safe; allocates nothing once each thread has used it; an element's
 * result has the same bits whatever the batch around it.
 */
public final class Program implements ColumnMap {

  private final List<String> inputNames;
  private final List<String> outputNames;
  private final Executable executable;

  Program(List<String> inputNames, List<String> outputNames, Executable executable) {
    this.inputNames = List.copyOf(inputNames);
    this.outputNames = List.copyOf(outputNames);
    this.executable = executable;
  }

  /** Names of the input columns, in order. */
  public List<String> inputNames() {
    return inputNames;
  }

  /** Names of the output columns, in order. */
  public List<String> outputNames() {
    return outputNames;
  }

  @Override
  public int inputs() {
    return inputNames.size();
  }

  @Override
  public int outputs() {
    return outputNames.size();
  }

  /** Number of arithmetic operations and functions an element costs. */
  public int operations() {
    return executable.operations();
  }

  @Override
  public void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
    executable.apply(in, inOffset, out, outOffset, count);
  }

  /**
   * Evaluates one element.
   *
   * @param in one number for each input
   * @param out receives one number for each output
   */
  public void evaluate(double[] in, double[] out) {
    if (in.length != inputs()) {
      throw new IllegalArgumentException(
          "in: " + in.length + " numbers given for " + inputs() + " inputs");
    }
    if (out.length < outputs()) {
      throw new IllegalArgumentException(
          "out: room for " + out.length + " numbers, " + outputs() + " needed");
    }
    executable.evaluate(in, out);
  }
}
