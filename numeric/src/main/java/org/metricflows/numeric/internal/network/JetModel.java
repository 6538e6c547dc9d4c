package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetBasis;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * A map from parameters θ to jets at numbered points: a network, or one linearised in its
 * parameters. Everything is done for a {@link Batch} of the points.
 *
 * <p>With J = ∂jets/∂θ the model applies J ({@link #tangentJets}), Jᵀ ({@link #lossGradient}) and
 * Jᵀ…J ({@link #tangentGradient}) without forming it. Results are the same for any number of
 * threads.
 *
 * <pre>{@code
 * JetModel model = JetNetwork.of(shape, activation, featureJets, Parallel.common());
 * double loss = model.lossGradient(theta, new Batch(order, 640, 64), batchLoss, gradient);
 * }</pre>
 *
 * An instance owns scratch space and serves one caller at a time; arrays are allocated on first use
 * only.
 */
public abstract sealed class JetModel implements JetMap permits JetNetwork, LinearisedNetwork {

  final NetworkShape shape;
  final NetworkInputs inputs;
  private final Batch all;

  /** What jets are taken through. */
  final ScaledLayers layers;

  private final ScaledLayers direction;
  private final JetSweep sweep;

  JetModel(NetworkShape shape, Activation activation, NetworkInputs inputs, Parallel parallel) {
    if (inputs.inputs() != shape.inputs()) {
      throw new IllegalArgumentException(
          "inputs: " + inputs.inputs() + " where the network takes " + shape.inputs());
    }
    this.shape = shape;
    this.inputs = inputs;
    this.all = Batch.first(inputs.points());
    layers = new ScaledLayers(shape);
    direction = new ScaledLayers(shape);
    sweep = new JetSweep(shape, activation, inputs, layers, parallel);
  }

  /** Shape of the network. */
  public final NetworkShape shape() {
    return shape;
  }

  /** What it is fed with. */
  public final NetworkInputs inputs() {
    return inputs;
  }

  @Override
  public final int parameters() {
    return shape.parameters();
  }

  @Override
  public final JetBasis basis() {
    return inputs.basis();
  }

  @Override
  public final int columns() {
    return shape.outputs() * inputs.basis().size();
  }

  @Override
  public final int points() {
    return all.count();
  }

  /** Makes ready for parameters θ. */
  abstract void load(double[] theta, boolean reversible);

  /** Whether jets need a worker with room for tangents. */
  abstract boolean usesTangents();

  /** Fills a worker's jets for a block. */
  abstract void jets(JetWorker worker, int[] points, int from, int count);

  /**
   * The loss of a batch, and its derivatives by all parameters.
   *
   * @param theta parameters in {@link NetworkShape}'s layout
   * @param gradient receives ∂L/∂θ
   * @return L
   * @throws IllegalArgumentException where a length does not fit
   */
  @Override
  public final double lossGradient(double[] theta, Batch batch, BatchLoss loss, double[] gradient) {
    requireLength("gradient", gradient);
    prepare(theta, true);
    int[] points = batch.points();
    return sweep.gradient(
        batch,
        (worker, from, count, sum) -> {
          jets(worker, points, from, count);
          double share = loss.evaluate(points, from, count, worker.jets, worker.adjoints);
          worker.reverse(sum);
          return share;
        },
        gradient);
  }

  /**
   * The loss of a batch alone.
   *
   * @throws IllegalArgumentException where a length does not fit
   */
  @Override
  public final double loss(double[] theta, Batch batch, BatchLoss loss) {
    prepare(theta, true);
    int[] points = batch.points();
    return sweep.sum(
        batch,
        true,
        (worker, from, count, sum) -> {
          jets(worker, points, from, count);
          return loss.evaluate(points, from, count, worker.jets, worker.adjoints);
        });
  }

  /**
   * Output jets at the points of a batch.
   *
   * @param jets receives {@code [output · J + jet][position in the batch]}
   * @throws IllegalArgumentException where a length does not fit
   */
  @Override
  public final void outputJets(double[] theta, Batch batch, double[][] jets) {
    requireColumns(jets);
    prepare(theta, usesTangents());
    sweep.sum(
        batch,
        usesTangents(),
        (worker, from, count, sum) -> {
          jets(worker, batch.points(), from, count);
          copy(worker.jets, jets, from - batch.from(), count);
          return 0;
        });
  }

  /**
   * J v: the change of the output jets along a tangent v of the parameters.
   *
   * @param tangents receives {@code [output · J + jet][position in the batch]}
   * @throws IllegalArgumentException where a length does not fit
   */
  public final void tangentJets(double[] theta, double[] v, Batch batch, double[][] tangents) {
    requireColumns(tangents);
    requireLength("v", v);
    prepare(theta, true);
    direction.load(v, false);
    sweep.sum(
        batch,
        true,
        (worker, from, count, sum) -> {
          jets(worker, batch.points(), from, count);
          worker.tangent(direction);
          copy(worker.tangents, tangents, from - batch.from(), count);
          return 0;
        });
  }

  /**
   * Jᵀ of what is made of the output jets and of J v, for instance the product of Gauss and
   * Newton's matrix JᵀHJ with v.
   *
   * @param result receives what the loss's adjoints are pulled back to
   * @return the sum of the blocks' shares
   * @throws IllegalArgumentException where a length does not fit
   */
  public final double tangentGradient(
      double[] theta, double[] v, Batch batch, TangentLoss loss, double[] result) {
    requireLength("v", v);
    requireLength("result", result);
    prepare(theta, true);
    direction.load(v, false);
    int[] points = batch.points();
    return sweep.gradient(
        batch,
        (worker, from, count, sum) -> {
          jets(worker, points, from, count);
          worker.tangent(direction);
          double share =
              loss.evaluate(points, from, count, worker.jets, worker.tangents, worker.adjoints);
          worker.reverse(sum);
          return share;
        },
        result);
  }

  /**
   * Residuals at the points of a batch and the rows of their derivatives by the parameters, ∂r/∂θ.
   * Residual i of the point at position p is number i · count + p.
   *
   * @param values receives r
   * @param rows receives ∂r/∂θ, row after row
   * @throws IllegalArgumentException where a length does not fit
   */
  @Override
  public final void jacobian(
      double[] theta, Batch batch, JetResiduals residuals, double[] values, double[] rows) {
    int perPoint = residuals.perPoint();
    int parameters = shape.parameters();
    requireRoom("values", values, (long) perPoint * batch.count());
    requireRoom("rows", rows, (long) perPoint * batch.count() * parameters);
    prepare(theta, true);
    sweep.sum(
        batch,
        true,
        (worker, from, count, sum) -> {
          jets(worker, batch.points(), from, count);
          worker.reserveResiduals(perPoint);
          residuals.evaluate(
              batch.points(), from, count, worker.jets, worker.residuals, worker.slopes);
          for (int i = 0; i < perPoint; i++) {
            int first = i * batch.count() + from - batch.from();
            System.arraycopy(worker.residuals[i], 0, values, first, count);
            int at = first * parameters;
            Arrays.fill(rows, at, at + count * parameters, 0);
            worker.reverseRows(worker.slopes[i], rows, at, parameters);
            for (int p = 0; p < count; p++) {
              layers.scale(rows, at + p * parameters, 0, parameters);
            }
          }
          return 0;
        });
  }

  private static void requireRoom(String name, double[] array, long needed) {
    if (array.length < needed) {
      throw new IllegalArgumentException(
          name + ": " + array.length + " numbers where " + needed + " are needed");
    }
  }

  /**
   * The loss of all points, and its derivatives by all parameters.
   *
   * @param theta parameters in {@link NetworkShape}'s layout
   * @param gradient receives ∂L/∂θ
   * @return L
   * @throws IllegalArgumentException where a length or the loss's order does not fit
   */
  public final double lossGradient(double[] theta, JetLoss loss, double[] gradient) {
    return lossGradient(theta, all, overAll(loss), gradient);
  }

  /** The loss of all points alone. */
  public final double loss(double[] theta, JetLoss loss) {
    return loss(theta, all, overAll(loss));
  }

  /**
   * Output jets at all points.
   *
   * @param jets receives {@code [component · J + jet][point]}
   * @throws IllegalArgumentException where a length does not fit
   */
  public final void outputJets(double[] theta, double[][] jets) {
    outputJets(theta, all, jets);
  }

  private BatchLoss overAll(JetLoss loss) {
    int order = inputs.basis().order();
    if (loss.order() != order) {
      throw new IllegalArgumentException(
          "loss: jets of order " + loss.order() + " where the network's have " + order);
    }
    return loss;
  }

  private static void copy(double[][] block, double[][] columns, int at, int count) {
    for (int c = 0; c < columns.length; c++) {
      System.arraycopy(block[c], 0, columns[c], at, count);
    }
  }

  private void prepare(double[] theta, boolean reversible) {
    requireLength("theta", theta);
    load(theta, reversible);
  }

  private void requireColumns(double[][] jets) {
    if (jets.length != columns()) {
      throw new IllegalArgumentException(
          "jets: " + jets.length + " columns where there are " + columns());
    }
  }

  private void requireLength(String name, double[] array) {
    if (array.length != shape.parameters()) {
      throw new IllegalArgumentException(
          name + ": " + array.length + " numbers where the network has " + shape.parameters());
    }
  }
}
