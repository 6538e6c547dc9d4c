package org.metricflows.numeric.internal.flow;

/** How an integration ended. */
public sealed interface Outcome {

  /** The time it reached. */
  double time();

  /** {@code completed}, or {@code stopped: …} with the reason. */
  String status();

  /** It came to the end of its schedule. */
  record Completed(double time) implements Outcome {
    @Override
    public String status() {
      return "completed";
    }
  }

  /** It ended before, for a reason that reads as a phrase. */
  record Stopped(double time, String reason) implements Outcome {

    /** An iteration that has come to its last step before its tolerance. */
    public static Stopped unconverged(int steps, double tolerance) {
      return new Stopped(
          steps,
          "the iteration has not converged: step "
              + steps
              + ", the last, still gained more than the tolerance of "
              + tolerance
              + "; allow more iterations, or a larger tolerance");
    }

    @Override
    public String status() {
      return "stopped: " + reason;
    }
  }
}
