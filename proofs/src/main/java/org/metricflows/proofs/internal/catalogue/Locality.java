package org.metricflows.proofs.internal.catalogue;

import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.tensor.Worlds;
import org.metricflows.proofs.internal.theorem.Theorem;

/** What separates a network's flow with a fixed, local kernel from Perelman's flow. */
final class Locality {
  private Locality() {}

  static List<Theorem> theorems() {
    return List.of(
        dewitt(),
        curved(),
        flatOnDiagonal(),
        exponentialAnsatz(),
        conformalAnsatz(),
        growth(),
        backward());
  }

  private static Theorem dewitt() {
    return Theorem.named("dewitt-factor", "The DeWitt factor inverts the metric tr(g⁻¹h g⁻¹k)/2")
        .dimensions(1, 2, 3, 4)
        .in(
            d ->
                Worlds.measured(d)
                    .symmetric("h_{ij}")
                    .define("\\Omega_{ijkl} = g_{ik}g_{jl} + g_{il}g_{jk}"))
        .claim("\\Omega_{ijkl}S^{kl} = 2S_{ij}", "\\Omega_{ijkl}S^{kl} = S_{ij}")
        .claim(
            "\\Omega_{ijkl}g^{ka}g^{lb}h_{ab} = 2h_{ij}",
            "\\Omega_{ijkl}g^{ka}g^{lb}h_{ab} = h_{ij}")
        .build();
  }

  /** Symmetric matrices m = B_A y^A in a general basis B_A, with DeWitt's metric on them. */
  private static Setting.Builder matrices(int d) {
    Setting.Builder world =
        Setting.of(d * (d + 1) / 2)
            .position("y^A")
            .family("matrix", d, "\\mu", "\\nu", "\\rho", "\\sigma")
            .constant("C_{A\\mu\\nu}")
            .define(
                "B_{A\\mu\\nu} = C_{A\\mu\\nu} + C_{A\\nu\\mu}",
                "m_{\\mu\\nu} = B_{A\\mu\\nu}y^A",
                "g_{AB} = m^{\\mu\\nu}B_{A\\nu\\rho}m^{\\rho\\sigma}B_{B\\sigma\\mu}",
                "X_A{}^\\mu{}_\\nu = m^{\\mu\\rho}B_{A\\rho\\nu}",
                "K_{AB}{}^\\mu{}_\\nu = X_A{}^\\mu{}_\\rho X_B{}^\\rho{}_\\nu"
                    + " - X_B{}^\\mu{}_\\rho X_A{}^\\rho{}_\\nu");
    return Worlds.withCurvature(world).metric("m");
  }

  private static Theorem curved() {
    return Theorem.named(
            "no-go", "DeWitt's metric on positive matrices is curved: no ansatz makes Ω constant")
        .in(Locality::matrices)
        .claim("R_{ABCD} = \\tfrac14 K_{AB}{}^\\mu{}_\\nu K_{CD}{}^\\nu{}_\\mu", "R_{ABCD} = 0")
        .build();
  }

  private static Theorem flatOnDiagonal() {
    return Theorem.named("dewitt-flat-on-diagonal", "On diagonal metrics DeWitt's metric is flat")
        .dimensions(1, 2, 3, 4)
        .in(
            d -> {
              Setting.Builder world = Setting.of(d);
              for (int i = 1; i <= d; i++) {
                String lambda = "\\lambda" + "'".repeat(i - 1);
                world
                    .functionOf("x" + i, lambda)
                    .define(
                        "g_{%d%d} = \\left(\\frac{\\partial_%d %s}{%s}\\right)^2"
                            .formatted(i, i, i, lambda, lambda));
              }
              return Worlds.withCurvature(world);
            })
        .claim("R^A{}_{BCD} = 0", "\\Gamma^A{}_{BC} = 0")
        .build();
  }

  private static Theorem exponentialAnsatz() {
    return Theorem.named(
            "exponential-ansatz", "On diagonal metrics g = b e^{2f} turns a unit kernel into Ω")
        .dimensions(1, 2, 3, 4)
        .in(
            d -> {
              String[] f =
                  IntStream.range(0, d).mapToObj(i -> "f" + "'".repeat(i)).toArray(String[]::new);
              Setting.Builder world = Setting.of(d).chart(f).euclidean();
              for (int i = 0; i < d; i++) {
                String primes = "'".repeat(i);
                world
                    .constant("b" + primes)
                    .constant("n" + primes)
                    .define(
                        "g_{%d%d} = b%s\\mathrm{e}^{2f%s}".formatted(i + 1, i + 1, primes, primes),
                        "N_{%d%d} = n%s".formatted(i + 1, i + 1, primes));
              }
              return world.define(
                  "\\Theta_{ijkl} = \\partial_a g_{ij}\\,\\partial_a g_{kl}",
                  "\\Omega_{ijkl} = g_{ik}g_{jl} + g_{il}g_{jk}");
            })
        .claim(
            "\\Theta_{ijkl}N_{kl} = 2\\Omega_{ijkl}N_{kl}",
            "\\Theta_{ijkl}N_{kl} = \\Omega_{ijkl}N_{kl}")
        .build();
  }

