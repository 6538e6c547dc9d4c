package org.metricflows.bridge.internal.compiler;

import java.util.List;
import org.metricflows.numeric.internal.batch.ColumnMap;

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

  /** Number of arithmetic operations and functions that an element costs. */
  public int operations() {
    return executable.operations();
  }

  /** Whether the program has turned from scalar to vector code. Results do not depend on it. */
  public boolean usesVectors() {
    return executable.usesVectors();
  }

  /** Whether the other program differs in the names of its columns only. */
  public boolean sharesCodeWith(Program other) {
    return executable == other.executable;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there are fewer columns or offsets than the program has
   * @throws IndexOutOfBoundsException if a column is too short
   */
  @Override
  public void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
    require("in", in.length, "columns", inputs());
    require("inOffset", inOffset.length, "offsets", inputs());
    require("out", out.length, "columns", outputs());
    require("outOffset", outOffset.length, "offsets", outputs());
    executable.apply(in, inOffset, out, outOffset, count);
  }

  /**
   * Evaluates one element.
   *
   * @param in one number for each input
   * @param out receives one number for each output
   * @throws IllegalArgumentException if the sizes are others
   */
  public void evaluate(double[] in, double[] out) {
    if (in.length != inputs()) {
      throw mismatch("in", in.length, "numbers", inputs());
    }
    if (out.length != outputs()) {
      throw mismatch("out", out.length, "numbers", outputs());
    }
    executable.evaluate(in, out);
  }

  private static void require(String name, int seen, String what, int needed) {
    if (seen < needed) {
      throw mismatch(name, seen, what, needed);
    }
  }

  private static IllegalArgumentException mismatch(String name, int seen, String what, int needed) {
    return new IllegalArgumentException(
        name + ": " + seen + " " + what + " given, " + needed + " needed");
  }
}
