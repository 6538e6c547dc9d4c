package org.metricflows.bridge.internal.homogeneous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;

/** What is wrong with a Lie algebra or a metric on it is said in one sentence. */
class BrokenLieGroupTest {
  private static final String SPEC =
      """
      title: broken
      lie_algebra: {name: nil}
      metric: {diagonal: [1, 1, 1]}
      flow: {time: 1}
      """;

  private static void assemble(SpecSource source) {
    LieGroupProblem.of((HomogeneousSpec) Geometries.read(source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "lie_algebra={name: nill}; did you mean 'nil'?",
        "lie_algebra={}; must have exactly one of name, unimodular, brackets, but has none",
        "lie_algebra={name: nil, unimodular: [1, 0, 0]}; but has name and unimodular",
        "lie_algebra={nmae: nil}; lie_algebra.nmae: unknown key; did you mean 'name'?",
        "lie_algebra={unimodular: [1, 0]}; must be a list of 3 constants, but is a list of 2",
        "metric={diagonal: [1, 1/0, 1]}; metric.diagonal[1]: division by zero",
        "lie_algebra={unimodular: [1, 0, x]}; lie_algebra.unimodular[2]: ",
        "lie_algebra={brackets: {'1,2': [0, 0, 1], '2,1': [0, 0, -1]}}; antisymmetric, give one",
        "lie_algebra={brackets: {'1,1': [0, 0, 1]}}; [e1, e1] is 0 always",
        "lie_algebra={brackets: {'1,4': [0, 0, 1]}}; two indices from 1 to 3",
        "lie_algebra={brackets: {first: [0, 0, 1]}}; such as '1,2', but this by 'first'",
        "lie_algebra={brackets: {'1,2': [0, 0, 1], '1,3': [0, 1]}}; must be a list of 3 constants",
        "lie_algebra={brackets: {'1,2': [1]}}; a list of 2 to 6 constants",
        "lie_algebra={brackets: {'1,2': [1, 0, 0, 0, 0, 0, 0]}}; a list of 2 to 6 constants",
        "lie_algebra={brackets: {'1,2': 3}}; a list of 2 to 6 constants",
        "metric=null; metric: is missing",
        "metric={}; metric.background: is missing; a matrix, or 'diagonal', a list",
        "metric={diagonal: [1, 1]}; must be a list of 3 constants (one per basis vector)",
        "metric={background: [[1, 0], [0, 1]]}; a list of 3 rows of 3 expressions (one per basis",
        "metric={background: [[1, 2, 0], [0, 1, 0], [0, 0, 1]]}; must be symmetric",
        "flow=null; flow: is missing; 'run' needs it",
        "flow.equation=gradient; must be one of ricci, ricci-normalised, but is 'gradient'",
        "flow.kernel=local; flow.kernel: unknown key",
        "network={hidden_layers: [3]}; network: unknown key",
        "chart={coordinates: [x]}; cannot stand beside"
      })
  void badSpecs(String assignment, String words) {
    SpecSource source = SpecSource.ofText(SPEC, "spec.yaml").with(assignment);
    assertThatThrownBy(() -> assemble(source))
        .isInstanceOf(InputException.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "lie_algebra={brackets: {'2,3': [-2, 0, 0], '1,2': [0, 1, 0]}}; Jacobi's identity fails for"
            + " e1, e2, e3: [e1,[e2,e3]] + [e2,[e3,e1]] + [e3,[e1,e2]] must be 0, but is 2 e1",
        "lie_algebra={brackets: {'1,2': [0, 0, 1, 0], '3,4': [0.5, 0, 0, 1]}}; fails for e1, e2, e4:",
        "metric={diagonal: [1, -2, 1]}; metric.background: must be positive definite, but has the"
            + " eigenvalue -2",
        "metric={diagonal: [1, 0, 1]}; but has the eigenvalue 0",
        "metric={background: [[1, 2, 0], [2, 1, 0], [0, 0, 1]]}; but has the eigenvalue -",
        "metric={diagonal: [1, exp(1000), 1]}; metric.background[1][1]: 'exp(1000)' is not a finite",
        "lie_algebra={unimodular: [exp(1000), 0, 0]}; lie_algebra.unimodular[0]: 'exp(1000)' is not"
      })
  void badGeometry(String assignment, String words) {
    SpecSource source = SpecSource.ofText(SPEC, "spec.yaml").with(assignment);
    if (assignment.contains("0, 0, 1, 0]")) {
      source = source.with("metric={diagonal: [1, 1, 1, 1]}");
    }
    SpecSource broken = source;
    assertThatThrownBy(() -> assemble(broken))
        .isInstanceOf(InputException.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }

  /** Decimals of √3 violate Jacobi's identity by rounding only. */
  @Test
  void roundedConstantsAreAllowed() {
    String constant = "1.7320508075688772";
    SpecSource rounded =
        SpecSource.ofText(SPEC, "spec.yaml")
            .with(
                "lie_algebra={brackets: {'1,2': [0, %s, 1], '1,3': [0, -1, %s]}}"
                    .formatted(constant, constant));
    assemble(rounded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lie_algebra={name: su2}",
        "lie_algebra={unimodular: [1/3, 'sqrt(2)', 0]}",
        "lie_algebra={brackets: {'2,3': [1, 0, 0], '3,1': [0, 1, 0], '1,2': [0, 0, 1]}}",
        "metric={background: [[2, 1, 0], [1, 2, 0], [0, 0, '1/3']]}",
        "flow={time: 2, record: [0, 1], equation: ricci-normalised, integrator: adams-moulton}"
      })
  void resolvedSpecsReadBackEqual(String assignment) {
    var spec = Geometries.read(SpecSource.ofText(SPEC, "spec.yaml").with(assignment));
    assertThat(Geometries.read(SpecSource.ofText(spec.toYaml(), "resolved.yaml"))).isEqualTo(spec);
  }
}
