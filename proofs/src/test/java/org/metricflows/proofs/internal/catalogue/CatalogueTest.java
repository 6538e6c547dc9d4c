package org.metricflows.proofs.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.proofs.internal.theorem.Prover;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.proofs.internal.theorem.Verdict;

/** Every theorem holds in every dimension and every twin is refuted. */
class CatalogueTest {

  /** The theorems about what is compiled and run. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "curvature-programs",
          "euler-einstein-hilbert",
          "euler-perelman",
          "euler-of-losses",
          "sphere-programs",
          "ntk-one-hidden-layer",
          "ntk-two-hidden-layers");

  static Stream<Arguments> theorems() {
    return Catalogue.standard().theorems().stream()
        .flatMap(t -> t.dimensions().stream().map(d -> Arguments.of(t.name(), d, t)));
  }

  @ParameterizedTest(name = "{0} in dimension {1}")
  @MethodSource("theorems")
  void holdsAndItsTwinsDoNot(String name, int dimension, Theorem theorem) {
    Verdict verdict = new Prover(1).verify(theorem, dimension, 7);
    assertThat(verdict.verified()).as(verdict.findings().toString()).isTrue();
    assertThat(verdict.twinRefuted()).as(verdict.findings().toString()).isTrue();
    assertThat(verdict.witness().isPresent()).isEqualTo(PROGRAMS.contains(name));
    verdict.findings().stream()
        .flatMap(finding -> finding.twinWitness().stream())
        .forEach(witness -> assertThat(witness.holds()).isFalse());
    // one trial; the command takes three, which cubes the bound
    assertThat(verdict.bound()).isLessThan(1e-12);
  }
}
