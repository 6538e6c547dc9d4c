package org.metricflows.bridge.internal.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.bridge.internal.network.FiniteNetwork;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.numeric.internal.network.NetworkShape;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.source.SourceModel;
import org.metricflows.symbolic.internal.source.SourceModel.Slice;
import org.metricflows.symbolic.internal.source.SourceModel.Step;
import org.metricflows.symbolic.internal.source.SourceModel.Term;

/**
 * The network of a spec in a model: one network a group of outputs, less what a centred one
 * subtracts; the parametrisation's scales are multiplied in.
 *
 * @param spec the network as stated
 * @param outputs the number of its outputs
 * @param firsts how many first derivatives jets have
 * @param seconds how second derivatives of σ(z) are made of first ones
 */
record TrainedNetwork(NetworkSpec spec, int outputs, int firsts, List<List<Term>> seconds) {
  private static final String ACTIVATION = "activation";

  /** The number of coefficients of a jet. */
  int jet() {
    return 1 + firsts + seconds.size();
  }

  /**
   * Applies it.
   *
   * @param jets of the inputs, coefficient by coefficient
   * @return jets of the outputs, output by output
   */
  List<Slice> apply(ModelBuilder builder, Slice jets) {
    FiniteNetwork network = FiniteNetwork.of(spec, (jets.to() - jets.from()) / jet(), outputs);
    Derivation sigma = spec.activation().derivatives(2);
    builder.function(ACTIVATION, sigma);
    List<Slice> trained = outputs(builder, network, network.start().toArray(), "network", jets);
    if (!spec.centred()) {
      return trained;
    }
    List<Slice> first = outputs(builder, network, network.origin().toArray(), "start", jets);
    List<Slice> both = new ArrayList<>(trained);
    both.addAll(first);
    Step difference = builder.apply("difference", difference(outputs * jet()), both);
    return List.of(difference.all());
  }

  /** The parts of all networks' results, in the order output by output. */
  private List<Slice> outputs(
      ModelBuilder builder, FiniteNetwork network, double[] theta, String name, Slice jets) {
    NetworkShape shape = network.shape();
    List<Step> results = new ArrayList<>();
    for (int q = 0; q < shape.networks(); q++) {
      String numbered = shape.networks() == 1 ? name : name + (q + 1);
      results.add(builder.feed(numbered, network(shape, theta, q), jets));
    }
    int each = outputs / shape.networks();
    List<Slice> slices = new ArrayList<>();
    for (int c = 0; c < outputs; c++) {
      for (int k = 0; k < jet(); k++) {
        int at = k * each + c % each;
        slices.add(results.get(c / each).part(at, at + 1));
      }
    }
    return slices;
  }

  private SourceModel.Network network(NetworkShape shape, double[] theta, int q) {
    List<SourceModel.Layer> layers = new ArrayList<>();
    for (int l = 0; l < shape.layers(); l++) {
      int weights = shape.weightOffset(q, l);
      int biases = shape.biasOffset(q, l);
      int rows = shape.layerOutputs(l);
      layers.add(
          new SourceModel.Layer(
              scaled(theta, weights, rows * shape.layerInputs(l), shape.weightScale(l)),
              scaled(theta, biases, rows, shape.biasScale())));
    }
    return new SourceModel.Network(layers, ACTIVATION, firsts, seconds);
  }

  private static double[] scaled(double[] theta, int from, int count, double scale) {
    return Arrays.stream(theta, from, from + count).map(value -> scale * value).toArray();
  }

  /** a₁, …, a_n, b₁, …, b_n ↦ a − b. */
  private static Derivation difference(int count) {
    Derivation.Builder builder = Derivation.builder();
    List<Symbol> a = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      a.add(builder.input("a" + i));
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Expr difference = a.get(i).minus(builder.input("b" + i));
      builder.define("c" + i, difference);
      names.add("c" + i);
    }
    return builder.build(names);
  }
}
