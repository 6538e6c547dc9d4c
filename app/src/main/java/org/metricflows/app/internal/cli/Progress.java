package org.metricflows.app.internal.cli;

import java.util.Locale;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowProgress;

/** Says now and then how far an integration is. */
final class Progress implements FlowListener {
  private static final long PAUSE_NANOS = 2_000_000_000L;

  private final Console console;
  private final String name;
  private final Clock clock;
  private long next = System.nanoTime() + PAUSE_NANOS;

  /**
   * @param name of the run, empty if there is but one
   * @param clock what runs from 0 to the end
   */
  Progress(Console console, String name, Clock clock) {
    this.console = console;
    this.name = name;
    this.clock = clock;
  }

  @Override
  public void stepped(FlowProgress step) {
    if (System.nanoTime() - next >= 0) {
      next = System.nanoTime() + PAUSE_NANOS;
      console.note(
          String.format(
              Locale.ROOT,
              "%s%s = %s of %s (%.0f %%), %d steps, %d evaluations",
              name.isEmpty() ? "" : name + ": ",
              clock.name(),
              Numbers.brief(step.time()),
              Numbers.brief(clock.end()),
              100 * step.fraction(),
              step.steps(),
              step.evaluations()));
    }
  }
}
