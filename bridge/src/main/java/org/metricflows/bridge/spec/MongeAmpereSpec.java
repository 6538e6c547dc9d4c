package org.metricflows.bridge.spec;

/**
 * The loss ⟨w|1 − det g/(κ|Ω|²)|^p⟩/⟨w⟩.
 *
 * @param power p, 1 or 2
 * @param normalisation what κ is
 */
public record MongeAmpereSpec(int power, Normalisation normalisation) {

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
}
