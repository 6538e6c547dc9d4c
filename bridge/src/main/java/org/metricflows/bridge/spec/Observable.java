package org.metricflows.bridge.spec;

/** What records carry on demand, besides the loss and the metric. */
public enum Observable implements Named {
  /** The empirical metric-NTK over the first points, and its relative drift. */
  METRIC_NTK("metric_ntk"),
  /** dL/dt. */
  LOSS_RATE("loss_rate"),
  /** |∂L/∂θ|². */
  GRADIENT_NORM_SQUARED("gradient_norm_squared"),
  /** The least eigenvalue of g over the sample. */
  MINIMUM_EIGENVALUE("minimum_eigenvalue"),
  /** The least scalar curvature over the sample. */
  R_MIN("R_min"),
  /** The greatest scalar curvature over the sample. */
  R_MAX("R_max"),
  /** The volume. */
  VOLUME("volume"),
  /** ∫ R dV. */
  INT_R("int_R"),
  /** ∫ R² dV. */
  INT_R2("int_R2"),
  /** Perelman's F = ∫(R+|∇f|²) dm. */
  PERELMAN_F("perelman_F"),
  /** dF/dt along the flow; 2∫|Ric+∇∇f|² dm where it is Perelman's. */
  PERELMAN_DF_DT("perelman_dF_dt"),
  /** Perelman's W = ∫[τ(R+|∇f|²)+f−d] dm with dm = (4πτ)^{−d/2} e^{−f} dV. */
  PERELMAN_W("perelman_W"),
  /** The root of the mean of |Ric+∇∇f−λg|², with the λ that makes it least. */
  SOLITON_DEFECT("soliton_defect"),
  /** The root of the mean over dV of |W|², W DeTurck's field relative to the background. */
  DETURCK_FIELD("deturck_field"),
  /** The largest difference of Perelman's flow, pulled back by the flow of ∇f, to Ricci flow. */
  RICCI_DISTANCE("ricci_distance");

  private final String label;

  Observable(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
