package org.metricflows.bridge.internal.compiler;

import java.util.Arrays;

/** The code of one graph in its scalar and vector forms, with each thread's scratch memory. */
final class Executable {

  private final Plan plan;
  private final int block;
  private final int lanes;
  private final FormChoice choice;
  private final Kernel scalar;
  private final ThreadLocal<Frame> frames;
  private volatile Kernel vector;

  /**
   * @param lanes width of vectors
   */
  Executable(Plan plan, int lanes, FormChoice choice) {
    this.plan = plan;
    this.block = plan.blockSize();
    this.lanes = lanes;
    this.choice = choice;
    this.scalar = KernelWriter.kernel(plan, 1);
    this.frames = ThreadLocal.withInitial(() -> new Frame(plan));
  }

  int operations() {
    return plan.graph().operations();
  }

  boolean usesVectors() {
    return choice.isVector();
  }

  void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
    Frame frame = frames.get();
    frame.columns(in, inOffset, out, outOffset);
    try {
      for (int start = 0; start < count; start += block) {
        block(frame, start, Math.min(block, count - start));
      }
    } finally {
      frame.release();
    }
  }

  void evaluate(double[] in, double[] out) {
    Frame frame = frames.get();
    frame.point(in, out);
    try {
      frame.run(scalar, 0, 1);
    } finally {
      frame.release();
    }
  }

  private void block(Frame frame, int start, int size) {
    if (choice.isVector()) {
      runSplit(frame, start, size, size - size % lanes);
    } else if (choice.isOpen(size, lanes)) {
      timedBlock(frame, start, size);
    } else {
      frame.run(scalar, start, size);
    }
  }

  private void timedBlock(Frame frame, int start, int size) {
    int trial = choice.trial(size, lanes);
    Kernel tried = trial > 0 ? vectorKernel() : scalar;
    long begin = choice.now();
    if (trial > 0) {
      frame.run(tried, start, trial);
      choice.tried(trial, lanes, choice.now() - begin);
      frame.run(scalar, start + trial, size - trial);
    } else {
      frame.run(scalar, start, size);
      choice.ranScalar(size, choice.now() - begin);
    }
  }

  private void runSplit(Frame frame, int start, int size, int inVectors) {
    if (inVectors > 0) {
      frame.run(vectorKernel(), start, inVectors);
    }
    if (inVectors < size) {
      frame.run(scalar, start + inVectors, size - inVectors);
    }
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

  /** What a thread needs to run the code: scratch memory and the columns of the call. */
  private static final class Frame {
    private final double[] scratch;
    private final double[][] pointIn;
    private final double[][] pointOut;
    private final int[] pointInOffset;
    private final int[] pointOutOffset;
    private double[][] in;
    private double[][] out;
    private int[] inOffset;
    private int[] outOffset;

    Frame(Plan plan) {
      scratch = new double[plan.scratchSize()];
      pointIn = new double[plan.graph().inputs()][];
      pointOut = new double[plan.graph().outputs().size()][];
      pointInOffset = new int[pointIn.length];
      pointOutOffset = new int[pointOut.length];
      Arrays.setAll(pointInOffset, i -> i);
      Arrays.setAll(pointOutOffset, i -> i);
    }

    void columns(double[][] in, int[] inOffset, double[][] out, int[] outOffset) {
      this.in = in;
      this.inOffset = inOffset;
      this.out = out;
      this.outOffset = outOffset;
    }

    /** Columns of one number each, all in one array. */
    void point(double[] in, double[] out) {
      Arrays.fill(pointIn, in);
      Arrays.fill(pointOut, out);
      columns(pointIn, pointInOffset, pointOut, pointOutOffset);
    }

    /** Forgets the caller's arrays. */
    void release() {
      if (in == pointIn) {
        Arrays.fill(pointIn, null);
        Arrays.fill(pointOut, null);
      }
      columns(null, null, null, null);
    }

    void run(Kernel kernel, int start, int count) {
      kernel.run(in, inOffset, out, outOffset, scratch, start, count);
    }
  }
}
