package org.metricflows.numeric.internal.spectral;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Jets of fields on a periodic grid, the adjoint of taking them, and smoothing, by Fourier
 * transforms on all cores.
 *
 * <p>Fields are given in one array, field after field. All operators first project onto the modes
 * of the 2/3 rule. Results do not depend on the number of threads. Not to be used by two threads at
 * once; nothing is allocated by a call.
 */
public final class SpectralOperators {
  private final PeriodicGrid grid;
  private final int fields;
  private final int points;
  private final JetSpace jets;
  private final Parallel parallel;
  private final GridTransform transform;
  private final Multiplier[] derivatives;
  private final Multiplier[] adjoints;
  private final ComplexBuffer[] workers;
  private final ComplexBuffer[] spectra;

  /**
   * @param fields the number of fields
   * @param order the highest derivative of jets, 0 to 2
   */
  public SpectralOperators(PeriodicGrid grid, int fields, int order, Parallel parallel) {
    this.grid = grid;
    this.fields = fields;
    this.points = grid.points();
    this.jets = new JetSpace(grid.dimension(), order);
    this.parallel = parallel;
    this.transform = new GridTransform(grid);
    this.derivatives = derivatives(grid, jets);
    this.adjoints = new Multiplier[jets.size()];
    for (int beta = 0; beta < adjoints.length; beta++) {
      Multiplier plain = derivatives[beta];
      adjoints[beta] = plain.isImaginary() ? plain.negated() : plain;
    }
    this.workers = buffers(parallel.threads());
    this.spectra = buffers(pairs());
  }

  private static Multiplier[] derivatives(PeriodicGrid grid, JetSpace jets) {
    Multiplier[] all = new Multiplier[jets.size()];
    all[0] = Multiplier.projection(grid);
    for (int i = 0; i < jets.dimension() && jets.order() >= 1; i++) {
      all[jets.index(i)] = all[0].derivative(grid, i);
      for (int j = 0; j <= i && jets.order() >= 2; j++) {
        all[jets.index(i, j)] = all[jets.index(i)].derivative(grid, j);
      }
    }
    return all;
  }

  private ComplexBuffer[] buffers(int count) {
    ComplexBuffer[] buffers = new ComplexBuffer[count];
    for (int b = 0; b < count; b++) {
      buffers[b] = new ComplexBuffer(points);
    }
    return buffers;
  }

  /** The grid. */
  public PeriodicGrid grid() {
    return grid;
  }

  /** The number of fields. */
  public int fields() {
    return fields;
  }

  /** Coefficients of a jet. */
  public JetSpace jets() {
    return jets;
  }

  /** Two real fields travel as one complex field; a last one may travel alone. */
  private int pairs() {
    return (fields + 1) / 2;
  }

  private boolean isPair(int pair) {
    return 2 * pair + 1 < fields;
  }

  /**
   * The jets of all fields.
   *
   * @param values field after field
   * @param columns receives {@code [field·J + coefficient][point]}
   */
  public void jets(double[] values, double[][] columns) {
    spectra(values);
    int size = jets.size();
    int half = (size + 1) / 2;
    int whole = fields / 2 * size;
    parallel.run(
        whole + (fields % 2) * half,
        (task, worker) -> {
          if (task < whole) {
            pairOfFields(task / size, task % size, columns, workers[worker]);
          } else {
            pairOfCoefficients(2 * (task - whole), columns, workers[worker]);
          }
        });
  }

  /** Transforms all fields to {@link #spectra}. */
  private void spectra(double[] values) {
    parallel.run(
        pairs(),
        (pair, worker) -> {
          ComplexBuffer buffer = spectra[pair];
          System.arraycopy(values, 2 * pair * points, buffer.re, 0, points);
          if (isPair(pair)) {
            System.arraycopy(values, (2 * pair + 1) * points, buffer.im, 0, points);
          } else {
            Arrays.fill(buffer.im, 0);
          }
          transform.forward(buffer);
        });
  }

  private void pairOfFields(int pair, int beta, double[][] columns, ComplexBuffer b) {
    ComplexBuffer spectrum = spectra[pair];
    derivatives[beta].apply(spectrum.re, spectrum.im, b.re, b.im);
    transform.backward(b);
    int size = jets.size();
    System.arraycopy(b.re, 0, columns[2 * pair * size + beta], 0, points);
    System.arraycopy(b.im, 0, columns[(2 * pair + 1) * size + beta], 0, points);
  }

  private void pairOfCoefficients(int beta, double[][] columns, ComplexBuffer b) {
    int first = (fields - 1) * jets.size() + beta;
    ComplexBuffer spectrum = spectra[pairs() - 1];
    boolean both = beta + 1 < jets.size();
    if (both) {
      Multiplier.applyPair(
          derivatives[beta], derivatives[beta + 1], spectrum.re, spectrum.im, b.re, b.im);
    } else {
      derivatives[beta].apply(spectrum.re, spectrum.im, b.re, b.im);
    }
    transform.backward(b);
    System.arraycopy(b.re, 0, columns[first], 0, points);
    if (both) {
      System.arraycopy(b.im, 0, columns[first + 1], 0, points);
    }
  }

  /** A convolution with the periodic heat kernel of bandwidth ℓ ≥ 0, e^{−ℓ²|k|²/2}. */
  public Smoothing smoothing(double bandwidth) {
    return new Smoothing(Multiplier.smoothing(grid, bandwidth));
  }

  /** Projection and convolution of all fields. */
  public final class Smoothing {
    private final Multiplier multiplier;

    private Smoothing(Multiplier multiplier) {
      this.multiplier = multiplier;
    }

    /** Smooths field after field; {@code result} may be {@code values}. */
    public void apply(double[] values, double[] result) {
      spectra(values);
      finish(multiplier, result);
    }
  }

  private void finish(Multiplier multiplier, double[] result) {
    parallel.run(
        pairs(),
        (pair, worker) -> {
          ComplexBuffer b = workers[worker];
          ComplexBuffer spectrum = spectra[pair];
          multiplier.apply(spectrum.re, spectrum.im, b.re, b.im);
          transform.backward(b);
          System.arraycopy(b.re, 0, result, 2 * pair * points, points);
          if (isPair(pair)) {
            System.arraycopy(b.im, 0, result, (2 * pair + 1) * points, points);
          }
        });
  }

  /**
   * The adjoint of {@link #jets}: Σ_β (−1)^|β| ∂^β A_β for each field, which turns a density's
   * derivatives by jets into its Euler operator.
   *
   * @param columns A, {@code [field·J + coefficient][point]}
   * @param result receives field after field
   */
  public void adjoint(double[][] columns, double[] result) {
    int size = jets.size();
    parallel.run(
        pairs(),
        (pair, worker) -> {
          ComplexBuffer b = workers[worker];
          ComplexBuffer sum = spectra[pair];
          Arrays.fill(sum.re, 0);
          Arrays.fill(sum.im, 0);
          for (int beta = 0; beta < size; beta++) {
            System.arraycopy(columns[2 * pair * size + beta], 0, b.re, 0, points);
            if (isPair(pair)) {
              System.arraycopy(columns[(2 * pair + 1) * size + beta], 0, b.im, 0, points);
            } else {
              Arrays.fill(b.im, 0);
            }
            transform.forward(b);
            adjoints[beta].accumulate(b.re, b.im, sum.re, sum.im);
          }
          transform.backward(sum);
          System.arraycopy(sum.re, 0, result, 2 * pair * points, points);
          if (isPair(pair)) {
            System.arraycopy(sum.im, 0, result, (2 * pair + 1) * points, points);
          }
        });
  }
}
