package org.metricflows.bridge.spec;

/** What moves the metric. */
public sealed interface Dynamics {

  /** Gradient flow of the loss through a network, at finite or infinite width. */
  record Network() implements Dynamics {}

  /**
   * Gradient flow of the loss through the read-outs of cosine features, at finite or infinite
   * width.
   *
   * @param supermetric what acts on the loss's variation before the kernel
   */
  record Features(Supermetric supermetric) implements Dynamics {}

  /**
   * Gradient flow of the loss with a local kernel, on a periodic grid.
   *
   * @param bandwidth ℓ ≥ 0 of the heat kernel e^{−ℓ²|k|²/2}; 0 is the delta function
   * @param supermetric the kernel's components
   */
  record Local(double bandwidth, Supermetric supermetric) implements Dynamics {}

  /** Ricci flow on a periodic grid. */
  enum Ricci implements Dynamics, Named {
    /** ∂_t g = −2 Ric. */
    PLAIN("ricci"),
    /** ∂_t g = −2 Ric + L_W g, W relative to the background. */
    DETURCK("ricci-deturck"),
    /** ∂_t g = −2 Ric + (2/d) r g with r the mean of R: the volume stays. */
    NORMALISED("ricci-normalised");

    private final String label;

    Ricci(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** A metric that Ricci flow moves by diffeomorphisms alone; what runs is its arc length. */
  enum Soliton implements Dynamics, Named {
    /** Ric + ∇∇f = 0. */
    STEADY("steady-soliton");

    private final String label;

    Soliton(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Whether a run needs the section of that name. */
  default boolean needs(String section) {
    return switch (section) {
      case "network" -> this instanceof Network;
      case "features" -> this instanceof Features;
      case "loss" -> !(this instanceof Ricci);
      default -> true;
    };
  }
}
