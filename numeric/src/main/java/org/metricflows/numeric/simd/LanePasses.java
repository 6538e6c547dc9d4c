package org.metricflows.numeric.simd;

/**
 * Array passes a vector at a time. Vectors with an exceptional lane, remainders and short runs go
 * through the scalar kernels, which do the same operations: the bits agree.
 *
 * <p>Vector code is slow until the compiler has optimised it, about a second's worth of patience
 * that a short command should not pay. So each pass stays scalar until it has been given enough
 * elements.
 */
final class LanePasses extends ScalarPasses {

  /** Elements a pass takes in scalar form before it is worth its warm-up: some 50 ms of work. */
  static final long PATIENCE = 1 << 22;

  /** Shorter runs are not worth a vector. */
  private static final int SHORTEST = 4 * Lanes.COUNT;

  /** Counts what a pass has been given. Races between threads lose counts, which does no harm. */
  private static final class Gate {
    private long patience;

    Gate(long patience) {
      this.patience = patience;
    }

    /** How many of the elements to take in vectors. */
    int vectors(int count) {
      if (count < SHORTEST) {
        return 0;
      }
      if (patience > 0) {
        patience -= count;
        return 0;
      }
      return Lanes.DOUBLES.loopBound(count);
    }
  }

  private final Gate expGate;
  private final Gate expm1Gate;
  private final Gate tanhGate;
  private final Gate sigmoidGate;
  private final Gate logGate;
  private final Gate log1pGate;
  private final Gate sinGate;
  private final Gate cosGate;
  private final Gate erfGate;
  private final Gate normalCdfGate;
  private final Gate sincosGate;

  LanePasses(long patience) {
    expGate = new Gate(patience);
    expm1Gate = new Gate(patience);
    tanhGate = new Gate(patience);
    sigmoidGate = new Gate(patience);
    logGate = new Gate(patience);
    log1pGate = new Gate(patience);
    sinGate = new Gate(patience);
    cosGate = new Gate(patience);
    erfGate = new Gate(patience);
    normalCdfGate = new Gate(patience);
    sincosGate = new Gate(patience);
  }

  @Override
  void exp(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int done = expGate.vectors(count);
    LaneExp.exp(in, inOffset, out, outOffset, done);
    super.exp(in, inOffset + done, out, outOffset + done, count - done);
  }

  @Override
  void expm1(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int done = expm1Gate.vectors(count);
    LaneExp.expm1(in, inOffset, out, outOffset, done);
    super.expm1(in, inOffset + done, out, outOffset + done, count - done);
  }

  @Override
  void tanh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int done = tanhGate.vectors(count);
    LaneExp.tanh(in, inOffset, out, outOffset, done);
    super.tanh(in, inOffset + done, out, outOffset + done, count - done);
  }

  @Override
  void sigmoid(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int done = sigmoidGate.vectors(count);
    LaneExp.sigmoid(in, inOffset, out, outOffset, done);
    super.sigmoid(in, inOffset + done, out, outOffset + done, count - done);
  }

  @Override
  void log(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int done = logGate.vectors(count);
    LaneLog.log(in, inOffset, out, outOffset, done);
    super.log(in, inOffset + done, out, outOffset + done, count - done);
  }

  @Override
  void log1p(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int done = log1pGate.vectors(count);
    LaneLog.log1p(in, inOffset, out, outOffset, done);
    super.log1p(in, inOffset + done, out, outOffset + done, count - done);
  }

  @Override
  void sin(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int done = sinGate.vectors(count);
    LaneTrig.sin(in, inOffset, out, outOffset, done);
    super.sin(in, inOffset + done, out, outOffset + done, count - done);
  }

  @Override
  void cos(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int done = cosGate.vectors(count);
    LaneTrig.cos(in, inOffset, out, outOffset, done);
    super.cos(in, inOffset + done, out, outOffset + done, count - done);
  }

  @Override
  void erf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int done = erfGate.vectors(count);
    LaneErrorFunction.erf(in, inOffset, out, outOffset, done);
    super.erf(in, inOffset + done, out, outOffset + done, count - done);
  }

  @Override
  void normalCdf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int done = normalCdfGate.vectors(count);
    LaneErrorFunction.normalCdf(in, inOffset, out, outOffset, done);
    super.normalCdf(in, inOffset + done, out, outOffset + done, count - done);
  }

  @Override
  void sincos(
      double[] in,
      int inOffset,
      double[] sin,
      int sinOffset,
      double[] cos,
      int cosOffset,
      int count) {
    int done = sincosGate.vectors(count);
    LaneTrig.sincos(in, inOffset, sin, sinOffset, cos, cosOffset, done);
    super.sincos(in, inOffset + done, sin, sinOffset + done, cos, cosOffset + done, count - done);
  }
}
