package org.metricflows.bridge.internal.run;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** Processor time of this process since the clock was made, plus what was spent before. */
final class RunClock {

  private static final double NANOS = 1e-9;

  private final double before;
  private final long start = processorNanos();

  RunClock(double secondsBefore) {
    this.before = secondsBefore;
  }

  double cpuSeconds() {
    return before + NANOS * (processorNanos() - start);
  }

  private static long processorNanos() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime()
        : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
