package org.metricflows.numeric.internal.network;

import java.util.Optional;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * A network's output as series in the coordinates of a space that its inputs are functions on:
 * derivatives up to the fourth, forward only. Results do not depend on the number of threads.
 *
 * <pre>{@code
 * SeriesNetwork network = SeriesNetwork.of(shape, activation, inputs, Parallel.common());
 * network.outputs(theta, columns);
 * }</pre>
 */
public final class SeriesNetwork {

  private static final int BLOCK = 8;

  private final NetworkShape shape;
  private final SeriesInputs inputs;
  private final Parallel parallel;
  private final ScaledLayers layers;
  private final Optional<Tangent> tangent;
  private final SeriesTape[] tapes;
  private final Activation activation;

  /** Where a linearised network is, from its start. */
  private record Tangent(double[] start, ScaledLayers change) {}

  private SeriesNetwork(
      NetworkShape shape,
      Activation activation,
      SeriesInputs inputs,
      Parallel parallel,
      Optional<Tangent> tangent) {
    if (inputs.inputs() != shape.inputs()) {
      throw new IllegalArgumentException(
          "inputs: " + inputs.inputs() + " where the network takes " + shape.inputs());
    }
    this.shape = shape;
    this.activation = activation;
    this.inputs = inputs;
    this.parallel = parallel;
    this.layers = new ScaledLayers(shape);
    this.tangent = tangent;
    this.tapes = new SeriesTape[parallel.threads()];
  }

  /**
   * A network composed with its inputs.
   *
   * @param activation σ, of which four derivatives are asked for
   * @throws IllegalArgumentException if the network takes another number of inputs
   */
  public static SeriesNetwork of(
      NetworkShape shape, Activation activation, SeriesInputs inputs, Parallel parallel) {
    return new SeriesNetwork(shape, activation, inputs, parallel, Optional.empty());
  }

  /**
   * The network's Taylor polynomial of first order in its parameters, as {@link LinearisedNetwork}.
   *
   * @param activation σ, of which five derivatives are asked for
   * @throws IllegalArgumentException if the network takes another number of inputs
   */
  public static SeriesNetwork linearised(
      NetworkParameters start, Activation activation, SeriesInputs inputs, Parallel parallel) {
    NetworkShape shape = start.shape();
    Tangent tangent = new Tangent(start.toArray(), new ScaledLayers(shape));
    return new SeriesNetwork(shape, activation, inputs, parallel, Optional.of(tangent));
  }

  /** Number of columns, outputs times coefficients. */
  public int columns() {
    return shape.outputs() * inputs.space().size();
  }

  /**
   * The outputs at all points.
   *
   * @param theta parameters in {@link NetworkShape}'s layout
   * @param columns receives {@code [output · size + coefficient][point]}
   */
  public void outputs(double[] theta, double[][] columns) {
    layers.load(tangent.map(Tangent::start).orElse(theta), false);
    tangent.ifPresent(t -> t.change().load(difference(theta, t.start()), false));
    parallel.run(
        (inputs.points() + BLOCK - 1) / BLOCK,
        (block, worker) -> {
          if (tapes[worker] == null) {
            boolean linearised = tangent.isPresent();
            tapes[worker] = new SeriesTape(shape, activation, inputs, BLOCK, linearised);
          }
          int from = block * BLOCK;
          int count = Math.min(BLOCK, inputs.points() - from);
          block(tapes[worker], from, count, columns);
        });
  }

  private void block(SeriesTape tape, int from, int count, double[][] columns) {
    tape.take(from, count);
    int outputs = shape.outputsPerNetwork();
    int size = inputs.space().size();
    for (int q = 0; q < shape.networks(); q++) {
      int network = q;
      double[] rows =
          tape.forward(
              layers.network(q), tangent.map(t -> t.change().network(network)).orElse(null));
      for (int c = 0; c < size; c++) {
        for (int o = 0; o < outputs; o++) {
          double[] column = columns[(q * outputs + o) * size + c];
          for (int p = 0; p < count; p++) {
            column[from + p] = rows[(c * count + p) * outputs + o];
          }
        }
      }
    }
  }

  private static double[] difference(double[] theta, double[] start) {
    double[] change = new double[start.length];
    for (int i = 0; i < change.length; i++) {
      change[i] = theta[i] - start[i];
    }
    return change;
  }
}
