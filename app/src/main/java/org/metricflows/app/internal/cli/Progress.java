package org.metricflows.app.internal.cli;

import java.util.Locale;
import java.util.Map;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.RunWatcher;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.FlowProgress;

/**
 * Says now and then how far a run is, with the last record's σ or loss, its rate and the time left.
 */
final class Progress implements RunWatcher {
  private final ProgressLine line;
  private final String name;
  private final Clock clock;
  private final Interruption interruption;
  private String last = "";
  private FlowProgress first;
  private double begin;

  /**
   * @param name of the run, empty if there is but one
   * @param clock what runs from 0 to the end
   */
  Progress(ProgressLine line, String name, Clock clock, Interruption interruption) {
    this.line = line;
    this.name = name;
    this.clock = clock;
    this.interruption = interruption;
  }

  @Override
  public void recorded(Map<String, Object> entries) {
    for (Observable told : new Observable[] {Vocabulary.SIGMA, Vocabulary.LOSS}) {
      if (entries.get(told.name()) instanceof Number value) {
        last = ", " + told.name() + " " + Numbers.brief(value.doubleValue());
        return;
      }
    }
  }

  @Override
  public void stepped(FlowProgress step) {
    if (first == null) {
      first = step;
      begin = line.elapsed();
    }
    if (line.isDue()) {
      line.say(text(step));
    }
  }

  private String text(FlowProgress step) {
    double seconds = Math.max(1e-3, line.elapsed() - begin);
    double done = step.fraction() - first.fraction();
    String left =
        done > 0
            ? ", " + ProgressLine.duration(seconds * (1 - step.fraction()) / done) + " left"
            : "";
    return String.format(
        Locale.ROOT,
        "%s%s = %s of %s (%.0f %%)%s, %d evaluations, %s a second%s",
        name.isEmpty() ? "" : name + ": ",
        clock.name(),
        Numbers.brief(step.time()),
        Numbers.brief(clock.end()),
        100 * step.fraction(),
        last,
        step.evaluations(),
        rate((step.evaluations() - first.evaluations()) / seconds),
        left);
  }

  private static String rate(double perSecond) {
    return perSecond < 10 ? Numbers.rough(perSecond) : String.valueOf(Math.round(perSecond));
  }

  @Override
  public void kept() {
    interruption.kept();
  }

  @Override
  public boolean isStopping() {
    return interruption.isAsked();
  }
}
