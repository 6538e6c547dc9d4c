package org.metricflows.symbolic.internal.kahler;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Gradient;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * The Kähler metric g = g₀ + ∂∂̄φ at a point of a Calabi–Yau variety, and losses of it, such as how
 * far it is from solving the Monge–Ampère equation det g = κ|Ω|².
 *
 * @param dimension m of the variety
 */
public record KahlerMetric(int dimension) {

  /** The output w ℓ of {@link #loss}. */
  public static final String LOSS = "wl";

  private static final String RESIDUAL = "rho";
  private static final String LAGRANGIAN = "lagrangian";
  private static final int LARGEST = 9;

  public KahlerMetric {
    if (dimension < 1 || dimension > LARGEST) {
      throw new IllegalArgumentException(
          "dimension: " + dimension + " is not from 1 to " + LARGEST);
    }
  }

  /** The names of the inputs that hold ∂_a∂_b̄φ. */
  public List<Symbol> potential() {
    return Hermitian.suffixes(dimension).stream().map(s -> new Symbol("phi" + s)).toList();
  }

  private Hermitian metric(Derivation.Builder builder) {
    Hermitian potential =
        Hermitian.input(builder, "phi", "(\\partial\\bar\\partial\\varphi)", dimension);
    Hermitian background = Hermitian.input(builder, "g0", "g^{0}", dimension);
    return background.plus(potential).define(builder, "g", "g");
  }

  private static Expr ratio(Derivation.Builder builder, Expr det) {
    Symbol omega = builder.input("omega", "|\\Omega|^2");
    return builder.define("q", "\\det g/|\\Omega|^2", det.over(omega));
  }

  /**
   * ∂∂̄φ (m² numbers), g₀ (m²), |Ω|² ↦ g (m² numbers), its leading principal minors (m), and q =
   * det g/|Ω|².
   */
  public Derivation values() {
    Derivation.Builder builder = Derivation.builder();
    Hermitian g = metric(builder);
    List<Expr> minors = g.leadingMinors(builder, "g", "g");
    List<String> outputs = new ArrayList<>();
    Hermitian.suffixes(dimension).forEach(suffix -> outputs.add("g" + suffix));
    for (int k = 1; k <= dimension; k++) {
      builder.define("minor" + k, "M_" + k, minors.get(k - 1));
      outputs.add("minor" + k);
    }
    ratio(builder, minors.get(dimension - 1));
    outputs.add("q");
    return builder.build(outputs);
  }

  /** ∂∂̄φ (m² numbers), g₀ (m²), |Ω|² ↦ q = det g/|Ω|² and its m² derivatives by ∂∂̄φ. */
  public Derivation ratio() {
    Derivation.Builder builder = Derivation.builder();
    Hermitian g = metric(builder);
    ratio(builder, new Minors(builder, g, "g", "g").determinant());
    return Gradient.of(builder.build("q"), new Symbol("q"), potential());
  }

  /**
   * What a loss is a sum of squares of: for each residual ρ, its m² derivatives by ∂∂̄φ at fixed κ,
   * and that by κ.
   *
   * <p>Inputs: ∂∂̄φ (m² numbers), g₀ (m²), |Ω|², κ, and g_FS (m²) where the loss reads it.
   *
   * @return none if the loss is not known as a sum of squares
   */
  public List<Derivation> residuals(KahlerLoss loss) {
    return IntStream.range(0, loss.squares()).mapToObj(i -> residual(loss, i)).toList();
  }

  private Derivation residual(KahlerLoss loss, int number) {
    Derivation.Builder builder = Derivation.builder();
    Hermitian g = metric(builder);
    Minors minors = new Minors(builder, g, "g", "g");
    Expr q = ratio(builder, minors.determinant());
    Symbol kappa = builder.input("kappa", "\\kappa");
    KahlerInvariants invariants = new KahlerInvariants(builder, g, minors, q.over(kappa));
    builder.define(RESIDUAL, "\\rho", loss.residuals(builder, invariants).get(number));
    List<Symbol> by = new ArrayList<>(potential());
    by.add(kappa);
    return Gradient.of(builder.build(RESIDUAL), new Symbol(RESIDUAL), by);
  }

  /**
   * The weighted density w ℓ of a loss and its derivatives by ∂∂̄φ.
   *
   * <p>Inputs: ∂∂̄φ (m² numbers), g₀ (m²), |Ω|², w, κ, λ, and g_FS (m²) where the loss reads it.
   * Outputs: w ℓ, and the m² derivatives of
   *
   * <pre>
   *   w (ℓ + λ q),   q = det g/|Ω|²,      at fixed κ and λ.
   * </pre>
   *
   * With λ = 0 the normalisation κ is held. If κ is itself the mean ⟨w q⟩ (weights of sum 1), then
   * λ = ∂/∂κ Σ w ℓ makes these the derivatives of the sum through κ, too.
   */
  public Derivation loss(KahlerLoss loss) {
    Derivation.Builder builder = Derivation.builder();
    Hermitian g = metric(builder);
    Minors minors = new Minors(builder, g, "g", "g");
    Expr q = ratio(builder, minors.determinant());
    Symbol weight = builder.input("w");
    Symbol kappa = builder.input("kappa", "\\kappa");
    Symbol multiplier = builder.input("lambda", "\\lambda");
    KahlerInvariants invariants = new KahlerInvariants(builder, g, minors, q.over(kappa));
    Expr density = loss.density(builder, invariants);
    Expr ell = builder.define(LOSS, "w\\,\\ell", density.times(weight));
    builder.define(
        LAGRANGIAN, "w\\,(\\ell+\\lambda q)", ell.plus(multiplier.times(weight).times(q)));
    Derivation value = builder.build(LOSS);
    Derivation gradient = Gradient.of(value, new Symbol(LAGRANGIAN), potential());
    return gradient.withOutputs(gradient.outputs());
  }

  /**
   * The derivative of a loss density by r = det g/(κ|Ω|²) at fixed g, which is what κ reaches it
   * by: ∂ℓ/∂κ = −(r/κ) ∂ℓ/∂r.
   *
   * <p>Inputs: g (m² numbers), r, and g_FS (m²) where the loss reads it. Output: ∂ℓ/∂r.
   */
  public Derivation slope(KahlerLoss loss) {
    Derivation.Builder builder = Derivation.builder();
    Hermitian g = Hermitian.input(builder, "g", "g", dimension);
    Symbol ratio = builder.input("ratio", "r");
    Minors minors = new Minors(builder, g, "g", "g");
    KahlerInvariants invariants = new KahlerInvariants(builder, g, minors, ratio);
    builder.define("density", "\\ell", loss.density(builder, invariants));
    Derivation value = builder.build("density");
    Derivation gradient = Gradient.of(value, new Symbol("density"), List.of(ratio));
    return gradient.withOutputs(gradient.outputs().subList(1, 2));
  }
}
