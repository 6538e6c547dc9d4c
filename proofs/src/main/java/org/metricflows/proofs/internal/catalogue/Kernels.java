package org.metricflows.proofs.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.kernel.Dual;
import org.metricflows.symbolic.network.Activation;

/**
 * Price's theorem and the dual functions κ = E[φ(u)φ(v)], κ̇ = E[φ′(u)φ′(v)] that the kernels of
 * infinitely wide networks are built from.
 *
 * <p>The formulas are the symbolic layer's own. They are pinned down without an integral being
 * computed: by Price's equations and the value where u and v are independent, or by writing φφ
 * times the Gaussian density as a number times another Gaussian density.
 */
final class Kernels {
  private Kernels() {}

  static List<Theorem> theorems() {
    List<Theorem> all = new ArrayList<>(List.of(price(), gaussianIntegrals()));
    all.add(erf());
    all.add(sine());
    all.add(cosine());
    all.add(gaussian());
    all.add(exponential());
    all.add(gelu());
    all.add(relu());
    all.add(polynomial());
    return all;
  }

  private static Theorem price() {
    return Theorem.named("price", "Price's theorem: the Gaussian density turns ∂/∂r into ∂/∂u ∂/∂v")
        .dimensions(2)
        .in(
            d ->
                Setting.of(5)
                    .chart("u", "v", "p", "q", "r")
                    .functionOf("u", "\\phi")
                    .functionOf("v", "\\psi")
                    .define(
                        "D = p q - r^2",
                        "N = \\frac{1}{2\\pi\\sqrt{D}}"
                            + "\\mathrm{e}^{-\\frac{q u^2 - 2r u v + p v^2}{2D}}"))
        .claim(
            "\\partial_r N = \\partial_u\\partial_v N", "\\partial_r N = -\\partial_u\\partial_v N")
        .claim(
            "\\partial_p N = \\tfrac12\\partial_u\\partial_u N",
            "\\partial_p N = \\partial_u\\partial_u N")
        .claim(
            "\\partial_q N = \\tfrac12\\partial_v\\partial_v N",
            "\\partial_q N = \\partial_v\\partial_v N")
        .claim(
            "\\partial_r(\\phi\\psi N) = \\partial_u\\phi\\,\\partial_v\\psi\\,N"
                + " + \\partial_u(\\phi\\psi\\,\\partial_v N) - \\partial_v(\\psi\\,\\partial_u\\phi\\,N)",
            "\\partial_r(\\phi\\psi N) = \\partial_u\\phi\\,\\partial_v\\psi\\,N"
                + " + \\partial_u(\\phi\\psi\\,\\partial_v N) + \\partial_v(\\psi\\,\\partial_u\\phi\\,N)")
        .claim(
            "\\partial_p(\\phi\\psi N) = \\tfrac12\\partial_u\\partial_u\\phi\\,\\psi N"
                + " + \\tfrac12\\partial_u(\\phi\\psi\\,\\partial_u N - \\psi N\\,\\partial_u\\phi)",
            "\\partial_p(\\phi\\psi N) = \\partial_u\\partial_u\\phi\\,\\psi N"
                + " + \\tfrac12\\partial_u(\\phi\\psi\\,\\partial_u N - \\psi N\\,\\partial_u\\phi)")
        .build();
  }

  private static Theorem gaussianIntegrals() {
    return Theorem.named(
            "gaussian-integrals", "A Gaussian factor or an exponential moves a Gaussian density")
        .dimensions(2)
        .in(
            d ->
                Setting.of(5)
                    .chart("u", "v", "p", "q", "r")
                    .constant("a")
                    .constant("s")
                    .constant("t")
                    .define(
                        "D = p q - r^2",
                        "B = (1 + a p)(1 + a q) - a^2 r^2",
                        "p' = \\frac{p + a D}{B}",
                        "q' = \\frac{q + a D}{B}",
                        "r' = \\frac{r}{B}",
                        "D' = p' q' - r'^2",
                        "Q = \\frac{q u^2 - 2r u v + p v^2}{D}",
                        "Q' = \\frac{q' u^2 - 2r' u v + p' v^2}{D'}",
                        "y = u - p s - r t",
                        "z = v - r s - q t",
                        "P = \\frac{q y^2 - 2r y z + p z^2}{D}"))
        .claim("a(u^2 + v^2) + Q = Q'", "a(u^2 + v^2) - Q = Q'")
        .claim("B D' = D", "B D = D'")
        .claim(
            "s u + t v - \\tfrac12 Q = \\tfrac12(p s^2 + 2r s t + q t^2) - \\tfrac12 P",
            "s u + t v - \\tfrac12 Q = -\\tfrac12(p s^2 + 2r s t + q t^2) - \\tfrac12 P")
        .build();
  }

