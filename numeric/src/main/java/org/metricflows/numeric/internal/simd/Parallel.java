package org.metricflows.numeric.internal.simd;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A few threads that share the numbered tasks of one job at a time.
 *
 * <p>Results cannot depend on the number of threads if each task depends on its number alone,
 * writes to places of its own, and what tasks leave behind is combined afterwards in the order of
 * their numbers. A task also learns which worker runs it, so that scratch space can be kept per
 * worker.
 *
 * <pre>{@code
 * double[] sums = new double[chunks];
 * Parallel.common().run(chunks, (chunk, worker) -> sums[chunk] = sumOf(chunk));
 * double total = 0;
 * for (double sum : sums) total += sum;
 * }</pre>
 *
 * <p>A job that is started from within a task, or while another thread's job holds the workers,
 * runs in the calling thread alone, as worker 0.
 */
public final class Parallel implements AutoCloseable {

  /** What is done for each number 0 ≤ task &lt; tasks. */
  @FunctionalInterface
  public interface Task {

    /** Does the work of one task; {@code 0 ≤ worker < }{@link #threads()}. */
    void run(int task, int worker);
  }

  /** One call of {@link #run}: tasks are claimed by counting up, and counted again when done. */
  private static final class Job {
    final Task task;
    final int tasks;
    final AtomicInteger next = new AtomicInteger();
    final AtomicInteger finished = new AtomicInteger();
    final AtomicReference<Throwable> failure = new AtomicReference<>();
    final Thread owner = Thread.currentThread();

    Job(Task task, int tasks) {
      this.task = task;
      this.tasks = tasks;
    }

    void work(int worker) {
      for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            task.run(i, worker);
          }
        } catch (Throwable e) {
          failure.compareAndSet(null, e);
        }
        if (finished.incrementAndGet() == tasks) {
          LockSupport.unpark(owner);
        }
      }
    }

    boolean isDone() {
      return finished.get() == tasks;
    }
  }

  private static final int SPINS = 2000;

  private final boolean shared;
  private final Thread[] helpers;
  private final ReentrantLock busy = new ReentrantLock();
  private volatile Job job;
  private volatile boolean closed;

  private Parallel(int threads, boolean shared) {
    this.shared = shared;
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads + " is not at least 1");
    }
    helpers = new Thread[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      int worker = i + 1;
      helpers[i] = new Thread(() -> serve(worker), "metric-flows-" + worker);
      helpers[i].setDaemon(true);
      helpers[i].start();
    }
  }

  /** A pool of its own with this many threads, the calling one included. */
  public static Parallel of(int threads) {
    return new Parallel(threads, false);
  }

  /** The pool all share, with a thread for each available processor. */
  public static Parallel common() {
    return Common.POOL;
  }

  /** Holder of the shared pool: its threads start on first use. */
  private static final class Common {
    static final Parallel POOL = new Parallel(Runtime.getRuntime().availableProcessors(), true);
  }

  /** Number of threads that work, the calling one included. */
  public int threads() {
    return helpers.length + 1;
  }

  /**
   * Runs tasks 0 … tasks − 1 and returns when all are done. What the first failing task throws is
   * thrown here; tasks not yet begun are then skipped.
   */
  public void run(int tasks, Task task) {
    if (tasks < 0) {
      throw new IllegalArgumentException("tasks: " + tasks + " is negative");
    }
    if (tasks <= 1 || helpers.length == 0 || busy.isHeldByCurrentThread() || !busy.tryLock()) {
      for (int i = 0; i < tasks; i++) {
        task.run(i, 0);
      }
      return;
    }
    try {
      share(new Job(task, tasks));
    } finally {
      busy.unlock();
    }
  }

  private void share(Job current) {
    job = current;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
    current.work(0);
    for (int spin = 0; !current.isDone(); spin++) {
      pause(spin);
    }
    job = null;
    rethrow(current.failure.get());
  }

  private void serve(int worker) {
    Job done = null;
    int spin = 0;
    while (!closed) {
      Job current = job;
      if (current != null && current != done) {
        current.work(worker);
        done = current;
        spin = 0;
      } else {
        pause(spin++);
      }
    }
  }

  private static void pause(int spin) {
    if (spin < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.park();
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  /** Ends the threads; only for pools made by {@link #of}. */
  @Override
  public void close() {
    if (shared) {
      throw new IllegalStateException("the shared pool stays open");
    }
    closed = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }
}
