package org.metricflows.numeric.internal.kernel.jet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.metricflows.numeric.internal.kernel.jet.ColumnGraph.Angle;
import org.metricflows.numeric.internal.kernel.jet.ColumnGraph.Coefficient;
import org.metricflows.numeric.internal.kernel.jet.ColumnGraph.Constant;
import org.metricflows.numeric.internal.kernel.jet.ColumnGraph.Input;
import org.metricflows.numeric.internal.kernel.jet.ColumnGraph.Node;
import org.metricflows.numeric.internal.kernel.jet.ColumnGraph.Products;
import org.metricflows.numeric.internal.kernel.jet.ColumnGraph.Series;

/**
 * Chooses the live columns of a graph, their slots in the work array, and the order of the steps.
 */
final class ProgramLayout {

  private static final int NEVER = -1;
  private static final int FOREVER = Integer.MAX_VALUE;

  private final List<Node> nodes;
  private final int[] lastUse;
  private final int[] offset;
  private final int[] inputOffsets;
  private final List<Integer> constantOffsets = new ArrayList<>();
  private final List<Double> constants = new ArrayList<>();
  private final List<TaylorProgram.Step> steps = new ArrayList<>();
  private final int[][] outputOffsets;
  private final Deque<Integer> free = new ArrayDeque<>();
  private final List<Integer> code = new ArrayList<>();
  private int slots;

  ProgramLayout(ColumnGraph graph, List<Jet> outputs, int coefficients) {
    this.nodes = graph.nodes();
    this.lastUse = lastUses(outputs, coefficients);
    this.offset = new int[nodes.size()];
    this.inputOffsets = new int[graph.inputs()];
    Arrays.fill(offset, NEVER);
    Arrays.fill(inputOffsets, NEVER);
    for (int node = 0; node < nodes.size(); node++) {
      if (lastUse[node] != NEVER) {
        place(node);
      }
    }
    flush();
    this.outputOffsets = new int[outputs.size()][coefficients];
    for (int o = 0; o < outputs.size(); o++) {
      for (int c = 0; c < coefficients; c++) {
        Jet jet = outputs.get(o);
        outputOffsets[o][c] = jet.isZero(c) ? NEVER : offset[jet.column(c)];
      }
    }
  }

  int slots() {
    return slots;
  }

  int[] inputOffsets() {
    return inputOffsets;
  }

  int[] constantOffsets() {
    return toArray(constantOffsets);
  }

  double[] constants() {
    return constants.stream().mapToDouble(Double::doubleValue).toArray();
  }

  List<TaylorProgram.Step> steps() {
    return List.copyOf(steps);
  }

  int[][] outputOffsets() {
    return outputOffsets;
  }

  private int[] lastUses(List<Jet> outputs, int coefficients) {
    int[] last = new int[nodes.size()];
    Arrays.fill(last, NEVER);
    for (Jet jet : outputs) {
      for (int c = 0; c < coefficients; c++) {
        if (!jet.isZero(c)) {
          last[jet.column(c)] = FOREVER;
        }
      }
    }
    for (int node = nodes.size() - 1; node >= 0; node--) {
      if (last[node] != NEVER) {
        for (int used : operands(nodes.get(node))) {
          last[used] = Math.max(last[used], node);
        }
      }
    }
    return last;
  }

  private static int[] operands(Node node) {
    if (node instanceof Products products) {
      return toArray(products.factors());
    }
    if (node instanceof Series series) {
      return new int[] {series.argument()};
    }
    if (node instanceof Coefficient coefficient) {
      return new int[] {coefficient.series()};
    }
    return node instanceof Angle angle ? new int[] {angle.y(), angle.x()} : new int[0];
  }

  private void place(int index) {
    Node node = nodes.get(index);
    if (node instanceof Input input) {
      inputOffsets[input.position()] = fixedSlot(index);
    } else if (node instanceof Constant constant) {
      constantOffsets.add(fixedSlot(index));
      constants.add(constant.value());
    } else if (node instanceof Products products) {
      sum(index, products);
    } else if (node instanceof Series series) {
      expand(index, series);
    } else if (node instanceof Angle angle) {
      flush();
      offset[index] = take();
      steps.add(new TaylorProgram.Polar(offset[angle.y()], offset[angle.x()], offset[index]));
      release(index);
    }
  }

  private void sum(int index, Products products) {
    offset[index] = take();
    code.add(offset[index]);
    code.add(products.factors().size() / 2);
    products.factors().forEach(f -> code.add(offset[f]));
    release(index);
  }

  private void expand(int index, Series series) {
    flush();
    int[] outs = new int[series.order() + 1];
    for (int k = 0; k < outs.length; k++) {
      int coefficient = index + 1 + k;
      outs[k] = lastUse[coefficient] == NEVER ? NEVER : take();
      offset[coefficient] = outs[k];
    }
    steps.add(new TaylorProgram.Expansion(series, offset[series.argument()], outs));
    release(index);
  }

  /** Ends the run of sums collected so far. */
  private void flush() {
    if (!code.isEmpty()) {
      steps.add(new TaylorProgram.Sums(toArray(code)));
      code.clear();
    }
  }

  private int take() {
    return free.isEmpty() ? TaylorProgram.LANES * slots++ : free.pop();
  }

  /**
   * Inputs and constants are written before the program starts, so that nothing may share with
   * them.
   */
  private int fixedSlot(int index) {
    lastUse[index] = FOREVER;
    offset[index] = TaylorProgram.LANES * slots++;
    return offset[index];
  }

  /** Gives back the slots of the operands that this node was the last to read. */
  private void release(int index) {
    for (int used : Arrays.stream(operands(nodes.get(index))).distinct().toArray()) {
      if (lastUse[used] == index && offset[used] != NEVER) {
        free.push(offset[used]);
      }
    }
  }

  private static int[] toArray(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
