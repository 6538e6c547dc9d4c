package org.metricflows.numeric.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkParametersTest {

  private static NetworkShape shape(Parametrization parametrization, OutputSharing sharing) {
    return new NetworkShape(2, List.of(3, 4), 3, parametrization, 1.2, 0.2, sharing);
  }

  @Test
  void layoutIsLayerByLayerWeightsBeforeBiases() {
    NetworkShape shared = shape(Parametrization.NTK, OutputSharing.SHARED);
    assertThat(shared.parameters()).isEqualTo(9 + 16 + 15);
    assertThat(shared.weightOffset(0, 1)).isEqualTo(9);
    assertThat(shared.biasOffset(0, 1)).isEqualTo(21);
    NetworkShape apart = shape(Parametrization.NTK, OutputSharing.INDEPENDENT);
    assertThat(apart.parametersPerNetwork()).isEqualTo(9 + 16 + 5);
    assertThat(apart.parameters()).isEqualTo(90);
    assertThat(apart.weightOffset(2, 2)).isEqualTo(60 + 25);
  }

  @Test
  void drawnNumbersAreNormalWithTheParametrisationsDeviations() {
    NetworkShape shape =
        new NetworkShape(
            100, List.of(400), 1, Parametrization.STANDARD, 1.5, 0.3, OutputSharing.SHARED);
    double[] theta = NetworkParameters.draw(shape, 1).toArray();
    double[] weights = Arrays.copyOfRange(theta, 0, 40000);
    double variance = Arrays.stream(weights).map(w -> w * w).average().orElseThrow();
    double mean = Arrays.stream(weights).average().orElseThrow();
    double fourth = Arrays.stream(weights).map(w -> w * w * w * w).average().orElseThrow();
    // σ_w²/n = 0.0225; bounds are five standard errors of 40000 samples
    assertThat(mean).isCloseTo(0, within(5 * 0.15 / 200));
    assertThat(variance).isCloseTo(0.0225, within(5 * 0.0225 * Math.sqrt(2.0 / 40000)));
    assertThat(fourth / (variance * variance)).isCloseTo(3, within(5 * Math.sqrt(24.0 / 40000)));
    double[] biases = Arrays.copyOfRange(theta, 40000, 40400);
    double biasVariance = Arrays.stream(biases).map(b -> b * b).average().orElseThrow();
    assertThat(biasVariance).isCloseTo(0.09, within(5 * 0.09 * Math.sqrt(2.0 / 400)));
  }

  @Test
  void aSeedAlwaysGivesTheSameNumbers() {
    NetworkShape shape = shape(Parametrization.NTK, OutputSharing.SHARED);
    double[] theta = NetworkParameters.draw(shape, 42).toArray();
    assertThat(NetworkParameters.draw(shape, 42).toArray()).containsExactly(theta);
    assertThat(NetworkParameters.draw(shape, 43).toArray()[0]).isNotEqualTo(theta[0]);
    // SplitMix64 from seed 42 begins bdd732262feb6e95, 28efe333b266f103: Box-Muller of these two
    double u = ((0xbdd732262feb6e95L >>> 11) + 0.5) * 0x1p-53;
    double v = ((0x28efe333b266f103L >>> 11) + 0.5) * 0x1p-53;
    double radius = StrictMath.sqrt(-2 * StrictMath.log(u));
    assertThat(theta[0]).isEqualTo(radius * StrictMath.cos(2 * Math.PI * v));
    assertThat(theta[1]).isEqualTo(radius * StrictMath.sin(2 * Math.PI * v));
  }

  @Test
  void takesLayersAsWritten() {
    NetworkShape shape =
        new NetworkShape(2, List.of(1), 2, Parametrization.NTK, 1, 0, OutputSharing.INDEPENDENT);
    List<LayerParameters> layers =
        List.of(
            new LayerParameters(new double[][] {{1, 2}}, new double[] {3}),
            new LayerParameters(new double[][] {{4}}, new double[] {5}),
            new LayerParameters(new double[][] {{6, 7}}, new double[] {8}),
            new LayerParameters(new double[][] {{9}}, new double[] {10}));
    assertThat(NetworkParameters.ofLayers(shape, layers).toArray())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(NetworkParameters.of(shape, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}).toArray())
        .hasSize(10);
  }

  @Test
  void namesTheRowThatDoesNotFit() {
    NetworkShape shape =
        new NetworkShape(2, List.of(1), 1, Parametrization.NTK, 1, 0, OutputSharing.SHARED);
    LayerParameters good = new LayerParameters(new double[][] {{1, 2}}, new double[] {3});
    LayerParameters out = new LayerParameters(new double[][] {{4}}, new double[] {5});
    assertThatThrownBy(() -> NetworkParameters.ofLayers(shape, List.of(good)))
        .hasMessage("parameters: 1 layers given where the network has 2");
    assertThatThrownBy(() -> NetworkParameters.ofLayers(shape, List.of(out, out)))
        .hasMessage("parameters[0].weights[0]: 1 numbers given where the layer has 2");
    assertThatThrownBy(() -> NetworkParameters.ofLayers(shape, List.of(good, good)))
        .hasMessage("parameters[1].weights[0]: 2 numbers given where the layer has 1");
    LayerParameters broken =
        new LayerParameters(new double[][] {{1, Double.NaN}}, new double[] {3});
    assertThatThrownBy(() -> NetworkParameters.ofLayers(shape, List.of(broken, out)))
        .hasMessage("parameters[0].weights[0][1]: NaN is not a finite number");
    LayerParameters tall = new LayerParameters(new double[][] {{1, 2}}, new double[] {3, 4});
    assertThatThrownBy(() -> NetworkParameters.ofLayers(shape, List.of(tall, out)))
        .hasMessage("parameters[0].biases: 2 numbers given where the layer has 1");
    assertThatThrownBy(() -> NetworkParameters.of(shape, new double[4]))
        .hasMessage("parameters: 4 numbers given where the network has 5");
  }

  @Test
  void refusesImpossibleShapes() {
    assertThatThrownBy(
            () ->
                new NetworkShape(
                    2, List.of(3, 0), 1, Parametrization.NTK, 1, 0, OutputSharing.SHARED))
        .hasMessage("hidden[1]: 0 is not at least 1");
    assertThatThrownBy(
            () ->
                new NetworkShape(2, List.of(), 1, Parametrization.NTK, 0, 0, OutputSharing.SHARED))
        .hasMessage("weightStd: 0.0 is not a positive number");
    assertThatThrownBy(
            () ->
                new NetworkShape(2, List.of(), 1, Parametrization.NTK, 1, -1, OutputSharing.SHARED))
        .hasMessage("biasStd: -1.0 is not a number ≥ 0");
    assertThatThrownBy(
            () ->
                new NetworkShape(
                    2, List.of(100000, 100000), 1, Parametrization.NTK, 1, 0, OutputSharing.SHARED))
        .hasMessageContaining("2³⁰ is the limit");
  }

  @ParameterizedTest
  @EnumSource(Parametrization.class)
  void glorotsWeightsFillTheirRange(Parametrization parametrization) {
    NetworkShape shape =
        new NetworkShape(30, List.of(50), 2, parametrization, 1.3, 0.4, OutputSharing.SHARED);
    double[] theta = NetworkParameters.glorot(shape, 11).toArray();
    for (int l = 0; l < 2; l++) {
      double range = Math.sqrt(6.0 / (shape.layerInputs(l) + shape.layerOutputs(l)));
      double sum = 0;
      for (int i = shape.weightOffset(0, l); i < shape.biasOffset(0, l); i++) {
        double weight = theta[i] * shape.weightScale(l);
        assertThat(Math.abs(weight)).isLessThan(range);
        sum += weight * weight;
      }
      int count = shape.biasOffset(0, l) - shape.weightOffset(0, l);
      // the mean square of n uniform numbers is off by √(4/5n) of itself: four deviations
      assertThat(3 * sum / count / (range * range))
          .isCloseTo(1, within(4 * Math.sqrt(0.8 / count)));
      for (int i = shape.biasOffset(0, l); i < shape.weightOffset(0, l + 1); i++) {
        assertThat(theta[i]).isZero();
      }
    }
  }
}
