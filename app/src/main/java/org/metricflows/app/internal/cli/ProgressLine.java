package org.metricflows.app.internal.cli;

/**
 * What is said of work while it goes on: on a terminal one line that is written over four times a
 * second, elsewhere a line every five; nothing of what is done within a second.
 */
final class ProgressLine {
  private static final long SECOND = 1_000_000_000L;

  private final Console console;
  private final long pause;
  private final long begin = System.nanoTime();
  private long next;
  private int width;

  ProgressLine(Console console) {
    this.console = console;
    this.pause = console.isTerminal() ? SECOND / 4 : 5 * SECOND;
    this.next = begin + (console.isTerminal() ? SECOND : 2 * SECOND);
  }

  /** Whether it is time to say something. */
  synchronized boolean isDue() {
    return System.nanoTime() - next >= 0;
  }

  /** Seconds since the work began. */
  double elapsed() {
    return (System.nanoTime() - begin) * 1e-9;
  }

  /** Says it. */
  synchronized void say(String text) {
    next = System.nanoTime() + pause;
    if (!console.isTerminal()) {
      console.note(text);
      return;
    }
    console.err().print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
    console.err().flush();
    width = text.length();
  }

  /** Leaves the terminal as it was. */
  synchronized void end() {
    if (width > 0) {
      console.err().print("\r" + " ".repeat(width) + "\r");
      console.err().flush();
      width = 0;
    }
  }

  /** A length of time as a person says it: {@code 3 s}, {@code 2 min 5 s}, {@code 1 h 10 min}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole / 60 % 60 + " min";
  }
}
