package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.simd.WarmUpGate;

/**
 * Takes a batch through a network block by block. Points are cut into fixed chunks that the threads
 * share; the chunks' sums are added in order, so results do not depend on the number of threads.
 */
final class JetSweep {

  /** What is done with a block of points, and its share of a sum. */
  @FunctionalInterface
  interface Block {

    /**
     * Works on a block and returns its share.
     *
     * @param from position of the block's first point in the batch's array
     * @param gradient to add derivatives by scaled parameters to, where they are wanted
     */
    double run(JetWorker worker, int from, int count, double[] gradient);
  }

  /** Below this much work for a sweep, waking other threads costs more than they bring. */
  private static final long WORTH_SHARING = 200_000;

  private static final int SUM_LENGTH = 4096;
  private static final double[] NONE = new double[0];

  private final NetworkShape shape;
  private final Activation activation;
  private final NetworkInputs inputs;
  private final ScaledLayers layers;
  private final Parallel parallel;
  private final long perPoint;
  private final JetWorker[] gradientWorkers;
  private final JetWorker[] forwardWorkers;
  private final WarmUpGate<JetArithmetic> gate = JetArithmetic.gate();
  private JetArithmetic arithmetic = JetArithmetic.SCALAR;
  private double[] shares = NONE;
  private double[][] chunkGradients = {};

  JetSweep(
      NetworkShape shape,
      Activation activation,
      NetworkInputs inputs,
      ScaledLayers layers,
      Parallel parallel) {
    this.shape = shape;
    this.activation = activation;
    this.inputs = inputs;
    this.layers = layers;
    this.parallel = parallel;
    perPoint = NetworkTape.doublesPerPoint(shape, inputs.basis());
    gradientWorkers = new JetWorker[parallel.threads()];
    forwardWorkers = new JetWorker[parallel.threads()];
  }

  /** The blocks' shares, with {@code gradient} receiving the derivatives by θ that they add up. */
  double gradient(Batch batch, Block block, double[] gradient) {
    BlockPlan plan = plan(batch);
    if (chunkGradients.length < plan.chunks()) {
      chunkGradients = new double[plan.chunks()][shape.parameters()];
    }
    share(
        plan.chunks(),
        work(batch),
        (chunk, worker) -> {
          Arrays.fill(chunkGradients[chunk], 0);
          run(plan, chunk, worker(gradientWorkers, worker, true), batch, block);
        });
    int parts = (shape.parameters() + SUM_LENGTH - 1) / SUM_LENGTH;
    share(parts, shape.parameters(), (part, worker) -> sumGradients(part, plan.chunks(), gradient));
    return total(plan.chunks());
  }

  /** The blocks' shares; workers have room for tangents and adjoints if reversible. */
  double sum(Batch batch, boolean reversible, Block block) {
    BlockPlan plan = plan(batch);
    JetWorker[] workers = reversible ? gradientWorkers : forwardWorkers;
    share(
        plan.chunks(),
        work(batch),
        (chunk, worker) -> run(plan, chunk, worker(workers, worker, reversible), batch, block));
    return total(plan.chunks());
  }

  private BlockPlan plan(Batch batch) {
    BlockPlan plan = BlockPlan.of(batch.count(), perPoint);
    arithmetic = gate.pass(batch.count() * perPoint * shape.networks());
    if (shares.length < plan.chunks()) {
      shares = new double[plan.chunks()];
    }
    return plan;
  }

  private long work(Batch batch) {
    return (long) batch.count() * inputs.basis().size() * shape.parameters();
  }

  private void run(BlockPlan plan, int chunk, JetWorker worker, Batch batch, Block block) {
    double[] gradient = chunk < chunkGradients.length ? chunkGradients[chunk] : NONE;
    double share = 0;
    int end = plan.chunkStart(chunk + 1);
    for (int first = plan.chunkStart(chunk); first < end; first += plan.blockSize()) {
      int count = Math.min(plan.blockSize(), end - first);
      share += block.run(worker, batch.from() + first, count, gradient);
    }
    shares[chunk] = share;
  }

  /** Adds up the chunks' gradients by scaled parameters, and scales, for one part of θ. */
  private void sumGradients(int part, int chunks, double[] gradient) {
    int from = part * SUM_LENGTH;
    int to = Math.min(from + SUM_LENGTH, shape.parameters());
    System.arraycopy(chunkGradients[0], from, gradient, from, to - from);
    for (int chunk = 1; chunk < chunks; chunk++) {
      arithmetic.add(chunkGradients[chunk], from, gradient, from, to - from);
    }
    layers.scale(gradient, from, to);
  }

  private double total(int chunks) {
    double sum = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      sum += shares[chunk];
    }
    return sum;
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

  private JetWorker worker(JetWorker[] workers, int worker, boolean reversible) {
    JetWorker state = workers[worker];
    if (state == null) {
      int capacity = Math.min(BlockPlan.largestBlock(perPoint), Math.max(1, inputs.points()));
      state = new JetWorker(shape, activation, inputs, layers, capacity, reversible);
      workers[worker] = state;
    }
    state.use(arithmetic);
    return state;
  }
}
