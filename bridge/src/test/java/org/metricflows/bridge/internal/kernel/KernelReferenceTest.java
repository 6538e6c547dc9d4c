package org.metricflows.bridge.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.symbolic.internal.door.ExpressionParser;
import org.metricflows.symbolic.network.Activation;

/**
 * Kernels that another program computed with multiple precision. Values are printed to 17 digits
 * and jets to 15, so that 1e-12 is what both sides' last digits leave room for.
 */
class KernelReferenceTest {

  private static final double TOLERANCE = 1e-12;

  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (String file : List.of("kernels.json", "quadrature-kernels.json", "far-kernels.json")) {
      for (JsonNode node : read(file).get("cases")) {
        cases.add(
            Arguments.of(node.get("activation").asText(), node.get("hidden_layers").asInt(), node));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}, {1} layers")
  @MethodSource("cases")
  void agrees(String activation, int hiddenLayers, JsonNode node) {
    double[] x = numbers(node.get("x"));
    double[] xPrime = numbers(node.get("x_prime"));
    KernelEvaluator kernel =
        KernelEvaluator.of(
            activation(activation),
            hiddenLayers,
            node.get("weight_std").asDouble(),
            node.get("bias_std").asDouble(),
            x.length);
    KernelEvaluator.Result result = kernel.at(x, xPrime);
    requireClose(result.nngp(), node.get("nngp"));
    requireClose(result.ntk(), node.get("ntk"));
    if (node.has("ntk_jets")) {
      for (Map.Entry<String, JsonNode> jet : node.get("ntk_jets").properties()) {
        assertThat(result.ntkJets()).containsKey(jet.getKey());
        requireClose(result.ntkJets().get(jet.getKey()), jet.getValue());
      }
    }
  }

  private static void requireClose(double value, JsonNode expected) {
    assertThat(value)
        .isCloseTo(Double.parseDouble(expected.asText()), withinPercentage(100 * TOLERANCE));
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  private static Activation activation(String text) {
    return Activation.isNamed(text)
        ? Activation.named(text)
        : new Activation(text, ExpressionParser.of("u").parse(text));
  }

  private static JsonNode read(String file) {
    try (InputStream in = KernelReferenceTest.class.getResourceAsStream("/reference/" + file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
