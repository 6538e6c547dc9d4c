package org.metricflows.bridge.internal.derive;

import java.util.Optional;
import org.metricflows.bridge.internal.flow.CarriedFlows;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.Supermetric;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.internal.equation.Motion;
import org.metricflows.symbolic.loss.Loss;

/** From a spec's dynamics to what the document of its flow says of them. */
final class Motions {

  private Motions() {}

  /**
   * What moves the metric.
   *
   * @throws org.metricflows.symbolic.InputException if the ansatz does not carry the flow
   */
  static Motion of(Spec spec, Dynamics dynamics) {
    if (dynamics instanceof Dynamics.Natural natural) {
      return projected(spec, natural);
    }
    return dynamics
        .ricci()
        .<Motion>map(ricci -> ricci(spec, ricci))
        .orElseGet(() -> gradient(spec, dynamics));
  }

  private static Motion projected(Spec spec, Dynamics.Natural natural) {
    Optional<Loss> loss =
        natural.needs("loss") ? Optional.of(spec.loss().loss()) : Optional.empty();
    boolean kept = loss.flatMap(Loss::measure).isPresent();
    return new Motion.Projected(
        natural.ricci().map(kind -> ricci(spec, kind)),
        loss,
        natural.product(kept),
        natural.damping());
  }

  private static Motion.Ricci ricci(Spec spec, Dynamics.Ricci ricci) {
    int d = spec.space().dimension();
    CarriedFlows.requireRicci(spec.metric().ansatz(), d, ricci);
    return switch (ricci) {
      case PLAIN -> Motion.Ricci.PLAIN;
      case DETURCK -> Motion.Ricci.DETURCK;
      case NORMALISED -> Motion.Ricci.NORMALISED;
    };
  }

  private static Motion gradient(Spec spec, Dynamics dynamics) {
    Loss loss = spec.loss().loss();
    boolean deWitt = isDeWitt(dynamics.supermetric(), spec);
    if (dynamics.isOnGrid()) {
      return new Motion.Local(loss, Rational.of(dynamics.bandwidth()), deWitt);
    }
    Expr bandwidth = Rational.of(spec.features().bandwidth());
    return new Motion.Features(loss, bandwidth, spec.features().width(), deWitt);
  }

  private static boolean isDeWitt(Supermetric supermetric, Spec spec) {
    boolean deWitt = supermetric == Supermetric.DEWITT;
    if (deWitt) {
      CarriedFlows.requireDeWitt(spec.metric().ansatz());
    }
    return deWitt;
  }
}
