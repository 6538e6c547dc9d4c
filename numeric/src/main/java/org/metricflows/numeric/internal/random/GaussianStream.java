package org.metricflows.numeric.internal.random;

/**
 * Standard normal numbers that depend on the seed alone, not on the Java version: SplitMix64 makes
 * uniform numbers u = (k + ½) 2⁻⁵³, two at a time, and Box and Muller's √(−2 log u) (cos 2πv, sin
 * 2πv) makes pairs of normal ones, with {@link StrictMath}.
 */
public final class GaussianStream {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;
  private double second;
  private boolean hasSecond;

  /** The stream of a seed. */
  public GaussianStream(long seed) {
    this.state = seed;
  }

  /**
   * One of many streams that belong to a seed, so that each of many tasks draws numbers of its own,
   * whoever runs it and whenever.
   *
   * @param index of the stream
   */
  public static GaussianStream of(long seed, long index) {
    return new GaussianStream(mix(mix(seed + GOLDEN) + index));
  }

  /** The next number. */
  public double next() {
    if (hasSecond) {
      hasSecond = false;
      return second;
    }
    double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform()));
    double angle = 2 * Math.PI * uniform();
    second = radius * StrictMath.sin(angle);
    hasSecond = true;
    return radius * StrictMath.cos(angle);
  }

  /** A number between 0 and 1, neither of them included. */
  public double uniform() {
    return ((mixed() >>> 11) + 0.5) * 0x1p-53;
  }

  private long mixed() {
    state += GOLDEN;
    return mix(state);
  }

  private static long mix(long number) {
    long z = number;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
