package org.metricflows.bridge.compiler;

import java.util.Arrays;

/** The code of one graph, with each thread's scratch memory. */
final class Executable {

  private final Plan plan;
  private final Kernel scalar;
  private final ThreadLocal<Frame> frames;

  Executable(Plan plan, Kernel scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.frames = ThreadLocal.withInitial(() -> new Frame(plan));
  }

  int operations() {
    return plan.graph().operations();
  }

  void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
    double[] scratch = frames.get().scratch;
    int block = plan.blockSize();
    for (int start = 0; start < count; start += block) {
      int size = Math.min(block, count - start);
      scalar.run(in, inOffset, out, outOffset, scratch, start, size);
    }
  }

  void evaluate(double[] in, double[] out) {
    Frame frame = frames.get();
    Arrays.fill(frame.in, in);
    Arrays.fill(frame.out, out);
    scalar.run(frame.in, frame.inOffset, frame.out, frame.outOffset, frame.scratch, 0, 1);
    Arrays.fill(frame.in, null);
    Arrays.fill(frame.out, null);
  }

  private static final class Frame {
    final double[] scratch;
    final double[][] in;
    final double[][] out;
    final int[] inOffset;
    final int[] outOffset;

    Frame(Plan plan) {
      scratch = new double[plan.scratchSize()];
      in = new double[plan.graph().inputs()][];
      out = new double[plan.graph().outputs().size()][];
      inOffset = new int[in.length];
      outOffset = new int[out.length];
      Arrays.setAll(inOffset, i -> i);
      Arrays.setAll(outOffset, i -> i);
    }
  }
}
