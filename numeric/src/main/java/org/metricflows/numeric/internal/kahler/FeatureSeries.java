package org.metricflows.numeric.internal.kahler;

import org.metricflows.numeric.internal.network.SeriesInputs;
import org.metricflows.numeric.internal.series.SeriesSpace;

/** What a potential's network is shown of a point, as series; worked out when asked for. */
public final class FeatureSeries implements SeriesInputs {

  /** Functions of the coordinates of each factor. */
  public enum Kind {
    /** Re and Im of z_i z̄_j/|z|² for i ≤ j: (n + 1)² of them. */
    INVARIANT,
    /**
     * Of tᵢ = |zᵢ|²/|z|² and V_a = Σ tᵢᵃ zᵢᴺ with N = n + 1: 2 (Σ tᵢᵏ)^{1/k} for k from 2 to N,
     * then N^{a+b−1} Re V_a V̄_b/Σ |zᵢ|²ᴺ for ab = 11, 12, 22.
     */
    SYMMETRIC,
    /** Re and Im of z_i as rescaled. */
    RAW
  }

  private final CoordinateSeries coordinates;
  private final Kind kind;
  private final ThreadLocal<Filling> fillings = ThreadLocal.withInitial(Filling::new);

  /** The features of a kind at all points. */
  public FeatureSeries(CoordinateSeries coordinates, Kind kind) {
    this.coordinates = coordinates;
    this.kind = kind;
  }

  @Override
  public int points() {
    return coordinates.points();
  }

  @Override
  public int inputs() {
    return coordinates.ambient().stream().mapToInt(n -> perFactor(n + 1)).sum();
  }

  private int perFactor(int size) {
    return switch (kind) {
      case INVARIANT -> size * size;
      case SYMMETRIC -> size + 2;
      case RAW -> 2 * size;
    };
  }

  @Override
  public SeriesSpace space() {
    return coordinates.space();
  }

  @Override
  public void fill(int from, int count, double[] rows) {
    fillings.get().fill(from, count, rows);
  }

  /** One thread's scratch space. */
  private final class Filling {
    private final NormSeries functions = new NormSeries(coordinates);
    private double[] pair = new double[0];
    private double[] scale = pair;
    private double[] feature = pair;
    private int from;
    private int count;
    private double[] rows;
    private int next;

    void fill(int from, int count, double[] rows) {
      this.from = from;
      this.count = count;
      this.rows = rows;
      int length = space().size() * count;
      if (pair.length < length) {
        pair = new double[length];
        scale = new double[length];
        feature = new double[length];
      }
      next = 0;
      int first = 0;
      for (int n : coordinates.ambient()) {
        switch (kind) {
          case INVARIANT -> invariant(first, first + n + 1);
          case SYMMETRIC -> symmetric(first, first + n + 1);
          case RAW -> raw(first, first + n + 1);
        }
        first += n + 1;
      }
    }

    private void raw(int first, int end) {
      for (int i = first; i < end; i++) {
        for (int part = 0; part < 2; part++) {
          functions.coordinate(i, part == 1, from, count, feature);
          put();
        }
      }
    }

    private void invariant(int first, int end) {
      functions.norm(first, end, from, count, pair);
      functions.algebra().reciprocal(pair, scale, count);
      for (int i = first; i < end; i++) {
        for (int j = i; j < end; j++) {
          for (int part = 0; part < (i == j ? 1 : 2); part++) {
            functions.pair(i, j, part == 1, from, count, pair);
            functions.algebra().multiply(pair, scale, feature, count);
            put();
          }
        }
      }
    }

    private void symmetric(int first, int end) {
      functions.norm(first, end, from, count, pair);
      functions.algebra().reciprocal(pair, scale, count);
      SymmetricSeries series = new SymmetricSeries(functions, scale, from, count);
      for (double[] invariant : series.features(first, end)) {
        feature = invariant;
        put();
      }
    }

    private void put() {
      int inputs = inputs();
      for (int row = 0; row < space().size() * count; row++) {
        rows[row * inputs + next] = feature[row];
      }
      next++;
    }
  }
}
