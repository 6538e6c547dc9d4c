package org.metricflows.bridge.internal.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.metricflows.numeric.internal.network.OutputSharing;

/** Reads given parameters, inline or from a file, checks every shape, and writes them. */
final class ParameterReader {
  private static final Key<Value> WEIGHTS =
      Key.of("weights", Kind.points(), "a row an output, a column an input");
  private static final Key<Value> BIASES =
      Key.of("biases", Kind.list(Kind.number().schema()), "one an output");
  private static final Codec<ParameterSpec.Layer> LAYER =
      Codec.of(
          "layer",
          WEIGHTS.as(layer -> layer.weights().toLists()),
          BIASES.as(ParameterSpec.Layer::biases));

  private final Path base;
  private final int inputs;
  private final List<Integer> hidden;
  private final OutputSharing outputs;
  private final int components;

  /** Inputs and components may be 0, not known. */
  ParameterReader(
      Path base, int inputs, List<Integer> hidden, OutputSharing outputs, int components) {
    this.base = base;
    this.inputs = inputs;
    this.hidden = hidden;
    this.outputs = outputs;
    this.components = components;
  }

  /**
   * @param start what is to be subtracted, if it is said
   */
  ParameterSpec.Given read(Value value, Optional<Value> start) {
    if (value.isScalar() && ParameterFile.isMeant(base, value)) {
      if (start.isPresent()) {
        throw start.get().error("has no meaning beside the folder of a run, which has its own");
      }
      return new ParameterFile(base, inputs, hidden, outputs, components).read(value);
    }
    return new ParameterSpec.Given(networks(value), start.map(this::networks));
  }

  private List<List<ParameterSpec.Layer>> networks(Value value) {
    if (value.isScalar()) {
      return networks(new Value(SpecFile.tree(base, value), value.path()));
    }
    if (outputs == OutputSharing.SHARED) {
      return List.of(network(value, components));
    }
    String shape = "a list of networks, one per output, each a list of layers";
    List<Value> networks = value.items(shape);
    if (components > 0 && networks.size() != components) {
      throw value.mustBe(shape.replace("one per output", components + " (one per output)"));
    }
    return networks.stream().map(v -> network(v, 1)).toList();
  }

  private List<ParameterSpec.Layer> network(Value value, int out) {
    String shape = "a list of " + (hidden.size() + 1) + " layers {weights, biases}";
    List<Value> layers = value.items(shape);
    if (layers.size() != hidden.size() + 1) {
      throw value.mustBe(shape);
    }
    return IntStream.range(0, layers.size())
        .mapToObj(
            l ->
                layer(
                    layers.get(l),
                    l == 0 ? inputs : hidden.get(l - 1),
                    l == hidden.size() ? out : hidden.get(l)))
        .toList();
  }

  private static ParameterSpec.Layer layer(Value value, int in, int out) {
    Fields fields = LAYER.in(value);
    Table weights = Tables.read(fields.get(WEIGHTS), out, in, "rows (one per output)");
    Value biases = fields.get(BIASES);
    List<Double> numbers = biases.list("a list of numbers", Value::number);
    if (numbers.size() != weights.rows()) {
      throw biases.mustBe("a list of " + weights.rows() + " numbers (one per output)");
    }
    return new ParameterSpec.Layer(weights, numbers);
  }

  /** The parameters of a network that has given ones: of shared outputs those of the one body. */
  static Optional<Object> written(NetworkSpec network) {
    return given(network).map(given -> written(network, given.networks()));
  }

  /** What such a network subtracts, where that is something else. */
  static Optional<Object> writtenStart(NetworkSpec network) {
    return given(network).flatMap(ParameterSpec.Given::start).map(start -> written(network, start));
  }

  private static Optional<ParameterSpec.Given> given(NetworkSpec network) {
    return network.parameters() instanceof ParameterSpec.Given given
        ? Optional.of(given)
        : Optional.empty();
  }

  private static Object written(NetworkSpec network, List<List<ParameterSpec.Layer>> all) {
    List<Object> networks =
        all.stream().<Object>map(layers -> layers.stream().map(LAYER::write).toList()).toList();
    boolean shared = network.outputs() == OutputSharing.SHARED;
    return shared ? networks.get(0) : networks;
  }
}
