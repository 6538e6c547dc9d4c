package org.metricflows.bridge.internal.flow;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.spectral.NormalisedVelocity;
import org.metricflows.numeric.internal.spectral.PointwiseVelocity;
import org.metricflows.numeric.internal.spectral.Velocity;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.internal.evolution.BackgroundConnection;
import org.metricflows.symbolic.internal.evolution.DeTurckFlow;
import org.metricflows.symbolic.internal.evolution.NormalisedRicciFlow;
import org.metricflows.symbolic.internal.evolution.PerelmanFlow;
import org.metricflows.symbolic.internal.evolution.RicciFlow;
import org.metricflows.symbolic.network.Ansatz;

/**
 * The velocities of geometric flows at the sample points, compiled: jets of the functions that make
 * the metric ↦ ∂_t of these, whatever they are the jets of, a grid's or a network's.
 */
record RicciVelocities(Compiler compiler, Ansatz ansatz, FlowData data) {

  /**
   * The velocity of a Ricci flow.
   *
   * @param weights of ∫dx, for the mean curvature
   * @throws org.metricflows.symbolic.InputException if the flow leaves the metrics of the ansatz
   */
  Velocity of(Dynamics.Ricci kind, double[] weights) {
    int d = data.dimension();
    CarriedFlows.requireRicci(ansatz, d, kind);
    RicciFlow ricci = new RicciFlow(ansatz, d);
    return switch (kind) {
      case PLAIN -> pointwise(ricci.velocity(), new double[0][]);
      case DETURCK ->
          pointwise(
              new DeTurckFlow(ansatz, d).velocity(),
              GeometricObservables.backgroundConnection(
                  compiler, new BackgroundConnection(ansatz, d), data.referenceJets(2)));
      case NORMALISED ->
          new NormalisedVelocity(
              compiler.compile(new NormalisedRicciFlow(ricci).parts()),
              data.referenceJets(2),
              weights,
              Parallel.common());
    };
  }

  /** The velocity of Perelman's flow with a measure kept, for {@code additive} metrics. */
  Velocity perelman(Measure.Density density) {
    return pointwise(
        new PerelmanFlow(ansatz, data.dimension()).velocity(), density.logDerivatives());
  }

  private Velocity pointwise(Derivation equation, double[][] fields) {
    return new PointwiseVelocity(
        compiler.compile(equation),
        2,
        PointColumns.join(data.referenceJets(2), fields),
        data.sampling().size(),
        Parallel.common());
  }
}
