package org.metricflows.bridge.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricflows.bridge.spec.Purpose;
import org.metricflows.bridge.spec.SpecSource;
import org.metricflows.symbolic.flow.FlowDocument;
import org.metricflows.symbolic.flow.Format;

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
}
