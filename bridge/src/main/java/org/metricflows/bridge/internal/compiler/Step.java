package org.metricflows.bridge.internal.compiler;

import java.util.List;

/** A part of a program that goes over a whole block before the next one starts. */
sealed interface Step {

  /** Graph positions of the nodes that the step computes, in order. */
  List<Integer> nodes();

  /**
   * One loop over the block's elements.
   *
   * @param nodes arithmetic nodes, in order
   * @param outputs numbers of the outputs that are written here
   */
  record Segment(List<Integer> nodes, List<Integer> outputs) implements Step {}

  /** A library function over a column; sine and cosine of one argument come together. */
  record Pass(List<Integer> nodes) implements Step {}
}
