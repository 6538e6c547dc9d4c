package org.metricflows.numeric.internal.kernel;

/**
 * A fully connected network of infinite width in NTK parametrisation,
 *
 * <pre>
 *   z¹ = (σ_w/√d) W x + σ_b b,   z^{l+1} = (σ_w/√n) W φ(z^l) + σ_b b,   W, b ~ N(0, 1),
 * </pre>
 *
 * with every parameter trained. Standard parametrisation (weights of variance σ_w²/n trained
 * directly) has no limit to offer here: under plain gradient flow its tangent kernel grows in
 * proportion to the width.
 *
 * @param dimension number of inputs, d ≥ 1
 * @param hiddenLayers number of applications of φ, ≥ 0; none is a linear model
 * @param weightStd σ_w, finite and positive
 * @param biasStd σ_b, finite and not negative
 */
public record KernelArchitecture(
    int dimension, int hiddenLayers, double weightStd, double biasStd) {

  public KernelArchitecture {
    require(dimension >= 1, "dimension", dimension, "at least 1");
    require(hiddenLayers >= 0, "hidden_layers", hiddenLayers, "not negative");
    require(weightStd > 0 && Double.isFinite(weightStd), "weight_std", weightStd, "positive");
    require(biasStd >= 0 && Double.isFinite(biasStd), "bias_std", biasStd, "not negative");
  }

  private static void require(boolean condition, String field, Number seen, String allowed) {
    if (!condition) {
      throw new IllegalArgumentException(
          field + ": " + seen + " is not allowed, must be " + allowed);
    }
  }

  /** σ_w². */
  double weightVariance() {
    return weightStd * weightStd;
  }

  /** σ_b². */
  double biasVariance() {
    return biasStd * biasStd;
  }
}