  private static Theorem conformalAnsatz() {
    return Theorem.named(
            "conformal-ansatz", "On conformal metrics g = e^{2f} b turns a unit kernel into Ω")
        .dimensions(1, 2, 3, 4)
        .in(
            d ->
                Setting.of(d)
                    .variable("f")
                    .symmetricConstant("b_{ij}")
                    .metric("g")
                    .define(
                        "g_{ij} = \\mathrm{e}^{2f}b_{ij}",
                        "\\Theta_{ijkl} = \\partial_f g_{ij}\\,\\partial_f g_{kl}",
                        "\\Omega_{ijkl} = g_{ik}g_{jl} + g_{il}g_{jk}",
                        "p_{ij}{}^{kl} = \\frac{1}{d}g_{ij}g^{kl}"))
        .claim(
            "\\Theta_{ijkl} = 2d\\,p_{ij}{}^{ab}\\Omega_{abkl}",
            "\\Theta_{ijkl} = d\\,p_{ij}{}^{ab}\\Omega_{abkl}")
        .claim(
            "p_{ij}{}^{ab}p_{ab}{}^{kl} = p_{ij}{}^{kl}",
            "p_{ij}{}^{ab}p_{ab}{}^{kl} = 2p_{ij}{}^{kl}")
        .build();
  }

  private static Setting.Builder flatTorus(int d) {
    return Worlds.withCurvature(
        Setting.of(d)
            .position("x^i")
            .constant("\\xi_i")
            .define(
                "g_{ij} = \\delta_{ij}",
                "f = \\log\\sqrt{g}",
                "P_{ij} = -2(R_{ij} + \\nabla_i\\nabla_j f)",
                "\\phi = \\cos(\\xi_a x^a)",
                "q = \\delta^{ab}\\xi_a\\xi_b"));
  }

  private static Theorem growth() {
    return Theorem.named("linear-growth", "At fixed measure a mode on the flat torus grows at |ξ|²")
        .dimensions(1, 2, 3, 4)
        .in(d -> flatTorus(d).define("h_{ij} = \\xi_i\\xi_j\\phi").flow("\\delta g_{ij} = h_{ij}"))
        .claim("\\delta P_{ij} = q h_{ij}", "\\delta P_{ij} = -q h_{ij}")
        .claim(
            "\\delta(-R - \\Delta f) = -\\Delta(\\delta f)",
            "\\delta(-R - \\Delta f) = \\Delta(\\delta f)")
        .build();
  }

  private static Theorem backward() {
    return Theorem.named("linear-decay", "At fixed measure a transverse mode decays at |ξ|²")
        .in(
            d ->
                flatTorus(d)
                    .symmetricConstant("b_{ij}")
                    .define(
                        "p^i{}_j = q\\,\\delta^i{}_j - \\delta^{ik}\\xi_k\\xi_j",
                        "h_{ij} = p^k{}_i p^l{}_j b_{kl}\\phi")
                    .flow("\\delta g_{ij} = h_{ij}"))
        .claim("\\delta^{ij}\\xi_i h_{jk} = 0", "\\delta^{ij}\\xi_i b_{jk} = 0")
        .claim("\\delta P_{ij} = -q h_{ij}", "\\delta P_{ij} = q h_{ij}")
        .build();
  }

  private static Theorem bandwidth() {
    return Theorem.named("bandwidth-cap", "A kernel of bandwidth ℓ caps the growth at |ξ|² = 2/ℓ²")
        .dimensions(1)
        .in(
            d ->
                Setting.of(d)
                    .chart("q")
                    .constant("\\ell")
                    .define("\\rho = q\\,\\mathrm{e}^{-\\frac{\\ell^2 q}{2}}"))
        .claim(
            "\\partial_q\\rho = (1 - \\tfrac12\\ell^2 q)\\mathrm{e}^{-\\frac{\\ell^2 q}{2}}",
            "\\partial_q\\rho = (1 - \\ell^2 q)\\mathrm{e}^{-\\frac{\\ell^2 q}{2}}")
        .build();
  }
}
