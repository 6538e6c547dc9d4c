package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.internal.evolution.VelocityMetric;

/** What moves the metric. */
public sealed interface Dynamics {

  /** Gradient flow of the loss through a network, at finite or infinite width. */
  record Network() implements Dynamics {
    @Override
    public boolean needs(String section) {
      return !section.equals("features");
    }

    @Override
    public Optional<String> kernel() {
      return Optional.of("network");
    }

    @Override
    public Dynamics exact(boolean measured) {
      return new Local(0, measured ? Supermetric.DEWITT : Supermetric.IDENTITY);
    }
  }

  /**
   * Natural-gradient flow: the parameters of a network of finite width follow Ricci flow, or the
   * steepest descent of the loss, as well as they can.
   *
   * @param ricci what is followed; the loss's descent where it is empty
   * @param supermetric the inner product of velocities
   * @param damping λ in units of the Gram matrix's mean diagonal, above 0
   */
  record Natural(Optional<Ricci> ricci, Supermetric supermetric, double damping)
      implements Dynamics {
    @Override
    public boolean needs(String section) {
      return !section.equals("features") && (ricci.isEmpty() || !section.equals("loss"));
    }

    @Override
    public String equation() {
      return ricci.map(Ricci::label).orElse("gradient");
    }

    @Override
    public Descent descent() {
      return Descent.NATURAL;
    }

    /**
     * The inner product of velocities.
     *
     * @param measured whether the loss keeps a measure
     */
    public VelocityMetric.Kind product(boolean measured) {
      if (supermetric == Supermetric.IDENTITY) {
        return VelocityMetric.Kind.FLAT;
      }
      return measured ? VelocityMetric.Kind.DEWITT : VelocityMetric.Kind.DEWITT_OVER_VOLUME;
    }

    @Override
    public Dynamics exact(boolean measured) {
      return ricci.<Dynamics>map(kind -> kind).orElseGet(() -> new Local(0, supermetric));
    }
  }

  /**
   * Gradient flow of the loss through the read-outs of cosine features, at finite or infinite
   * width.
   *
   * @param supermetric what acts on the loss's variation before the kernel
   */
  record Features(Supermetric supermetric) implements Dynamics {
    @Override
    public boolean needs(String section) {
      return !section.equals("network");
    }

    @Override
    public Optional<String> kernel() {
      return Optional.of("features");
    }
  }

  /**
   * Gradient flow of the loss with a local kernel, on a periodic grid.
   *
   * @param bandwidth ℓ ≥ 0 of the heat kernel e^{−ℓ²|k|²/2}; 0 is the delta function
   * @param supermetric the kernel's components
   */
  record Local(double bandwidth, Supermetric supermetric) implements Dynamics {
    @Override
    public boolean needs(String section) {
      return !section.equals("network") && !section.equals("features");
    }

    @Override
    public Optional<String> kernel() {
      return Optional.of("local");
    }

    @Override
    public boolean isOnGrid() {
      return true;
    }
  }

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
    public boolean needs(String section) {
      return !List.of("network", "features", "loss").contains(section);
    }

    @Override
    public String equation() {
      return label;
    }

    @Override
    public boolean isOnGrid() {
      return true;
    }

    @Override
    public Optional<Ricci> ricci() {
      return Optional.of(this);
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
    public boolean needs(String section) {
      return !List.of("network", "features", "loss").contains(section);
    }

    @Override
    public String equation() {
      return label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /**
   * Kähler–Ricci flow ∂_t φ = log(q/κ), ∂_t g = −Ric, of a potential's parameters: they follow it
   * as well as they can.
   *
   * @param damping λ in units of the Gram matrix's mean diagonal, above 0
   */
  record KahlerRicci(double damping) implements Dynamics {
    static final String LABEL = "kahler-ricci";

    @Override
    public boolean needs(String section) {
      return !List.of("features", "loss").contains(section);
    }

    @Override
    public String equation() {
      return LABEL;
    }

    @Override
    public Descent descent() {
      return Descent.NATURAL;
    }
  }

  /** In what the gradient of a network's parameters is steepest. */
  enum Descent implements Named {
    /** In the parameters, |dθ|². */
    EUCLIDEAN("euclidean"),
    /** In the metrics that they make. */
    NATURAL("natural");

    private final String label;

    Descent(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Whether a run needs the section of that name. */
  boolean needs(String section);

  /** The name of its equation in a spec. */
  default String equation() {
    return "gradient";
  }

  /** The name of the kernel of a gradient flow in a spec. */
  default Optional<String> kernel() {
    return Optional.empty();
  }

  /** In what it is steepest. */
  default Descent descent() {
    return Descent.EUCLIDEAN;
  }

  /** The key and value that state it, for messages. */
  default String statement() {
    return kernel()
        .map(name -> "flow.kernel '" + name + "'")
        .orElse("flow.equation '" + equation() + "'");
  }

  /** Whether it moves functions at the points of a periodic grid, by their Fourier derivatives. */
  default boolean isOnGrid() {
    return false;
  }

  /** What acts on the loss's variation before the kernel. */
  default Supermetric supermetric() {
    return Supermetric.IDENTITY;
  }

  /** ℓ ≥ 0 of a heat kernel with which the velocity is convolved. */
  default double bandwidth() {
    return 0;
  }

  /**
   * The same with a kernel that is a delta function, on a periodic grid: what a network of any
   * width comes near to under a natural gradient. It is itself where it has no network.
   *
   * @param measured whether the loss keeps a measure, as Perelman's does
   */
  default Dynamics exact(boolean measured) {
    return this;
  }

  /** The Ricci flow that it is, if it is one. */
  default Optional<Ricci> ricci() {
    return Optional.empty();
  }
}
