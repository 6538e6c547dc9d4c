package org.metricflows.numeric.internal.algebraic;

import java.util.Arrays;
import org.metricflows.numeric.internal.hermitian.HermitianForm;
import org.metricflows.numeric.internal.simd.MatrixProduct;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * Donaldson's map of Hermitian forms of sections,
 *
 * <pre>
 *   T(H) = (N/⟨w⟩) ⟨w s s†/(s†Hs)⟩
 * </pre>
 *
 * over the points of a sample. It commutes with changes of the basis of sections, and tr(T(H)H) =
 * N. Results do not depend on the number of threads.
 */
public final class BalancingMap {

  private static final int BLOCK = 256;
  private static final int CHUNKS = 8;

  private final Sections sections;
  private final VarietySample sample;
  private final Parallel parallel;

  /**
   * @param sections independent on the variety
   * @param sample at least as many points as sections
   */
  public BalancingMap(Sections sections, VarietySample sample, Parallel parallel) {
    this.sections = sections;
    this.sample = sample;
    this.parallel = parallel;
  }

  /** What is mapped. */
  public Sections sections() {
    return sections;
  }

  /** T(H), in N² numbers as {@link DonaldsonIteration} has them. */
  public double[] image(double[] packed) {
    double[] image = new double[sections.count() * sections.count()];
    of(HermitianForm.unpack(sections.count(), packed)).pack(image);
    return image;
  }

  /** T(H). */
  HermitianForm of(HermitianForm form) {
    int width = 2 * sections.count();
    int blocks = (sample.points() + BLOCK - 1) / BLOCK;
    int chunks = Math.min(CHUNKS, blocks);
    double[][] sums = new double[chunks][width * width];
    Worker[] workers = new Worker[parallel.threads()];
    parallel.run(
        chunks,
        (chunk, worker) -> {
          if (workers[worker] == null) {
            workers[worker] = new Worker();
          }
          int end = blocks * (chunk + 1) / chunks;
          for (int block = blocks * chunk / chunks; block < end; block++) {
            workers[worker].add(form, block * BLOCK, sums[chunk]);
          }
        });
    for (int chunk = 1; chunk < chunks; chunk++) {
      for (int i = 0; i < sums[0].length; i++) {
        sums[0][i] += sums[chunk][i];
      }
    }
    double total = Arrays.stream(sample.weight()).sum();
    return HermitianForm.ofGram(sections.count(), sums[0], sections.count() / total);
  }

  /** One thread's scratch space. */
  private final class Worker {
    private final SectionValues values = new SectionValues(sections, sample.coordinates(), BLOCK);
    private final MatrixProduct product = new MatrixProduct();
    private final double[] rows = new double[2 * sections.count() * BLOCK];
    private final double[] images = new double[rows.length];
    private final double[] factor = new double[BLOCK];

    /** Adds Σ w u uᵀ/(s†Hs) over a block, u = (Re s, Im s). */
    void add(HermitianForm form, int from, double[] sum) {
      int count = Math.min(BLOCK, sample.points() - from);
      int width = 2 * sections.count();
      values.fill(sample.z(), from, count, rows);
      form.apply(product, rows, images, count);
      Arrays.fill(factor, 0, count, 0);
      for (int r = 0; r < width; r++) {
        for (int p = 0; p < count; p++) {
          factor[p] += rows[r * count + p] * images[r * count + p];
        }
      }
      for (int p = 0; p < count; p++) {
        factor[p] = Math.sqrt(sample.weight()[from + p] / factor[p]);
      }
      for (int r = 0; r < width; r++) {
        for (int p = 0; p < count; p++) {
          rows[r * count + p] *= factor[p];
        }
      }
      product.gramAdd(width, count, rows, 0, count, sum, 0, width);
    }
  }
}
