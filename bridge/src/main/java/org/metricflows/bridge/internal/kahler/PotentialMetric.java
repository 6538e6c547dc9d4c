package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetMap;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;

/**
 * The metric g = g₀ + ∂∂̄φ of a potential's parameters, and q = det g/|Ω|², at batches of points.
 *
 * @param model θ ↦ jets of φ
 * @param values ∂∂̄φ, g₀, |Ω|² ↦ g, minors, q
 * @param data g₀, |Ω|², w of the model's points
 */
record PotentialMetric(JetMap model, Program values, PointRows data) {

  private static final int PIECE = 2048;

  /**
   * What a metric is at points.
   *
   * @param metric g, {@code [number of the packed matrix][point]}
   * @param q det g/|Ω|²
   * @param weight w
   */
  record Values(double[][] metric, double[] q, double[] weight) {}

  /**
   * Compiled.
   *
   * @param model θ ↦ jets of φ
   * @param background g₀ in Hermitian packing
   * @param sample the model's points
   */
  static PotentialMetric of(
      JetMap model, double[][] background, VarietySample sample, Compiler compiler) {
    int numbers = background.length;
    double[][] columns = Arrays.copyOf(background, numbers + 2);
    columns[numbers] = sample.omegaSquared();
    columns[numbers + 1] = sample.weight();
    Program values = compiler.compile(new KahlerMetric(sample.dimension()).values());
    return new PotentialMetric(model, values, PointRows.of(columns));
  }

  /** Position of ∂₁∂̄₁φ among the jets. */
  int second() {
    return second(model);
  }

  private static int second(JetMap model) {
    return 1 + model.basis().firsts();
  }

  /** m², the numbers of ∂∂̄φ. */
  int numbers() {
    return numbers(model);
  }

  private static int numbers(JetMap model) {
    int m = ((HermitianJetSpace) model.basis()).dimension();
    return m * m;
  }

  /** The metric at the points of a batch. */
  Values at(double[] theta, Batch batch) {
    int count = batch.count();
    Values all = new Values(new double[numbers()][count], new double[count], new double[count]);
    double[][] columns = new double[numbers() + data.width()][Math.min(PIECE, count)];
    double[][] hessians = hessians(model, theta, batch);
    for (int done = 0; done < count; done += PIECE) {
      int size = Math.min(PIECE, count - done);
      for (int k = 0; k < numbers(); k++) {
        System.arraycopy(hessians[k], done, columns[k], 0, size);
      }
      data.gather(batch.points(), batch.from() + done, size, columns, numbers());
      evaluate(columns, size, all, done);
    }
    return all;
  }

  private void evaluate(double[][] columns, int count, Values all, int at) {
    double[][] out = new double[values.outputs()][];
    int[] offset = new int[out.length];
    int last = out.length - 1;
    for (int k = 0; k <= last; k++) {
      boolean minor = k >= numbers() && k < last;
      out[k] = minor ? new double[count] : k < last ? all.metric()[k] : all.q();
      offset[k] = minor ? 0 : at;
    }
    values.apply(columns, new int[columns.length], out, offset, count);
    System.arraycopy(columns[columns.length - 1], 0, all.weight(), at, count);
  }

  /** ∂∂̄φ at the points of a batch, {@code [number of the packed matrix][point]}. */
  static double[][] hessians(JetMap model, double[] theta, Batch batch) {
    double[][] hessians = new double[numbers(model)][batch.count()];
    double[][] jets = new double[model.columns()][Math.min(PIECE, batch.count())];
    for (int done = 0; done < batch.count(); done += PIECE) {
      int count = Math.min(PIECE, batch.count() - done);
      model.outputJets(theta, new Batch(batch.points(), batch.from() + done, count), jets);
      for (int k = 0; k < hessians.length; k++) {
        System.arraycopy(jets[second(model) + k], 0, hessians[k], done, count);
      }
    }
    return hessians;
  }
}
