package org.metricflows.bridge.internal.spec;

import org.metricflows.symbolic.internal.kahler.KahlerDensity;
import org.metricflows.symbolic.internal.kahler.KahlerLoss;
import org.metricflows.symbolic.internal.kahler.MongeAmpereLoss;

/**
 * The loss ⟨w ℓ⟩/⟨w⟩ of a Kähler metric.
 *
 * @param loss ℓ
 * @param normalisation what κ in it is
 */
public record PotentialLossSpec(KahlerLoss loss, Normalisation normalisation) {

  /** What κ is. */
  public enum Normalisation implements Named {
    /** The number Vol_K/Vol_Ω of the Kähler class. */
    FIXED("fixed"),
    /** That of the metric at the points themselves, ⟨w det g/|Ω|²⟩/⟨w⟩, in the gradient too. */
    EXACT("exact");

    private final String label;

    Normalisation(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /**
   * ⟨w log(q/κ)²⟩/⟨w⟩ with the κ of the points: how far a metric is from the end of its Ricci flow.
   */
  public static PotentialLossSpec ofRicciFlow() {
    return new PotentialLossSpec(KahlerDensity.of("loss.density", "log(q)^2"), Normalisation.EXACT);
  }

  /** ⟨w (1 − q/κ)²⟩/⟨w⟩ with the κ of the points. */
  public static PotentialLossSpec ofOptimum() {
    return new PotentialLossSpec(new MongeAmpereLoss(2), Normalisation.EXACT);
  }

  /** With the κ of the Kähler class. */
  public static PotentialLossSpec fixed(KahlerLoss loss) {
    return new PotentialLossSpec(loss, Normalisation.FIXED);
  }
}
