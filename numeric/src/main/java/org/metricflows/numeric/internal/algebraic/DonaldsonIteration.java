package org.metricflows.numeric.internal.algebraic;

import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowProgress;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowResult;
import org.metricflows.numeric.internal.flow.Outcome;
import org.metricflows.numeric.internal.hermitian.HermitianForm;

/**
 * H ← T(H)⁻¹ from H = 1, until H is balanced or for a number of iterations.
 *
 * <p>Time counts iterations; each ends a leg. A state is H in N² numbers (for each row h_ii, then
 * Re h_ij and Im h_ij for j > i), and then how far it is from balanced, √(tr(T(H)H − 1)²/N), which
 * does not depend on the basis of sections.
 *
 * @param map T
 * @param iterations the most
 * @param tolerance distance from balanced at which it is over
 * @param recordEvery how many iterations lie between records; the first and last state are
 *     recorded, too
 */
public record DonaldsonIteration(
    BalancingMap map, int iterations, double tolerance, int recordEvery) implements Evolution {

  /** Distance from balanced of a recorded state. */
  public double defect(double[] state) {
    return state[state.length - 1];
  }

  @Override
  public FlowResult run(FlowListener listener) {
    Session session = new Session(HermitianForm.identity(map.sections().count()), listener);
    session.record();
    return session.run();
  }

  @Override
  public FlowResult resume(FlowCheckpoint checkpoint, FlowListener listener) {
    int n = map.sections().count();
    double[] state = checkpoint.state();
    if (state.length != n * n + 1 || !(checkpoint.time() < iterations)) {
      throw new IllegalArgumentException("checkpoint: it is of another iteration");
    }
    Session session = new Session(HermitianForm.unpack(n, state), listener);
    session.done = (int) checkpoint.time();
    session.recorded = checkpoint.recorded();
    return session.run();
  }

  /** From a start or a checkpoint to the end. */
  private final class Session {
    private final FlowListener listener;
    private HermitianForm form;
    private HermitianForm image;
    private double defect;
    private int done;
    private int recorded;

    Session(HermitianForm form, FlowListener listener) {
      this.listener = listener;
      move(form);
    }

    private void move(HermitianForm to) {
      form = to;
      image = map.of(to);
      defect = image.distanceFromInverse(to);
    }

    FlowResult run() {
      while (done < iterations && defect > tolerance) {
        HermitianForm next;
        try {
          next = image.inverse();
        } catch (ArithmeticException e) {
          return result(new Outcome.Stopped(done, e.getMessage()));
        }
        move(next);
        done++;
        boolean last = done == iterations || defect <= tolerance;
        if (last || done % recordEvery == 0) {
          record();
        }
        if (!last) {
          listener.stepped(new FlowProgress(done, (double) done / iterations, done, done + 1L));
          listener.legEnded(new FlowCheckpoint(done, state(), 1, recorded, done + 1L, done));
        }
      }
      return result(new Outcome.Completed(done));
    }

    private FlowResult result(Outcome outcome) {
      return new FlowResult(outcome, state(), done + 1L, done);
    }

    void record() {
      recorded++;
      listener.recorded(new FlowRecord(done, state()));
    }

    private double[] state() {
      int n = map.sections().count();
      double[] state = new double[n * n + 1];
      form.pack(state);
      state[n * n] = defect;
      return state;
    }
  }
}
