package org.metricflows.bridge.compiler;

import java.util.Arrays;

/**
 * The code of one graph: the scalar form at once, the vector form after many elements, which is
 * slow until the JIT compiler has optimised it. Both give the same bits.
 */
final class Executable {

  private final Plan plan;
  private final int block;
  private final int lanes;
  private final Kernel scalar;
  private final ThreadLocal<Frame> frames;

  /** Elements to go before the vector form is used. Threads may lose counts, which does no harm. */
  private long patience;

  private volatile Kernel vector;

  /**
   * @param lanes width of vectors, 1 for scalar code throughout
   * @param patience number of elements that are evaluated in scalar form first
   */
  Executable(Plan plan, int lanes, long patience) {
    this.plan = plan;
    this.block = plan.blockSize();
    this.lanes = lanes;
    this.patience = lanes == 1 ? Long.MAX_VALUE : patience;
    this.scalar = KernelWriter.kernel(plan, 1);
    this.frames = ThreadLocal.withInitial(() -> new Frame(plan));
  }

  int operations() {
    return plan.graph().operations();
  }

  void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
    double[] scratch = frames.get().scratch;
    for (int start = 0; start < count; start += block) {
      int size = Math.min(block, count - start);
      int inVectors = elementsInVectors(size);
      if (inVectors > 0) {
        vectorKernel().run(in, inOffset, out, outOffset, scratch, start, inVectors);
      }
      if (inVectors < size) {
        int rest = size - inVectors;
        scalar.run(in, inOffset, out, outOffset, scratch, start + inVectors, rest);
      }
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

  private int elementsInVectors(int size) {
    if (patience > 0) {
      patience -= size;
      return 0;
    }
    return size - size % lanes;
  }

  private Kernel vectorKernel() {
    Kernel kernel = vector;
    if (kernel == null) {
      synchronized (this) {
        kernel = vector == null ? KernelWriter.kernel(plan, lanes) : vector;
        vector = kernel;
      }
    }
    return kernel;
  }

  /** What a thread needs to run the code. */
  private static final class Frame {
    private final double[] scratch;
    private final double[][] in;
    private final double[][] out;
    private final int[] inOffset;
    private final int[] outOffset;

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