  /** κ and κ̇ as the symbolic layer has them, and their values at r = 0 and at p = q = r = 0. */
  private static Setting.Builder dual(String activation) {
    return dual(Dual.of(Activation.named(activation).value()));
  }

  private static Setting.Builder dual(Dual dual) {
    Expr kappa;
    Expr kappaDot;
    if (dual instanceof Dual.PiecewiseLinear kinked) {
      kappa = kinked.kappa();
      kappaDot = kinked.kappaDot();
    } else {
      kappa = ((Dual.ClosedForm) dual).kappa();
      kappaDot = ((Dual.ClosedForm) dual).kappaDot();
    }
    Setting.Builder world = Setting.of(3).chart("p", "q", "r");
    for (Symbol constant : kappa.symbols()) {
      if (!List.of(Dual.P, Dual.Q, Dual.R).contains(constant)) {
        world.constant(constant.name());
      }
    }
    Map<Symbol, Expr> independent = Map.of(Dual.R, Rational.ZERO);
    return world
        .define("\\kappa", kappa)
        .define("\\dot\\kappa", kappaDot)
        .define("\\mathring\\kappa", kappa.substitute(independent))
        .define("\\mathring{\\dot\\kappa}", kappaDot.substitute(independent));
  }

  private static Theorem.Builder theorem(String activation, String title) {
    return Theorem.named("dual-" + activation, title)
        .dimensions(2)
        .claim("\\partial_r\\kappa = \\dot\\kappa", "\\partial_r\\kappa = -\\dot\\kappa");
  }

  private static Theorem erf() {
    return theorem("erf", "The dual functions of erf: κ is odd in r, its slope a Gaussian integral")
        .in(d -> dual("erf"))
        .claim(
            "\\dot\\kappa = \\frac{4}{\\pi\\sqrt{(1 + 2p)(1 + 2q) - 4r^2}}",
            "\\dot\\kappa = \\frac{2}{\\pi\\sqrt{(1 + 2p)(1 + 2q) - 4r^2}}")
        .claim("\\mathring\\kappa = 0", "\\mathring{\\dot\\kappa} = 0")
        .build();
  }

  private static Setting.Builder atOrigin(String activation) {
    Dual.ClosedForm form = (Dual.ClosedForm) Dual.of(Activation.named(activation).value());
    Map<Symbol, Expr> origin =
        Map.of(Dual.P, Rational.ZERO, Dual.Q, Rational.ZERO, Dual.R, Rational.ZERO);
    return dual(activation)
        .define("\\bar\\kappa", form.kappa().substitute(origin))
        .define("\\bar{\\dot\\kappa}", form.kappaDot().substitute(origin));
  }

  private static Theorem sine() {
    return theorem("sin", "The dual functions of sin solve Price's equations with φ'' = -φ")
        .in(d -> atOrigin("sin"))
        .claim("\\partial_r\\dot\\kappa = \\kappa", "\\partial_r\\dot\\kappa = -\\kappa")
        .claim("\\partial_p\\kappa = -\\tfrac12\\kappa", "\\partial_p\\kappa = \\tfrac12\\kappa")
        .claim("\\partial_q\\kappa = -\\tfrac12\\kappa", "\\partial_q\\kappa = \\tfrac12\\kappa")
        .claim("\\bar\\kappa = 0", "\\bar\\kappa = 1")
        .claim("\\bar{\\dot\\kappa} = 1", "\\bar{\\dot\\kappa} = 0")
        .build();
  }

  private static Theorem cosine() {
    return theorem("cos", "The dual functions of cos solve Price's equations with φ'' = -φ")
        .in(d -> atOrigin("cos"))
        .claim("\\partial_r\\dot\\kappa = \\kappa", "\\partial_r\\dot\\kappa = -\\kappa")
        .claim("\\partial_p\\kappa = -\\tfrac12\\kappa", "\\partial_p\\kappa = \\tfrac12\\kappa")
        .claim("\\partial_q\\kappa = -\\tfrac12\\kappa", "\\partial_q\\kappa = \\tfrac12\\kappa")
        .claim("\\bar\\kappa = 1", "\\bar\\kappa = 0")
        .claim("\\bar{\\dot\\kappa} = 0", "\\bar{\\dot\\kappa} = 1")
        .build();
  }

