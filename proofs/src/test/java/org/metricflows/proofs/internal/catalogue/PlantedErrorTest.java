package org.metricflows.proofs.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.tensor.Worlds;
import org.metricflows.proofs.internal.theorem.Prover;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.proofs.internal.theorem.Verdict;

/** Wrong formulas, as they are found in notes and papers, planted in a copy of the catalogue. */
class PlantedErrorTest {

  private static Setting.Builder world(int d) {
    return Worlds.perelmanFlow(d)
        .symmetric("h_{ij}")
        .define("h = g^{ij}h_{ij}")
        .flow("\\delta g_{ij} = h_{ij}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // the sign of the Hessian's trace
        "\\delta R = -R^{ij}h_{ij} + \\nabla^i\\nabla^j h_{ij} + \\Delta h",
        // half the volume's rate
        "\\partial_t\\sqrt{g} = -\\tfrac12(R + \\Delta f)\\sqrt{g}",
        // Perelman's f as a forward heat equation
        "\\partial_t f = -R + \\Delta f",
        // the Ricci tensor for Einstein's in the divergence identity
        "\\nabla^a(R_{ab} - R g_{ab}) = 0",
        // a curvature convention mixed with its opposite
        "R_{bd} = -R^a{}_{bda} + 2R_{bd}\\,g^{ac}g_{ac}",
        // the two-dimensional identity in higher dimension
        "R_{ab} = \\tfrac12 R g_{ab}",
      })
  void isRefuted(String formula) {
    Theorem planted =
        Theorem.named("planted", "A wrong formula")
            .dimensions(3)
            .in(PlantedErrorTest::world)
            .claim(formula, formula)
            .build();
    Catalogue copy = Catalogue.standard().with(planted);
    Verdict verdict = Prover.standard().verify(copy.find("planted").orElseThrow(), 3, 1);
    assertThat(verdict.verified()).isFalse();
    assertThat(verdict.method()).isEqualTo("refuted");
    assertThat(verdict.bound()).isEqualTo(1);
  }

  @Test
  void aTinyErrorDeepInALongFormulaIsFound() {
    Theorem planted =
        Theorem.named("planted", "A coefficient that is off by one part in 10^15")
            .dimensions(3)
            .in(Worlds::ricciFlow)
            .claim(
                "\\partial_t R = \\Delta R + \\frac{2000000000000001}{1000000000000000}"
                    + "R_{ij}R^{ij}",
                "\\partial_t R = \\Delta R + 2R_{ij}R^{ij}")
            .build();
    Verdict verdict = Prover.standard().verify(planted, 3, 1);
    assertThat(verdict.verified()).isFalse();
    assertThat(verdict.twinRefuted()).isFalse();
  }
}
