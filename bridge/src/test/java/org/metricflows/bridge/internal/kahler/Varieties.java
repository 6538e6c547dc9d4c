package org.metricflows.bridge.internal.kahler;

import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.SpecSource;

/** Specs of small problems. */
final class Varieties {

  private static final String CUBIC =
      """
      title: a torus
      variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3"]}
      network: {hidden_layers: [32, 32, 32], activation: gelu, parametrization: standard}
      sample: {count: 3000, held_out: 1000}
      loss: {name: monge-ampere, power: 2, normalisation: exact}
      training: {method: lbfgs, epochs: 4}
      """;

  private static final String QUARTIC =
      """
      title: a K3 surface
      variety: {ambient: [3], equations: ["z0^4+z1^4+z2^4+z3^4"]}
      network: {hidden_layers: [8, 8], activation: gelu, parametrization: standard}
      sample: {count: 400, held_out: 200}
      training: {epochs: 4, batch: 50, learning_rate: 5e-3}
      """;

  private Varieties() {}

  /** An elliptic curve in P². */
  static CalabiYauSpec cubic(String... changes) {
    return spec(CUBIC, changes);
  }

  /** The Fermat quartic in P³. */
  static CalabiYauSpec quartic(String... changes) {
    return spec(QUARTIC, changes);
  }

  private static CalabiYauSpec spec(String text, String... changes) {
    SpecSource source = SpecSource.ofText(text, "spec.yaml");
    for (String change : changes) {
      source = source.with(change);
    }
    return (CalabiYauSpec) Geometries.read(source);
  }
}
