package org.metricflows.symbolic.kahler;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Gradient;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * The Kähler metric g = g₀ + ∂∂̄φ at a point of a Calabi–Yau variety, and how far it is from
 * solving the Monge–Ampère equation det g = κ|Ω|².
 *
 * @param dimension m of the variety
 */
public record KahlerMetric(int dimension) {

  /** The output w ℓ of {@link #loss}. */
  public static final String LOSS = "wl";

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

  private static Expr ratio(Derivation.Builder builder, List<Expr> minors) {
    Expr det = minors.get(minors.size() - 1);
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
    ratio(builder, minors);
    outputs.add("q");
    return builder.build(outputs);
  }

  /** ∂∂̄φ (m² numbers), g₀ (m²), |Ω|² ↦ q = det g/|Ω|² and its m² derivatives by ∂∂̄φ. */
  public Derivation ratio() {
    Derivation.Builder builder = Derivation.builder();
    ratio(builder, metric(builder).leadingMinors(builder, "g", "g"));
    return Gradient.of(builder.build("q"), new Symbol("q"), potential());
  }

  /**
   * The weighted Monge–Ampère density w|1 − q/κ|^p and its derivatives by ∂∂̄φ.
   *
   * <p>Inputs: ∂∂̄φ (m² numbers), g₀ (m²), |Ω|², w, κ, λ. Outputs: w|1 − q/κ|^p, and the m²
   * derivatives of
   *
   * <pre>
   *   w (|1 − q/κ|^p + λ q)      at fixed κ and λ.
   * </pre>
   *
   * With λ = 0 the normalisation κ is held. If κ is itself the mean ⟨w q⟩ (weights of sum 1), then
   * λ = ∂/∂κ Σ w|1 − q/κ|^p makes these the derivatives of the sum through κ, too.
   *
   * @param power p, 1 or 2
   */
  public Derivation loss(int power) {
    Derivation.Builder builder = Derivation.builder();
    Expr q = ratio(builder, metric(builder).leadingMinors(builder, "g", "g"));
    Symbol weight = builder.input("w");
    Symbol kappa = builder.input("kappa", "\\kappa");
    Symbol multiplier = builder.input("lambda", "\\lambda");
    Expr defect = builder.define("defect", "1-r", Rational.ONE.minus(q.over(kappa)));
    Expr density =
        switch (power) {
          case 1 -> Call.of(Fn.ABS, defect);
          case 2 -> defect.pow(2);
          default -> throw new IllegalArgumentException("power: " + power + " is not 1 or 2");
        };
    Expr ell = builder.define(LOSS, "w\\,\\ell", density.times(weight));
    builder.define(
        LAGRANGIAN, "w\\,(\\ell+\\lambda q)", ell.plus(multiplier.times(weight).times(q)));
    Derivation value = builder.build(LOSS);
    Derivation gradient = Gradient.of(value, new Symbol(LAGRANGIAN), potential());
    return gradient.withOutputs(gradient.outputs());
  }
}
