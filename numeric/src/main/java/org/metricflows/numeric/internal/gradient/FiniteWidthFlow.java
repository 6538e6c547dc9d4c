package org.metricflows.numeric.internal.gradient;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.network.Activation;
import org.metricflows.numeric.internal.network.CoordinateInputs;
import org.metricflows.numeric.internal.network.JetLoss;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.network.JetNetwork;
import org.metricflows.numeric.internal.network.LinearisedNetwork;
import org.metricflows.numeric.internal.network.NetworkParameters;
import org.metricflows.numeric.internal.network.NetworkShape;
import org.metricflows.numeric.internal.network.NeuralTangentKernel;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.training.Objective;

/**
 * Gradient flow of the parameters of a finite network, dθ/dt = −∂L/∂θ, or of the network linearised
 * at its start, f(x; θ₀) + ∂f/∂θ (θ − θ₀), whose tangent kernel stays what it is.
 *
 * <p>A centred network puts out f(x; θ) − f(x; θ₀), so that the flow starts at f = 0. The state is
 * θ in {@link NetworkShape}'s layout.
 */
public final class FiniteWidthFlow implements OutputFlow {
  private final NetworkParameters start;
  private final NetworkParameters origin;
  private final boolean linearised;
  private final JetLoss loss;
  private final JetModel network;
  private final JetModel values;
  private final JetModel observed;
  private final JetModel test;
  private final double[][] sampleShift;
  private final double[][] testShift;

  private final NeuralTangentKernel kernel;
  private final double[] gradient;
  private final Points points;

  /** Where the network is looked at: sample, test and probe points, {@code [point][coordinate]}. */
  public record Points(double[][] sample, double[][] test, double[][] probe) {}

  private FiniteWidthFlow(
      NetworkParameters start,
      NetworkParameters origin,
      Activation activation,
      Points points,
      JetLoss loss,
      int observedOrder,
      boolean centred,
      boolean linearised,
      Parallel parallel) {
    this.start = start;
    this.origin = origin;
    this.linearised = linearised;
    ModelAt models =
        (at, order) -> {
          CoordinateInputs inputs = CoordinateInputs.of(at, start.shape().inputs(), order);
          return linearised
              ? LinearisedNetwork.of(origin, activation, inputs, parallel)
              : JetNetwork.of(start.shape(), activation, inputs, parallel);
        };
    this.network = models.of(points.sample(), loss.order());
    this.values = models.of(points.sample(), 0);
    this.observed = models.of(points.sample(), observedOrder);
    this.test = models.of(points.test(), 0);
    this.kernel = NeuralTangentKernel.of(start.shape(), activation, parallel);
    this.gradient = new double[start.shape().parameters()];
    this.sampleShift = shift(observed, centred);
    this.testShift = shift(test, centred);
    this.loss = centred ? new ShiftedLoss(loss, truncated(loss.order())) : loss;
    this.points = points;
  }

  /** The model at points, with jets of an order. */
  @FunctionalInterface
  private interface ModelAt {
    JetModel of(double[][] points, int order);
  }

  /**
   * The flow.
   *
   * @param start θ at time 0
   * @param origin θ₀, the start of the flow unless it goes on from another
   * @param observedOrder derivatives of the outputs at the sample points that are to be known, at
   *     least the loss's
   * @param centred whether f(x; θ₀) is subtracted
   * @param linearised whether the network is replaced by its Taylor polynomial of first order at θ₀
   */
  public static FiniteWidthFlow of(
      NetworkParameters start,
      NetworkParameters origin,
      Activation activation,
      Points points,
      JetLoss loss,
      int observedOrder,
      boolean centred,
      boolean linearised,
      Parallel parallel) {
    return new FiniteWidthFlow(
        start, origin, activation, points, loss, observedOrder, centred, linearised, parallel);
  }

  private double[][] shift(JetModel at, boolean centred) {
    double[][] jets = new double[at.columns()][at.points()];
    if (centred) {
      at.outputJets(origin.toArray(), jets);
    }
    return jets;
  }

  /** The shift's jets up to an order. */
  private double[][] truncated(int order) {
    int size = new JetSpace(start.shape().inputs(), order).size();
    int all = observed.inputs().basis().size();
    double[][] columns = new double[start.shape().outputs() * size][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = sampleShift[(c / size) * all + c % size];
    }
    return columns;
  }

  @Override
  public int dimension() {
    return start.shape().parameters();
  }

  @Override
  public double[] initialState() {
    return start.toArray();
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) throws FlowStopException {
    double value = network.lossGradient(y, loss, yDot);
    if (!Double.isFinite(value)) {
      throw new FlowStopException("the loss is not finite");
    }
    for (int i = 0; i < yDot.length; i++) {
      yDot[i] = -yDot[i];
    }
  }

  @Override
  public double loss(double[] y) {
    return network.loss(y, loss);
  }

  /** The loss as trainings take it: over batches of the sample points, as a function of θ. */
  public Objective objective() {
    return new OutputObjective(network, loss);
  }

  @Override
  public double gradientNormSquared(double[] y) {
    network.lossGradient(y, loss, gradient);
    double sum = 0;
    for (double g : gradient) {
      sum += g * g;
    }
    return sum;
  }

  @Override
  public double[][] sampleJets(double[] y, int order) {
    return order == 0 ? jets(values, y, truncated(0)) : jets(observed, y, sampleShift);
  }

  @Override
  public double[][] testValues(double[] y) {
    return jets(test, y, testShift);
  }

  private static double[][] jets(JetModel at, double[] y, double[][] shift) {
    double[][] jets = new double[shift.length][at.points()];
    at.outputJets(y, jets);
    for (int c = 0; c < jets.length; c++) {
      for (int p = 0; p < jets[c].length; p++) {
        jets[c][p] -= shift[c][p];
      }
    }
    return jets;
  }

  @Override
  public double[][] outputKernel(double[] y) {
    double[] flat = kernel.matrix(linearised ? origin.toArray() : y, points.probe());
    int size = points.probe().length * start.shape().outputs();
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * size, (i + 1) * size);
    }
    return rows;
  }
}
