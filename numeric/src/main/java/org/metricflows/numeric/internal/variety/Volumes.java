package org.metricflows.numeric.internal.variety;

/**
 * Volumes of a variety: Vol_Ω = ∫|Ω|², Vol_K = ∫ det g of the Fubini–Study metric at t = 1, which
 * is the intersection number, and κ = Vol_K/Vol_Ω. The measure's normalisation is theirs.
 *
 * @param omega Vol_Ω = ⟨w⟩ from random points
 * @param kahler Vol_K, exact
 */
public record Volumes(Estimate omega, double kahler) {

  /** κ. */
  public Estimate kappa() {
    return omega.under(kahler);
  }

  /**
   * The volumes from points that are distributed with the density D.
   *
   * @param sample with weights |Ω|²/D, up to a factor
   */
  static Volumes of(Configuration shape, SampleColumns sample) {
    double kahler = shape.intersectionNumber();
    double[] w = sample.weight();
    double[] det = sample.det();
    double[] omegaSquared = sample.omegaSquared();
    Estimate ratio = Estimate.ratio(sample.line(), i -> w[i], i -> w[i] * det[i] / omegaSquared[i]);
    return new Volumes(ratio.times(kahler), kahler);
  }

  /** The factor that makes ⟨w⟩ equal to Vol_Ω, and so ⟨w det g/|Ω|²⟩ to Vol_K. */
  double normalisation(double[] weight) {
    return omega.value() * weight.length / Estimate.sum(weight.length, i -> weight[i]);
  }
}
