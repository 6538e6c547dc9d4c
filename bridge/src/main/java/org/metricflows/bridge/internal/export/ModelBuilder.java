package org.metricflows.bridge.internal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.internal.source.SourceModel;
import org.metricflows.symbolic.internal.source.SourceModel.Call;
import org.metricflows.symbolic.internal.source.SourceModel.Slice;
import org.metricflows.symbolic.internal.source.SourceModel.Step;

/** Collects the steps of a model. */
final class ModelBuilder {
  private final String title;
  private final List<String> input;
  private final Map<String, Derivation> functions = new LinkedHashMap<>();
  private final Map<String, SourceModel.Network> networks = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<SourceModel.Output> outputs = new ArrayList<>();

  /**
   * @param input the names of the point's numbers
   */
  ModelBuilder(String title, List<String> input) {
    this.title = title.isBlank() ? "A metric" : title;
    this.input = List.copyOf(input);
  }

  /** The input. */
  Slice point() {
    return new Slice(SourceModel.POINT, 0, input.size());
  }

  /** Applies a derivation. */
  Step apply(String name, Derivation derivation, List<Slice> inputs) {
    function(name, derivation);
    return step(name + "_values", derivation.outputs().size(), new Call.Function(name), inputs);
  }

  /** Makes a derivation known that a network applies. */
  void function(String name, Derivation derivation) {
    functions.put(name, derivation.withOutputs(derivation.outputs()));
  }

  /** Applies a network to jets. */
  Step feed(String name, SourceModel.Network network, Slice jets) {
    networks.put(name, network);
    int outputs = network.layers().get(network.layers().size() - 1).biases().length;
    return step(name + "_values", network.jet() * outputs, new Call.Feed(name), List.of(jets));
  }

  Step step(String name, int length, Call call, List<Slice> inputs) {
    Step step = new Step(name, length, call, inputs);
    steps.add(step);
    return step;
  }

  void output(String name, List<Integer> shape, boolean complex, Slice slice) {
    outputs.add(new SourceModel.Output(name, shape, complex, slice));
  }

  SourceModel build() {
    return new SourceModel(title, input, functions, networks, steps, outputs);
  }
}
