package org.metricflows.numeric.internal.variety;

import java.util.Arrays;

/**
 * Points of a variety with the weights, tangents and metrics that numerical integration and
 * training need, as columns over points. N counts the homogeneous coordinates of all factors, m is
 * the complex dimension; a Hermitian matrix h_ab̄ is packed in m² real columns, for each a: h_aā,
 * then for b > a Re h_ab̄ and Im h_ab̄.
 *
 * <p>Means over the sample are integrals over the variety: ⟨w f⟩ = ∫ f |Ω|², with ⟨w⟩ = Vol_Ω and
 * ⟨w det g/|Ω|²⟩ = ∫ det g. Arrays are handed out as they are, and must not be written to.
 */
public final class VarietySample {
  private final Configuration configuration;
  private final SampleColumns columns;
  private final Volumes volumes;
  private final int training;

  /**
   * @param training how many of the points, the first ones, are for training
   */
  VarietySample(Configuration configuration, SampleColumns columns, Volumes volumes, int training) {
    this.configuration = configuration;
    this.columns = columns;
    this.volumes = volumes;
    this.training = training;
  }

  /** The degrees of the variety. */
  public Configuration configuration() {
    return configuration;
  }

  /** Number of points. */
  public int points() {
    return columns.line().length;
  }

  /** Number of homogeneous coordinates of all factors, N. */
  public int coordinates() {
    return configuration.coordinates();
  }

  /** Complex dimension m. */
  public int dimension() {
    return configuration.dimension();
  }

  /**
   * Homogeneous coordinates at {@code [2·i + part][point]}, part 0 real, 1 imaginary, in the scale
   * in which each factor's largest is exactly 1.
   */
  public double[][] z() {
    return columns.z();
  }

  /** J^i_a = ∂z^i/∂u^a at {@code [2·(a·N + i) + part][point]}. */
  public double[][] pullback() {
    return columns.pullback();
  }

  /** The Fubini–Study metric at t = 1 in Hermitian packing, {@code [column][point]}. */
  public double[][] fubiniStudy() {
    return columns.fubiniStudy();
  }

  /** det g of the Fubini–Study metric. */
  public double[] determinant() {
    return columns.det();
  }

  /** |Ω|² = 1/|det ∂Q/∂z_eliminated|². */
  public double[] omegaSquared() {
    return columns.omegaSquared();
  }

  /** w. */
  public double[] weight() {
    return columns.weight();
  }

  /** Which line each point came from; points of one line stand together and are correlated. */
  public int[] line() {
    return columns.line();
  }

  /** The coordinates that are 1, {@code [factor][point]}. */
  public int[][] patch() {
    return columns.patch();
  }

  /** The coordinates that the equations determine, {@code [equation][point]}. */
  public int[][] eliminated() {
    return columns.eliminated();
  }

  /** The volumes, estimated from the whole sample that this one may be a part of. */
  public Volumes volumes() {
    return volumes;
  }

  /** Vol_Ω. */
  public double volumeOmega() {
    return volumes.omega().value();
  }

  /** Vol_K of the Fubini–Study metric at t = 1, the intersection number. */
  public double volumeKahler() {
    return volumes.kahler();
  }

  /** κ = Vol_K/Vol_Ω. */
  public double kappa() {
    return volumes.kappa().value();
  }

  /**
   * How far a metric is from solving the Monge–Ampère equation, σ = ⟨w|1 − (det
   * g/Vol_K)/(|Ω|²/Vol_Ω)|⟩/⟨w⟩ with volumes ⟨w det g/|Ω|²⟩ and ⟨w⟩ of these points.
   *
   * @param det det g at each point
   */
  public Estimate sigma(double[] det) {
    int n = points();
    double[] w = weight();
    double[] ratio = new double[n];
    double total = Estimate.sum(n, i -> w[i]);
    double mean = Estimate.sum(n, i -> w[i] * det[i] / omegaSquared()[i]) / total;
    Arrays.setAll(ratio, i -> det[i] / (mean * omegaSquared()[i]));
    double sigma = Estimate.sum(n, i -> w[i] * Math.abs(1 - ratio[i])) / total;
    double slope = Estimate.sum(n, i -> w[i] * Math.signum(1 - ratio[i]) * ratio[i]) / total;
    return Estimate.of(
        sigma,
        line(),
        i -> w[i] / total * (Math.abs(1 - ratio[i]) - sigma + slope * (ratio[i] - 1)));
  }

  /**
   * The mean ⟨w f⟩/⟨w⟩ of a function with respect to |Ω|².
   *
   * @param f by point
   */
  public Estimate mean(double[] f) {
    double[] w = weight();
    return Estimate.ratio(line(), i -> w[i] * f[i], i -> w[i]);
  }

  /**
   * The integral Vol_K ⟨w f⟩/⟨w det g_FS/|Ω|²⟩ of f |Ω|², by the ratio to the Fubini–Study volume,
   * which is known.
   *
   * @param f by point
   */
  public Estimate integral(double[] f) {
    double[] w = weight();
    double[] det = determinant();
    double[] omega = omegaSquared();
    return Estimate.ratio(line(), i -> w[i] * f[i], i -> w[i] * det[i] / omega[i])
        .times(volumeKahler());
  }

  /** The points for training. */
  public VarietySample training() {
    return range(0, training);
  }

  /** The points held out, which share no line with those for training. */
  public VarietySample heldOut() {
    return range(training, points());
  }

  /** A copy of the points {@code from ≤ p < to}, with the volumes of the whole. */
  public VarietySample range(int from, int to) {
    int inTraining = Math.max(0, Math.min(training, to) - from);
    return new VarietySample(configuration, columns.range(from, to), volumes, inTraining);
  }
}
