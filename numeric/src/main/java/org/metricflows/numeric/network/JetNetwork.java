package org.metricflows.numeric.network;

import java.util.Arrays;
import org.metricflows.numeric.batch.JetSpace;
import org.metricflows.numeric.simd.Parallel;

/**
 * A network at fixed points: its output jets there, and the gradient of a loss of those jets by all
 * parameters.
 *
 * <p>Jets (value, gradient, Hessian by the inputs) travel forward layer by layer; derivatives of
 * the loss come back in reverse, so a gradient costs about three forward sweeps whatever the number
 * of parameters. Points are cut into fixed chunks that the threads share; their sums are added in
 * order, so results do not depend on the number of threads.
 *
 * <pre>{@code
 * JetNetwork network = JetNetwork.of(shape, activation, points, 2, Parallel.common());
 * double[] gradient = new double[shape.parameters()];
 * double value = network.lossGradient(theta, loss, gradient);
 * }</pre>
 *
 * An instance owns scratch space and serves one caller at a time; it allocates on first use only.
 */
public final class JetNetwork {

  /** Below this much work for a sweep, waking other threads costs more than they bring. */
  private static final long WORTH_SHARING = 200_000;

  private static final int SUM_LENGTH = 4096;

  private final NetworkShape shape;
  private final Activation activation;
  private final JetSpace space;
  private final Parallel parallel;
  private final double[] points;
  private final BlockPlan plan;
  private final ScaledLayer[][] layers;
  private final JetWorker[] gradientWorkers;
  private final JetWorker[] forwardWorkers;
  private final double[] shares;
  private final long elements;
  private final long work;
  private double[][] chunkGradients;
  private final ArithmeticGate gate = new ArithmeticGate();
  private JetArithmetic arithmetic = JetArithmetic.SCALAR;

  private JetNetwork(
      NetworkShape shape, Activation activation, double[] points, int order, Parallel parallel) {
    this.shape = shape;
    this.activation = activation;
    this.space = new JetSpace(shape.inputs(), order);
    this.parallel = parallel;
    this.points = points;
    int count = points.length / shape.inputs();
    long perPoint = NetworkTape.doublesPerPoint(shape, space);
    plan = BlockPlan.of(count, perPoint);
    elements = count * perPoint * shape.networks();
    work = (long) count * space.size() * shape.parameters();
    layers = new ScaledLayer[shape.networks()][shape.layers()];
    for (int q = 0; q < layers.length; q++) {
      for (int l = 0; l < layers[q].length; l++) {
        layers[q][l] = new ScaledLayer(shape, q, l);
      }
    }
    gradientWorkers = new JetWorker[parallel.threads()];
    forwardWorkers = new JetWorker[parallel.threads()];
    shares = new double[plan.chunks()];
  }

  /**
   * A network at points.
   *
   * @param activation σ of all hidden layers
   * @param points {@code [point][coordinate]}
   * @param order of the jets: 0, 1 or 2
   * @throws IllegalArgumentException if a point has not as many coordinates as the network inputs,
   *     or the order is out of range
   */
  public static JetNetwork of(
      NetworkShape shape, Activation activation, double[][] points, int order, Parallel parallel) {
    int d = shape.inputs();
    double[] flat = new double[points.length * d];
    for (int p = 0; p < points.length; p++) {
      if (points[p].length != d) {
        throw new IllegalArgumentException(
            "points[" + p + "]: " + points[p].length + " coordinates where the network takes " + d);
      }
      System.arraycopy(points[p], 0, flat, p * d, d);
    }
    return new JetNetwork(shape, activation, flat, order, parallel);
  }

  /** Shape of the network. */
  public NetworkShape shape() {
    return shape;
  }

  /** The jets it puts out. */
  public JetSpace space() {
    return space;
  }

  /** Number of points. */
  public int points() {
    return plan.points();
  }

  /**
   * The loss, and its derivatives by all parameters.
   *
   * @param theta parameters in {@link NetworkShape}'s layout
   * @param gradient receives ∂L/∂θ
   * @return L
   * @throws IllegalArgumentException where a length or the loss's order does not fit
   */
  public double lossGradient(double[] theta, JetLoss loss, double[] gradient) {
    requireFit(theta, loss);
    requireLength("gradient", gradient);
    load(theta, true);
    if (chunkGradients == null) {
      chunkGradients = new double[plan.chunks()][shape.parameters()];
    }
    share(plan.chunks(), work, (chunk, worker) -> chunkGradient(chunk, worker, loss));
    int parts = (shape.parameters() + SUM_LENGTH - 1) / SUM_LENGTH;
    share(parts, shape.parameters(), (part, worker) -> sumGradients(part, gradient));
    return total();
  }

  /** The loss alone. */
  public double loss(double[] theta, JetLoss loss) {
    requireFit(theta, loss);
    load(theta, true);
    share(plan.chunks(), work, (chunk, worker) -> chunkLoss(chunk, worker, loss));
    return total();
  }

