package org.metricflows.bridge.spec;

import java.util.List;

/** The loss; w_a are the sample's weights. */
public sealed interface LossSpec {
  /** Its name in a spec. */
  String label();

  /**
   * ½ Σ_a w_a Σ_ij (g_ij−t_ij)² over all i, j.
   *
   * @param target t as a symmetric d×d matrix of expressions in the coordinates
   */
  record Mse(List<List<String>> target) implements LossSpec {
    /** Copies its argument. */
    public Mse {
      target = target.stream().map(List::copyOf).toList();
    }

    @Override
    public String label() {
      return "mse";
    }
  }

  /** ½ Σ_a w_a √det g |Ric|². */
  record Ricci() implements LossSpec {
    @Override
    public String label() {
      return "ricci";
    }
  }

  /**
   * ½ Σ_a w_a √det g |Ric−λg|².
   *
   * @param lambda λ
   */
  record Einstein(double lambda) implements LossSpec {
    @Override
    public String label() {
      return "einstein";
    }
  }

  /**
   * ½ Σ_a w_a √det g (R−target)².
   *
   * @param target an expression in the coordinates
   */
  record ScalarCurvature(String target) implements LossSpec {
    @Override
    public String label() {
      return "scalar-curvature";
    }
  }

  /**
   * −Σ_a w_a (R+|∇f|²), f = log √det g − log m.
   *
   * @param density m, an expression in the coordinates
   */
  record Perelman(String density) implements LossSpec {
    @Override
    public String label() {
      return "perelman";
    }
  }

  /**
   * Σ_a w_a ℓ with a density of one's own.
   *
   * @param density ℓ, an expression in the coordinates and the metric's invariants
   */
  record Density(String density) implements LossSpec {
    @Override
    public String label() {
      return "density";
    }
  }
}
