package org.metricflows.proofs.internal.catalogue;

import java.util.List;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.tensor.Worlds;
import org.metricflows.proofs.internal.theorem.Theorem;

/** Curvature in frames, and left-invariant metrics on three-dimensional Lie groups. */
final class Frames {
  private Frames() {}

  static List<Theorem> theorems() {
    return List.of(frame(), jacobi(), homogeneous());
  }

  /** A general co-frame w, its dual frame E, and the metric that is constant in them. */
  private static Setting.Builder coframe(int d) {
    return Worlds.withCurvature(
            Setting.of(d)
                .euclidean()
                .family("frame", d, "\\alpha", "\\beta", "\\mu", "\\nu", "\\rho", "\\sigma")
                .field("w_{\\alpha a}")
                .symmetricConstant("\\eta_{\\alpha\\beta}")
                .define("g_{ab} = \\eta_{\\alpha\\beta}w_{\\alpha a}w_{\\beta b}"))
        .metric("w")
        .metric("\\eta")
        .define(
            "E^a{}_\\alpha = \\delta_{\\alpha\\beta}w^{a\\beta}",
            "c_{\\alpha\\beta\\mu} = \\eta_{\\mu\\nu}w_{\\nu a}"
                + "(E^b{}_\\alpha\\partial_b E^a{}_\\beta - E^b{}_\\beta\\partial_b E^a{}_\\alpha)",
            "\\gamma_{\\alpha\\beta\\mu}"
                + " = \\tfrac12(c_{\\alpha\\beta\\mu} - c_{\\beta\\mu\\alpha} + c_{\\mu\\alpha\\beta})",
            "F_{\\alpha\\beta\\mu\\nu}"
                + " = E^b{}_\\mu\\partial_b\\gamma_{\\nu\\beta\\alpha}"
                + " - E^b{}_\\nu\\partial_b\\gamma_{\\mu\\beta\\alpha}"
                + " + \\eta^{\\rho\\sigma}(\\gamma_{\\nu\\beta\\rho}\\gamma_{\\mu\\sigma\\alpha}"
                + " - \\gamma_{\\mu\\beta\\rho}\\gamma_{\\nu\\sigma\\alpha}"
                + " - c_{\\mu\\nu\\rho}\\gamma_{\\sigma\\beta\\alpha})");
  }

  private static Theorem frame() {
    return Theorem.named("curvature-in-a-frame", "The curvature tensor from structure functions")
        .in(Frames::coframe)
        .claim(
            "F_{\\alpha\\beta\\mu\\nu} = R_{abcd}E^a{}_\\alpha E^b{}_\\beta E^c{}_\\mu E^d{}_\\nu",
            "F_{\\alpha\\beta\\mu\\nu} = -R_{abcd}E^a{}_\\alpha E^b{}_\\beta E^c{}_\\mu E^d{}_\\nu")
        .build();
  }

  /** [F₂,F₃] = 2λF₁ and cyclic, with the metric diag(A, B, C). */
  private static Setting.Builder unimodular(int d) {
    return Setting.of(d)
        .euclidean()
        .constant("\\lambda")
        .constant("\\mu")
        .constant("\\nu")
        .constant("A")
        .constant("B")
        .constant("C")
        .metric("g")
        .define(
            "c_{231} = 2\\lambda",
            "c_{321} = -2\\lambda",
            "c_{312} = 2\\mu",
            "c_{132} = -2\\mu",
            "c_{123} = 2\\nu",
            "c_{213} = -2\\nu",
            "g_{11} = A",
            "g_{22} = B",
            "g_{33} = C",
            "s_{ijk} = c_{ijl}g_{lk}",
            "\\gamma_{ijk} = \\tfrac12(s_{ijk} - s_{jki} + s_{kij})",
            "F_{abcd} = g^{ef}(\\gamma_{dbe}\\gamma_{cfa} - \\gamma_{cbe}\\gamma_{dfa}"
                + " - s_{cde}\\gamma_{fba})",
            "R_{bd} = g^{ac}F_{abcd}");
  }

  private static Theorem jacobi() {
    return Theorem.named("unimodular-jacobi", "The unimodular brackets satisfy Jacobi's identity")
        .dimensions(3)
        .in(Frames::unimodular)
        .claim(
            "c_{ijl}c_{lkm} + c_{jkl}c_{lim} + c_{kil}c_{ljm} = 0",
            "c_{ijl}c_{lkm} + c_{jkl}c_{lim} - c_{kil}c_{ljm} = 0")
        .claim("c_{ijj} = 0", "c_{ijl}c_{ijl} = 0")
        .build();
  }

  private static Theorem homogeneous() {
    return Theorem.named(
            "homogeneous-ricci-flow", "Ricci flow of left-invariant metrics on unimodular groups")
        .dimensions(3)
        .in(Frames::unimodular)
        .claim(
            "-2R_{11} = \\frac{4}{B C}((\\mu B - \\nu C)^2 - \\lambda^2 A^2)",
            "-2R_{11} = \\frac{4}{B C}((\\mu B + \\nu C)^2 - \\lambda^2 A^2)")
        .claim(
            "-2R_{22} = \\frac{4}{C A}((\\nu C - \\lambda A)^2 - \\mu^2 B^2)",
            "-2R_{22} = \\frac{4}{C A}((\\nu C + \\lambda A)^2 - \\mu^2 B^2)")
        .claim(
            "-2R_{33} = \\frac{4}{A B}((\\lambda A - \\mu B)^2 - \\nu^2 C^2)",
            "-2R_{33} = \\frac{4}{A B}((\\lambda A + \\mu B)^2 - \\nu^2 C^2)")
        .claim("R_{12} = 0", "R_{11} = 0")
        .claim("R_{23} = 0", "R_{22} = 0")
        .claim("R_{31} = 0", "R_{33} = 0")
        .build();
  }
}