  /**
   * Output jets at all points.
   *
   * @param jets receives {@code [component · J + jet][point]}
   * @throws IllegalArgumentException where a length does not fit
   */
  public void outputJets(double[] theta, double[][] jets) {
    requireLength("theta", theta);
    if (jets.length != shape.outputs() * space.size()) {
      throw new IllegalArgumentException(
          "jets: " + jets.length + " columns where there are " + shape.outputs() * space.size());
    }
    load(theta, false);
    share(plan.chunks(), work, (chunk, worker) -> chunkJets(chunk, worker, jets));
  }

  private void chunkGradient(int chunk, int worker, JetLoss loss) {
    JetWorker state = gradientWorker(worker);
    double[] sum = chunkGradients[chunk];
    Arrays.fill(sum, 0);
    double share = 0;
    int end = plan.chunkStart(chunk + 1);
    for (int first = plan.chunkStart(chunk); first < end; first += plan.blockSize()) {
      int count = Math.min(plan.blockSize(), end - first);
      state.forward(points, first * shape.inputs(), count);
      share += loss.evaluate(first, count, state.jets, state.adjoints);
      state.reverse(points, first * shape.inputs(), count, sum);
    }
    shares[chunk] = share;
  }

  private void chunkLoss(int chunk, int worker, JetLoss loss) {
    JetWorker state = gradientWorker(worker);
    double share = 0;
    int end = plan.chunkStart(chunk + 1);
    for (int first = plan.chunkStart(chunk); first < end; first += plan.blockSize()) {
      int count = Math.min(plan.blockSize(), end - first);
      state.forward(points, first * shape.inputs(), count);
      share += loss.evaluate(first, count, state.jets, state.adjoints);
    }
    shares[chunk] = share;
  }

  private void chunkJets(int chunk, int worker, double[][] jets) {
    JetWorker state = forwardWorker(worker);
    int end = plan.chunkStart(chunk + 1);
    for (int first = plan.chunkStart(chunk); first < end; first += plan.blockSize()) {
      int count = Math.min(plan.blockSize(), end - first);
      state.forward(points, first * shape.inputs(), count);
      for (int c = 0; c < jets.length; c++) {
        System.arraycopy(state.jets[c], 0, jets[c], first, count);
      }
    }
  }

  /** Adds up the chunks' gradients by scaled parameters, and scales, for one part of θ. */
  private void sumGradients(int part, double[] gradient) {
    int from = part * SUM_LENGTH;
    int to = Math.min(from + SUM_LENGTH, shape.parameters());
    System.arraycopy(chunkGradients[0], from, gradient, from, to - from);
    for (int chunk = 1; chunk < plan.chunks(); chunk++) {
      arithmetic.add(chunkGradients[chunk], from, gradient, from, to - from);
    }
    for (ScaledLayer[] network : layers) {
      for (ScaledLayer layer : network) {
        scale(gradient, layer.weightOffset, layer.biasOffset, layer.weightScale, from, to);
        int end = layer.biasOffset + layer.outputs;
        scale(gradient, layer.biasOffset, end, layer.biasScale, from, to);
      }
    }
  }

  private static void scale(double[] gradient, int start, int end, double scale, int from, int to) {
    int last = Math.min(end, to);
    for (int i = Math.max(start, from); i < last; i++) {
      gradient[i] *= scale;
    }
  }

  private double total() {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return sum;
  }

  private void load(double[] theta, boolean reversible) {
    arithmetic = gate.pass(elements);
    for (ScaledLayer[] network : layers) {
      for (ScaledLayer layer : network) {
        layer.load(theta, reversible);
      }
    }
  }

  private void share(int tasks, long size, Parallel.Task task) {
    if (size >= WORTH_SHARING) {
      parallel.run(tasks, task);
    } else {
      for (int i = 0; i < tasks; i++) {
        task.run(i, 0);
      }
    }
  }

  private JetWorker gradientWorker(int worker) {
    return worker(gradientWorkers, worker, true);
  }

  private JetWorker forwardWorker(int worker) {
    return worker(forwardWorkers, worker, false);
  }

  private JetWorker worker(JetWorker[] workers, int worker, boolean reversible) {
    JetWorker state = workers[worker];
    if (state == null) {
      state = new JetWorker(shape, activation, space, layers, plan.blockSize(), reversible);
      workers[worker] = state;
    }
    state.use(arithmetic);
    return state;
  }

  private void requireFit(double[] theta, JetLoss loss) {
    requireLength("theta", theta);
    if (loss.order() != space.order()) {
      throw new IllegalArgumentException(
          "loss: jets of order " + loss.order() + " where the network's have " + space.order());
    }
  }

  private void requireLength(String name, double[] array) {
    if (array.length != shape.parameters()) {
      throw new IllegalArgumentException(
          name + ": " + array.length + " numbers where the network has " + shape.parameters());
    }
  }
}
