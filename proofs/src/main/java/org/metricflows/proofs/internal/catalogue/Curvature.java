package org.metricflows.proofs.internal.catalogue;

import java.util.List;
import org.metricflows.proofs.internal.tensor.Worlds;
import org.metricflows.proofs.internal.theorem.Theorem;

/** Identities of the curvature of a general metric. */
final class Curvature {
  private Curvature() {}

  static List<Theorem> theorems() {
    return List.of(
        Theorem.named("riemann-symmetries", "The symmetries of the curvature tensor")
            .in(Worlds::riemannian)
            .claim("R_{abcd} = -R_{bacd}", "R_{abcd} = R_{bacd}")
            .claim("R_{abcd} = -R_{abdc}", "R_{abcd} = R_{abdc}")
            .claim("R_{abcd} = R_{cdab}", "R_{abcd} = -R_{cdab}")
            .claim("R_{ab} = R_{ba}", "R_{ab} = 2R_{ba}")
            .build(),
        Theorem.named("riemann-from-jets", "The curvature tensor in second derivatives of g")
            .in(Worlds::riemannian)
            .claim(
                "R_{abcd} = \\tfrac12(\\partial_b\\partial_c g_{ad} + \\partial_a\\partial_d g_{bc}"
                    + " - \\partial_a\\partial_c g_{bd} - \\partial_b\\partial_d g_{ac})"
                    + " + g_{ef}(\\Gamma^e{}_{bc}\\Gamma^f{}_{ad}"
                    + " - \\Gamma^e{}_{bd}\\Gamma^f{}_{ac})",
                "R_{abcd} = \\tfrac12(\\partial_b\\partial_c g_{ad} + \\partial_a\\partial_d g_{bc}"
                    + " - \\partial_a\\partial_c g_{bd} - \\partial_b\\partial_d g_{ac})"
                    + " - g_{ef}(\\Gamma^e{}_{bc}\\Gamma^f{}_{ad}"
                    + " - \\Gamma^e{}_{bd}\\Gamma^f{}_{ac})")
            .build(),
        Theorem.named("metric-compatibility", "The connection preserves the metric")
            .dimensions(1, 2, 3, 4)
            .in(Worlds::riemannian)
            .claim("\\nabla_k g_{ij} = 0", "\\nabla_k g_{ij} = \\partial_k g_{ij}")
            .claim(
                "\\Gamma^i{}_{ki} = \\partial_k\\log\\sqrt{g}",
                "\\Gamma^i{}_{ki} = \\partial_k\\log g")
            .build(),
        Theorem.named("ricci-identity", "Curvature is the commutator of covariant derivatives")
            .in(d -> Worlds.riemannian(d).field("V^i"))
            .claim(
                "\\nabla_a\\nabla_b V^c - \\nabla_b\\nabla_a V^c = R^c{}_{dab}V^d",
                "\\nabla_a\\nabla_b V^c - \\nabla_b\\nabla_a V^c = -R^c{}_{dab}V^d")
            .build(),
        Theorem.named("bianchi-first", "First Bianchi identity")
            .in(Worlds::riemannian)
            .claim("R_{abcd} + R_{acdb} + R_{adbc} = 0", "R_{abcd} + R_{acdb} - R_{adbc} = 0")
            .build(),
        Theorem.named("bianchi-second", "Second Bianchi identity")
            .in(Worlds::riemannian)
            .claim(
                "\\nabla_e R_{abcd} + \\nabla_c R_{abde} + \\nabla_d R_{abec} = 0",
                "\\nabla_e R_{abcd} + \\nabla_c R_{abde} - \\nabla_d R_{abec} = 0")
            .build(),
        Theorem.named("bianchi-contracted", "The Einstein tensor is free of divergence")
            .in(Worlds::riemannian)
            .claim("\\nabla^a R_{ab} = \\tfrac12\\nabla_b R", "\\nabla^a R_{ab} = \\nabla_b R")
            .claim("\\nabla^a G_{ab} = 0", "\\nabla^a R_{ab} = 0")
            .build(),
        Theorem.named("ricci-in-two-dimensions", "In dimension two Ric = ½ R g")
            .dimensions(2)
            .in(Worlds::riemannian)
            .claim("R_{ab} = \\tfrac12 R g_{ab}", "R_{ab} = R g_{ab}")
            .build());
  }
}
