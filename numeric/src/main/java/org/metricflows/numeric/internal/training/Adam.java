package org.metricflows.numeric.internal.training;

/**
 * Adam (D. P. Kingma and J. Ba, 2015): with the gradient g at step k = 0, 1, …
 *
 * <pre>
 *   m ← β₁m + (1−β₁)g,   v ← β₂v + (1−β₂)g²
 *   θ ← θ − η m̂/(√v̂ + ε),   m̂ = m/(1−β₁^{k+1}),   v̂ = v/(1−β₂^{k+1})
 * </pre>
 *
 * @param beta1 β₁, from 0 to below 1
 * @param beta2 β₂, from 0 to below 1
 * @param epsilon ε ≥ 0
 * @param clip gradients longer than this are shortened to it, the length being taken over all
 *     parameters; infinite for never
 */
public record Adam(double beta1, double beta2, double epsilon, double clip) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the number that is out of range
   */
  public Adam {
    require("beta1", beta1 >= 0 && beta1 < 1, beta1, "from 0 to below 1");
    require("beta2", beta2 >= 0 && beta2 < 1, beta2, "from 0 to below 1");
    require("epsilon", epsilon >= 0, epsilon, "at least 0");
    require("clip", clip > 0, clip, "positive");
  }

  private static void require(String name, boolean holds, double value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + " is not " + range);
    }
  }

  /** β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, no clipping. */
  public static Adam standard() {
    return new Adam(0.9, 0.999, 1e-8, Double.POSITIVE_INFINITY);
  }

  /** The same with gradients shortened to a length. */
  public Adam withClip(double length) {
    return new Adam(beta1, beta2, epsilon, length);
  }

  /** What is remembered before the first step: m and v, zero. */
  public double[] memory(int parameters) {
    return new double[2 * parameters];
  }

  /**
   * One step.
   *
   * @param step its number k, counted from 0
   * @param rate η
   * @param gradient g at θ
   * @param theta θ, is moved
   * @param memory from {@link #memory} or the step before, is brought up to date
   */
  public void step(long step, double rate, double[] gradient, double[] theta, double[] memory) {
    int n = theta.length;
    double shortening = shortening(gradient);
    double correction1 = 1 / (1 - StrictMath.pow(beta1, step + 1.0));
    double correction2 = 1 / (1 - StrictMath.pow(beta2, step + 1.0));
    for (int i = 0; i < n; i++) {
      double g = shortening * gradient[i];
      double m = beta1 * memory[i] + (1 - beta1) * g;
      double v = beta2 * memory[n + i] + (1 - beta2) * (g * g);
      memory[i] = m;
      memory[n + i] = v;
      theta[i] -= rate * (m * correction1) / (Math.sqrt(v * correction2) + epsilon);
    }
  }

  private double shortening(double[] gradient) {
    if (clip == Double.POSITIVE_INFINITY) {
      return 1;
    }
    double length = Math.sqrt(Vectors.dot(gradient, gradient));
    return length > clip ? clip / length : 1;
  }
}
