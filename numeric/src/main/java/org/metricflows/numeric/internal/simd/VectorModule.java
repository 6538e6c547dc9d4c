package org.metricflows.numeric.internal.simd;

/**
 * Whether the module {@code jdk.incubator.vector} is in the running JVM. Classes that touch it are
 * loaded only if so; without it the scalar forms, which give the same bits, do all the work.
 */
public final class VectorModule {

  private static final boolean PRESENT =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private VectorModule() {}

  /** Whether vectors are used. */
  public static boolean isPresent() {
    return PRESENT;
  }
}
