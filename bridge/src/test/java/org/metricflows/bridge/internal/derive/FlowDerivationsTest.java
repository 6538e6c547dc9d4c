package org.metricflows.bridge.internal.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;
import org.metricflows.symbolic.internal.typesetting.Format;

class FlowDerivationsTest {
  @TempDir Path folder;

  private FlowDocument derive(String network, String loss) throws Exception {
    Path file = folder.resolve("spec.yaml");
    Files.writeString(
        file,
        """
        title: A plane
        chart: {coordinates: [x, y]}
        metric: {ansatz: conformal, background: [["1", "0"], ["0", "1"]]}
        network: {NETWORK}
        loss: {LOSS}
        """
            .replace("NETWORK", network)
            .replace("LOSS", loss));
    return FlowDerivations.of(SpecSource.of(file).read(Purpose.DERIVE));
  }

  @Test
  void aSpecBecomesADocument() throws Exception {
    String text =
        derive("width: infinite, hidden_layers: 1, activation: erf, weight_std: 1.5", "name: ricci")
            .print(Format.TEXT);
    assertThat(text)
        .startsWith("A plane\n")
        .contains("sigma_w = 3/2", "kappa(p, q, r) = 2*asin(", "d/dt f(x) = -sum_a (");
  }

  @Test
  void flowsThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> derive("hidden_layers: [8], activation: relu", "name: ricci"))
        .hasMessageContaining("network.activation")
        .hasMessageContaining("has a kink");
    assertThatThrownBy(
            () ->
                derive(
                    "width: infinite, hidden_layers: 1, activation: erf, parametrization: standard",
                    "name: ricci"))
        .hasMessageContaining("network.parametrization");
  }

  private static FlowDocument torus(String flow, String loss, String ansatz) {
    return FlowDerivations.of(
        SpecSource.ofText(
                """
                chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
                metric: {ansatz: ANSATZ, background: [["1 + cos(x)/9", "0"], ["0", "1"]]}
                features: {width: infinite, bandwidth: 0.5}
                loss: {LOSS}
                flow: {time: 1, FLOW}
                """
                    .replace("ANSATZ", ansatz)
                    .replace("LOSS", loss)
                    .replace("FLOW", flow),
                "spec.yaml")
            .read(Purpose.DERIVE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "equation: ricci; name: ricci; d/dt g_ij = -2 Ric_ij; speed11 = -2*Ric11",
        "equation: ricci-deturck; name: ricci; (L_W g)_ij; back111",
        "equation: ricci-normalised; name: ricci; + (2/d) r g_ij; growth12 = ",
        "kernel: local; name: ricci; Ef11 = adjf11 - d1 adjf11d1 - d2; speedf11 = -Ef11",
        "kernel: local, bandwidth: 0.5; name: ricci; exp(-l^2 |k|^2/2); l = 1/2",
        "kernel: local, supermetric: dewitt; name: ricci; E11 = adjf11 - d1; /m",
        "kernel: local, supermetric: dewitt; name: perelman, density: 1; V_ij = -2 (Ric; delta function",
        "kernel: features; name: ricci; Theta(x,x') = prod_i; with Z = S",
        "kernel: features, supermetric: dewitt; name: ricci; drive11d12 = ; P1211 = "
      })
  void flowsWithoutANetworkBecomeDocuments(String flow, String loss, String one, String two) {
    FlowDocument document = torus(flow, loss, "additive");
    assertThat(document.print(Format.TEXT))
        .startsWith("Metric flow\n")
        .contains("Functions f that begin at 0", one, two)
        .doesNotContain("network");
    assertThat(document.print(Format.LATEX)).contains("\\begin{align*}").endsWith("\n");
    assertThat(document.print(Format.SYMPY)).contains("from sympy import *");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "equation: ricci",
        "kernel: local, supermetric: dewitt",
        "kernel: features, supermetric: dewitt"
      })
  void anAnsatzThatDoesNotCarryTheFlowIsRefused(String flow) {
    assertThatThrownBy(() -> torus(flow, "name: ricci", "cholesky"))
        .hasMessageContaining("metric.ansatz")
        .hasMessageContaining("cholesky");
  }

  private static FlowDocument rotational(String text) {
    return FlowDerivations.of(SpecSource.ofText(text, "spec.yaml").readRotational());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2; d/dt psi = psiss; [d/dt, d/ds] = -psiss/psi d/ds",
        "3; d/dt psi = psiss+(psis-1)*(1+psis)/psi; [d/dt, d/ds] = -2*psiss/psi d/ds",
        "7; d/dt psi = psiss+5*(psis-1)*(1+psis)/psi; d/dt l^2 = -12 (1 - mean e)"
      })
  void spheresBecomeDocuments(int n, String one, String two) {
    FlowDocument document =
        rotational(
            """
            title: A sphere
            rotational: {dimension: %d, radius: "2*sin(y/2)", lapse: "1", coordinate: y, interval: [0, 2*Pi]}
            flow: {time: 1}
            """
                .formatted(n));
    assertThat(document.print(Format.TEXT))
        .startsWith("A sphere\n")
        .contains("psi = 2*sin(y/2)", "from the pole at y = 0 to that at y = 2*Pi")
        .contains("K_rad = -psiss/psi", "K_tan = (1+psis)*(1-psis)/psi^2", "vt = ", "  e = ")
        .contains(one, two);
    assertThat(document.print(Format.LATEX)).contains("\\psi_{ss}").endsWith("\n");
    assertThat(document.print(Format.SYMJA)).contains("Krad := Riem1212/(g11*g22)");
  }

  @Test
  void aSolitonBecomesADocument() {
    FlowDocument document =
        rotational(
            """
            rotational: {dimension: 2, tip_curvature: 4}
            flow: {equation: steady-soliton, time: 1}
            """);
    assertThat(document.print(Format.TEXT))
        .startsWith("Rotationally symmetric steady soliton\n")
        .contains("fss-psiss/psi = 0", "d/ds (R + f'^2) = 0", "R + f'^2 = 4", "  k = 2\n")
        // tanh s = s − s³/3 + 2s⁵/15 − …
        .contains("psi = s - k*s^3/6 + k^2*s^5/30 - ");
  }
}
