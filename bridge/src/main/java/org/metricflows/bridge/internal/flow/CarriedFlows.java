package org.metricflows.bridge.internal.flow;

import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.evolution.RicciFlow;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/** Which flows stay within the metrics that an ansatz can make. */
public final class CarriedFlows {

  private CarriedFlows() {}

  /**
   * DeWitt's factor acts on the metric itself.
   *
   * @throws InputException if the ansatz is not additive
   */
  public static void requireDeWitt(Ansatz ansatz) {
    if (ansatz != ChartAnsatz.ADDITIVE) {
      throw InputException.of(
          "flow.supermetric",
          "'dewitt' acts on the metric itself and needs metric.ansatz additive,"
              + " not '"
              + ansatz.key()
              + "'");
    }
  }

  /**
   * Ricci flow of additive metrics in any gauge, and of conformal ones on surfaces in none.
   *
   * @throws InputException for other ansätze
   */
  public static void requireRicci(Ansatz ansatz, int dimension, Dynamics.Ricci kind) {
    boolean gauged = kind == Dynamics.Ricci.DETURCK;
    if (!RicciFlow.isCarriedBy(ansatz, dimension) || (gauged && !ansatz.isAdditive())) {
      throw InputException.of(
          "metric.ansatz",
          "'"
              + ansatz.key()
              + "' does not carry flow.equation '"
              + kind.label()
              + "'; use additive"
              + (gauged ? "" : ", or conformal in dimension 2"));
    }
  }
}
