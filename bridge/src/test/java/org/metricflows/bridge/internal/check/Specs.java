package org.metricflows.bridge.internal.check;

import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;

/** Small specs to check. */
final class Specs {
  private static final String BASE =
      """
      chart: {coordinates: [x, y]}
      metric:
        ansatz: additive
        background: [["1 + x^2/5", "x*y/10"], ["x*y/10", "1 + sin(y)/4"]]
      network: {hidden_layers: [5], activation: erf, weight_std: 1.3, bias_std: 0.4, outputs: shared}
      sample: {points: [[0.1, 0.3], [-0.5, 0.2], [0.7, -0.6], [-0.2, -0.4]]}
      loss: {name: ricci}
      test_points: [[0.2, 0.1]]
      """;

  private static final String BASE_3D =
      """
      chart: {coordinates: [x, y, z]}
      metric:
        ansatz: additive
        background:
        - ["1 + x^2/5", "x*z/10", "0.1"]
        - ["x*z/10", "1.2 + sin(y)/4", "x*y/8"]
        - ["0.1", "x*y/8", "1 + exp(z)/9"]
      network: {hidden_layers: [4], activation: erf, weight_std: 1.3, bias_std: 0.4, outputs: shared}
      sample: {points: [[0.1, 0.3, -0.2], [-0.5, 0.2, 0.4], [0.3, -0.6, 0.1]]}
      loss: {name: ricci}
      test_points: [[0.2, 0.1, 0.6]]
      """;

  private Specs() {}

  /** Two dimensions, with values replaced as {@code --set} does. */
  static Spec plane(String... assignments) {
    return spec(BASE, assignments);
  }

  /** Three dimensions. */
  static Spec space(String... assignments) {
    return spec(BASE_3D, assignments);
  }

  static Spec spec(String text, String... assignments) {
    SpecSource source = SpecSource.ofText(text, "spec.yaml");
    for (String assignment : assignments) {
      source = source.with(assignment);
    }
    return source.read(Purpose.CHECK);
  }

  static SpecCheck check(Spec spec) {
    return SpecCheck.of(spec);
  }
}
