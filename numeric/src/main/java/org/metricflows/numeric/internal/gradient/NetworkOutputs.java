package org.metricflows.numeric.internal.gradient;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.network.Activation;
import org.metricflows.numeric.internal.network.ChartInputs;
import org.metricflows.numeric.internal.network.JetLoss;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.network.JetNetwork;
import org.metricflows.numeric.internal.network.LinearisedNetwork;
import org.metricflows.numeric.internal.network.NetworkInputs;
import org.metricflows.numeric.internal.network.NetworkParameters;
import org.metricflows.numeric.internal.network.NetworkShape;
import org.metricflows.numeric.internal.network.NeuralTangentKernel;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * The outputs of a network of finite width, or of one linearised at θ₀, at the points of a chart: θ
 * ↦ f_c(x_a) and its jets.
 *
 * <p>A centred network puts out f(x; θ) − f(x; θ₀), so that a flow starts at f = 0. θ is in {@link
 * NetworkShape}'s layout.
 */
public final class NetworkOutputs {
  private final Net net;
  private final Points points;
  private final int order;
  private final JetModel values;
  private final JetModel observed;
  private final JetModel test;
  private final NeuralTangentKernel kernel;
  private final double[][] sampleShift;
  private final double[][] testShift;
  private final Parallel parallel;

  /**
   * A network.
   *
   * @param start θ at time 0
   * @param origin θ₀, the start of the flow unless it goes on from another
   * @param inputs what it is fed with
   * @param centred whether f(x; θ₀) is subtracted
   * @param linearised whether it is replaced by its Taylor polynomial of first order at θ₀
   */
  public record Net(
      NetworkParameters start,
      NetworkParameters origin,
      Activation activation,
      ChartInputs inputs,
      boolean centred,
      boolean linearised) {

    /**
     * θ ↦ jets of what it puts out at points, before centring.
     *
     * @param points {@code [point][coordinate]}
     */
    public JetModel at(double[][] points, int order, Parallel parallel) {
      NetworkInputs fed = inputs.at(points, order);
      return linearised
          ? LinearisedNetwork.of(origin, activation, fed, parallel)
          : JetNetwork.of(start.shape(), activation, fed, parallel);
    }
  }

  /** Where the network is looked at: sample, test and probe points, {@code [point][coordinate]}. */
  public record Points(double[][] sample, double[][] test, double[][] probe) {}

  private NetworkOutputs(Net net, Points points, int order, Parallel parallel) {
    this.net = net;
    this.points = points;
    this.order = order;
    this.parallel = parallel;
    this.values = model(points.sample(), 0);
    this.observed = model(points.sample(), order);
    this.test = model(points.test(), 0);
    this.kernel = NeuralTangentKernel.of(net.start().shape(), net.activation(), parallel);
    this.sampleShift = shift(observed);
    this.testShift = shift(test);
  }

  /**
   * The outputs at points.
   *
   * @param order derivatives of the outputs at the sample points that are to be known
   */
  public static NetworkOutputs of(Net net, Points points, int order, Parallel parallel) {
    return new NetworkOutputs(net, points, order, parallel);
  }

  private JetModel model(double[][] at, int highest) {
    return net.at(at, highest, parallel);
  }

  private double[][] shift(JetModel at) {
    double[][] jets = new double[at.columns()][at.points()];
    if (net.centred()) {
      at.outputJets(net.origin().toArray(), jets);
    }
    return jets;
  }

  NetworkShape shape() {
    return net.start().shape();
  }

  /** θ at the start. */
  double[] start() {
    return net.start().toArray();
  }

  /** Number of outputs, C. */
  int outputs() {
    return shape().outputs();
  }

  /** Number of sample points, N. */
  int samplePoints() {
    return values.points();
  }

  /** θ ↦ f at the sample points, before centring. */
  JetModel values() {
    return values;
  }

  /** A model of its own of the jets at the sample points, before centring. */
  JetModel ofOrder(int highest) {
    return model(points.sample(), highest);
  }

  /** A loss of f as one of what is put out before centring. */
  JetLoss shifted(JetLoss loss) {
    return net.centred() ? new ShiftedLoss(loss, truncated(loss.order())) : loss;
  }

  /** The shift's jets up to an order. */
  private double[][] truncated(int highest) {
    int size = new JetSpace(net.inputs().dimension(), highest).size();
    int all = observed.inputs().basis().size();
    double[][] columns = new double[outputs() * size][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = sampleShift[(c / size) * all + c % size];
    }
    return columns;
  }

  /** See {@link Outputs#sampleJets}. */
  double[][] sampleJets(double[] theta, int highest) {
    double[][] jets = new double[highest == 0 ? outputs() : sampleShift.length][samplePoints()];
    sampleJets(theta, highest, jets);
    return jets;
  }

  /**
   * The same into arrays of the caller's.
   *
   * @param highest 0, or the order that is to be known
   */
  void sampleJets(double[] theta, int highest, double[][] jets) {
    if (highest == 0) {
      jets(values, theta, truncated(0), jets);
    } else {
      jets(observed, theta, sampleShift, jets);
    }
  }

  /** Derivatives that are known. */
  int order() {
    return order;
  }

  /** See {@link Outputs#testValues}. */
  double[][] testValues(double[] theta) {
    double[][] jets = new double[testShift.length][points.test().length];
    jets(test, theta, testShift, jets);
    return jets;
  }

  private static void jets(JetModel at, double[] theta, double[][] shift, double[][] jets) {
    at.outputJets(theta, jets);
    for (int c = 0; c < jets.length; c++) {
      for (int p = 0; p < jets[c].length; p++) {
        jets[c][p] -= shift[c][p];
      }
    }
  }

  /** See {@link OutputFlow#outputKernel}. */
  double[][] outputKernel(double[] theta) {
    double[] at = net.linearised() ? net.origin().toArray() : theta;
    double[] flat = kernel.matrix(at, net.inputs().values(points.probe()));
    int size = points.probe().length * outputs();
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * size, (i + 1) * size);
    }
    return rows;
  }
}
