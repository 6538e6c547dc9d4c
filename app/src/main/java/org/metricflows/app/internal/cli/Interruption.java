package org.metricflows.app.internal.cli;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What happens when a person or the system breaks off a run (Ctrl-C, SIGTERM): it goes on to the
 * next place from where it can be carried on, keeps that, and the command that carries it on is
 * said. If the place is far, there is the last one.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch kept = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean asked;

  private Interruption(Console console, Path folder) {
    this.hook = new Thread(() -> breakOff(console, folder), "interruption");
  }

  /** Watches over a run in a folder until it is closed. */
  static Interruption of(Console console, Path folder) {
    Interruption interruption = new Interruption(console, folder);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void breakOff(Console console, Path folder) {
    asked = true;
    try {
      kept.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    console.note("");
    console.note("metricflows: broken off; it goes on with: metricflows resume " + folder);
  }

  /** Whether the run is to be broken off. */
  boolean isAsked() {
    return asked;
  }

  /** The run can be carried on from here: if it is to be broken off, it waits for its end. */
  void kept() {
    if (asked) {
      kept.countDown();
      while (true) {
        LockSupport.park(this);
      }
    }
  }

  /** The run has ended. */
  @Override
  public void close() {
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // it has just been broken off
      }
    }
  }
}
