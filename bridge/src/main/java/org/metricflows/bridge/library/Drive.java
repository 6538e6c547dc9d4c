package org.metricflows.bridge.library;

import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.Supermetric;

/** What moves a metric. All but {@link #gradient} are for periodic grids. */
public final class Drive {

  private final Dynamics dynamics;

  private Drive(Dynamics dynamics) {
    this.dynamics = dynamics;
  }

  /**
   * The gradient of the loss by a network's parameters: what moves unless something else is said.
   */
  public static Drive gradient() {
    return new Drive(new Dynamics.Network());
  }

  /**
   * The gradient of the loss with a local kernel, ∂_t f_c = −K_ℓ ∗ δL/δf_c.
   *
   * @param bandwidth ℓ ≥ 0 of the periodic heat kernel e^{−ℓ²|k|²/2}; 0 is the delta function
   */
  public static Drive local(double bandwidth) {
    return new Drive(new Dynamics.Local(bandwidth, Supermetric.IDENTITY));
  }

  /**
   * The same with DeWitt's supermetric, ∂_t g_ij = −2 g_ik g_jl (δL/δg_kl)/m: with the loss {@code
   * perelman} and ℓ = 0 it is Perelman's flow.
   */
  public static Drive deWitt(double bandwidth) {
    return new Drive(new Dynamics.Local(bandwidth, Supermetric.DEWITT));
  }

  /** Ricci flow, ∂_t g = −2 Ric; needs neither network nor loss. */
  public static Drive ricci() {
    return new Drive(Dynamics.Ricci.PLAIN);
  }

  /** Ricci flow in DeTurck's gauge relative to the background, −2 Ric + L_W g. */
  public static Drive ricciDeTurck() {
    return new Drive(Dynamics.Ricci.DETURCK);
  }

  /** Ricci flow at fixed volume, −2 Ric + (2/d) r g with r the mean of R. */
  public static Drive normalisedRicci() {
    return new Drive(Dynamics.Ricci.NORMALISED);
  }

  Dynamics dynamics() {
    return dynamics;
  }
}
