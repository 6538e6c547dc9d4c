package org.metricflows.bridge.spec;

/** What records carry on demand, besides the loss and the metric. */
public enum Observable implements Named {
  /** The empirical metric-NTK over the first points, and its relative drift. */
  METRIC_NTK("metric_ntk", true),
  /** dL/dt. */
  LOSS_RATE("loss_rate", true),
  /** |∂L/∂θ|². */
  GRADIENT_NORM_SQUARED("gradient_norm_squared", true),
  /** The least eigenvalue of g over the sample. */
  MINIMUM_EIGENVALUE("minimum_eigenvalue", true),
  /** The least scalar curvature over the sample. */
  R_MIN("R_min", true),
  /** The greatest scalar curvature over the sample. */
  R_MAX("R_max", true),
  /** The volume. */
  VOLUME("volume", false),
  /** ∫ R dV. */
  INT_R("int_R", false),
  /** ∫ R² dV. */
  INT_R2("int_R2", false),
  /** Perelman's F. */
  PERELMAN_F("perelman_F", false),
  /** dF/dt. */
  PERELMAN_DF_DT("perelman_dF_dt", false),
  /** Perelman's W. */
  PERELMAN_W("perelman_W", false),
  /** |Ric+∇∇f−λg|. */
  SOLITON_DEFECT("soliton_defect", false);

  private final String label;
  private final boolean available;

  Observable(String label, boolean available) {
    this.label = label;
    this.available = available;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether this version measures it. */
  boolean available() {
    return available;
  }
}
