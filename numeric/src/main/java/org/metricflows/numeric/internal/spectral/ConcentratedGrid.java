package org.metricflows.numeric.internal.spectral;

import java.util.Arrays;

/**
 * The points that are even in the coordinate θ of a {@link Concentration}, with cosine series of θ:
 *
 * <pre>
 *   f′ = f_θ/X_θ,     f″ = (f_θθ − f_θ X_θθ/X_θ)/X_θ²,     ∫ f dx = ∫ f X_θ dθ
 * </pre>
 *
 * Grids of other concentrations share the operators of one {@link CosineGrid}. Not to be used by
 * two threads at once.
 */
public final class ConcentratedGrid implements EvenGrid {
  private final CosineGrid grid;
  private final Concentration map;
  private final double[] points;
  private final double[] sines;
  private final double[] cosines;
  private final double[] stretch;
  private final double[] bend;
  private final double[] stretched;
  private final double[] work;

  /**
   * @param grid of θ
   * @param map from x to θ
   */
  public ConcentratedGrid(CosineGrid grid, Concentration map) {
    int n = grid.size();
    this.grid = grid;
    this.map = map;
    this.points = Arrays.stream(grid.points()).map(map::at).toArray();
    this.sines = Arrays.stream(points).map(Math::sin).toArray();
    this.cosines = Arrays.stream(points).map(Math::cos).toArray();
    this.stretch = Arrays.stream(points).map(x -> 1 / map.slope(x)).toArray();
    this.bend = new double[n];
    Arrays.setAll(bend, j -> -map.bend(points[j]) * stretch[j] * stretch[j]); // X_θθ/X_θ
    this.stretched = new double[n];
    this.work = new double[n];
    grid.integrate(stretch, stretched);
  }

  @Override
  public int size() {
    return points.length;
  }

  @Override
  public int modes() {
    return grid.modes();
  }

  @Override
  public double[] points() {
    return points.clone();
  }

  @Override
  public double[] sines() {
    return sines.clone();
  }

  @Override
  public double[] cosines() {
    return cosines.clone();
  }

  @Override
  public void project(double[] f, double[] result) {
    grid.project(f, result);
  }

  @Override
  public void differentiate(double[] f, double[] result) {
    grid.differentiate(f, result);
    for (int j = 0; j < points.length; j++) {
      result[j] /= stretch[j];
    }
  }

  @Override
  public void differentiateTwice(double[] f, double[] result) {
    grid.differentiate(f, work);
    grid.differentiateTwice(f, result);
    for (int j = 0; j < points.length; j++) {
      result[j] = (result[j] - bend[j] * work[j]) / (stretch[j] * stretch[j]);
    }
  }

  @Override
  public void integrate(double[] f, double[] result) {
    double mean = mean(f);
    for (int j = 0; j < points.length; j++) {
      work[j] = f[j] * stretch[j];
    }
    grid.integrate(work, result);
    for (int j = 0; j < points.length; j++) {
      result[j] -= mean * stretched[j];
    }
  }

  @Override
  public double mean(double[] f) {
    double sum = 0;
    double whole = 0;
    for (int j = 0; j < points.length; j++) {
      sum += f[j] * stretch[j];
      whole += stretch[j];
    }
    return sum / whole;
  }

  @Override
  public EvenSeries series(double[] f) {
    return new ConcentratedSeries(grid.series(f), map);
  }

  @Override
  public double[] weights() {
    double[] weights = grid.weights();
    Arrays.setAll(weights, j -> weights[j] * stretch[j]);
    return weights;
  }

  @Override
  public double[] sineWeights() {
    double[] weights = grid.sineWeights();
    double[] even = grid.sines();
    Arrays.setAll(weights, j -> weights[j] * stretch[j] * sines[j] / even[j]);
    return weights;
  }
}