  private static Theorem exponential() {
    return theorem("exp", "The dual functions of the exponential solve Price's equations")
        .in(d -> atOrigin("exp"))
        .claim("\\partial_r\\dot\\kappa = \\kappa", "\\partial_r\\dot\\kappa = 2\\kappa")
        .claim("\\partial_p\\kappa = \\tfrac12\\kappa", "\\partial_p\\kappa = \\kappa")
        .claim("\\partial_q\\kappa = \\tfrac12\\kappa", "\\partial_q\\kappa = \\kappa")
        .claim("\\bar\\kappa = 1", "\\bar\\kappa = 0")
        .build();
  }

  private static Theorem gaussian() {
    return theorem("gaussian", "The dual functions of the Gaussian bump: one Gaussian integral")
        .in(d -> dual("gaussian").define("B = (1 + p)(1 + q) - r^2"))
        .claim("\\kappa = B^{-1/2}", "\\kappa = B^{-1}")
        .build();
  }

  private static Theorem gelu() {
    return theorem("gelu", "The dual functions of gelu: twice integrated in r from r = 0")
        .in(
            d ->
                dual("gelu")
                    .define(
                        "D = p q - r^2",
                        "B = (1 + p)(1 + q) - r^2",
                        "p' = \\frac{p + D}{B}",
                        "q' = \\frac{q + D}{B}",
                        "r' = \\frac{r}{B}"))
        .claim(
            "\\partial_r\\dot\\kappa" + " = \\frac{4 - 2p' - 2q' + p' q' + 2r'^2}{2\\pi\\sqrt{B}}",
            "\\partial_r\\dot\\kappa" + " = \\frac{4 - 2p' - 2q' + p' q' + r'^2}{2\\pi\\sqrt{B}}")
        .claim("\\mathring{\\dot\\kappa} = \\tfrac14", "\\mathring{\\dot\\kappa} = \\tfrac12")
        .claim(
            "\\mathring\\kappa = \\frac{p q}{2\\pi\\sqrt{(1 + p)(1 + q)}}",
            "\\mathring\\kappa = \\frac{p q}{\\pi\\sqrt{(1 + p)(1 + q)}}")
        .build();
  }

  private static Theorem relu() {
    return theorem("relu", "The dual functions of relu: twice integrated in r from r = 0")
        .in(d -> dual("relu"))
        .claim(
            "\\partial_r\\dot\\kappa = \\frac{1}{2\\pi\\sqrt{p q - r^2}}",
            "\\partial_r\\dot\\kappa = \\frac{1}{\\pi\\sqrt{p q - r^2}}")
        .claim("\\mathring{\\dot\\kappa} = \\tfrac14", "\\mathring{\\dot\\kappa} = \\tfrac12")
        .claim(
            "\\mathring\\kappa = \\frac{\\sqrt{p q}}{2\\pi}",
            "\\mathring\\kappa = \\frac{\\sqrt{p q}}{\\pi}")
        .build();
  }

  private static Theorem polynomial() {
    Symbol u = Activation.ARGUMENT;
    List<Expr> terms = new ArrayList<>();
    String[] names = {"a", "b", "c", "e", "f"};
    for (int n = 0; n < names.length; n++) {
      terms.add(Expr.symbol(names[n]).times(u.pow(n)));
    }
    Dual dual = Dual.of(Expr.sum(terms));
    return theorem(
            "polynomial", "The dual functions of a polynomial of degree four, by Hermite sums")
        .in(
            d ->
                dual(dual)
                    .define(
                        "A = a + c p + 3f p^2",
                        "A' = b + 3e p",
                        "A'' = 2c + 12f p",
                        "B = a + c q + 3f q^2",
                        "B' = b + 3e q",
                        "B'' = 2c + 12f q"))
        .claim("\\partial_p A = \\tfrac12 A''", "\\partial_p A = A''")
        .claim("\\partial_p A'' = 12f", "\\partial_p A'' = 24f")
        .claim("\\partial_p A' = 3e", "\\partial_p A' = 6e")
        .claim(
            "\\kappa = A B + A' B' r + \\tfrac12 A'' B'' r^2 + 6e^2 r^3 + 24f^2 r^4",
            "\\kappa = A B + A' B' r + A'' B'' r^2 + 6e^2 r^3 + 24f^2 r^4")
        .build();
  }
}
