package org.metricflows.numeric.internal.algebraic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * Sections of O(k₁, k₂, …) on a variety in P^{n₁} × P^{n₂} × …: monomials of degree k_f in the
 * coordinates of each factor, times √(Π k_f!/Π e_i!), so that Σ|s|² = Π |z_f|^{2k_f} over all.
 */
public final class Sections {

  /** Columns that are shorter than this, relative to the longest, are combinations of others. */
  private static final double DEPENDENT = 1e-9;

  private final List<Integer> degrees;
  private final List<int[]> exponents;

  private Sections(List<Integer> degrees, List<int[]> exponents) {
    this.degrees = List.copyOf(degrees);
    this.exponents = List.copyOf(exponents);
  }

  /**
   * All monomials.
   *
   * @param ambient n₁, n₂, …
   * @param degrees k₁, k₂, …
   */
  public static Sections all(List<Integer> ambient, List<Integer> degrees) {
    List<int[]> exponents = new ArrayList<>(List.of(new int[0]));
    for (int f = 0; f < ambient.size(); f++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] begun : exponents) {
        for (int[] own : ofDegree(ambient.get(f) + 1, degrees.get(f))) {
          longer.add(concatenated(begun, own));
        }
      }
      exponents = longer;
    }
    return new Sections(degrees, exponents);
  }

  private static List<int[]> ofDegree(int variables, int degree) {
    if (variables == 1) {
      return List.of(new int[] {degree});
    }
    List<int[]> all = new ArrayList<>();
    for (int first = degree; first >= 0; first--) {
      for (int[] rest : ofDegree(variables - 1, degree - first)) {
        all.add(concatenated(new int[] {first}, rest));
      }
    }
    return all;
  }

  private static int[] concatenated(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** Number of sections, N. */
  public int count() {
    return exponents.size();
  }

  /** k₁, k₂, …. */
  public List<Integer> degrees() {
    return degrees;
  }

  /** The power of a coordinate in a section. */
  public int exponent(int section, int coordinate) {
    return exponents.get(section)[coordinate];
  }

  /** The powers of all coordinates in a section. */
  public int[] exponents(int section) {
    return exponents.get(section).clone();
  }

  /** The constant factor of a section. */
  double scale(int section) {
    double scale = 1;
    for (int degree : degrees) {
      scale *= factorial(degree);
    }
    for (int exponent : exponents.get(section)) {
      scale /= factorial(exponent);
    }
    return Math.sqrt(scale);
  }

  private static double factorial(int n) {
    double factorial = 1;
    for (int k = 2; k <= n; k++) {
      factorial *= k;
    }
    return factorial;
  }

  /**
   * As many of them as are linearly independent on a variety, by Gram and Schmidt's method with the
   * longest remaining column first. Twice as many points as sections are looked at, from all over
   * the sample since those of one line are special; a sample of fewer points may find too few.
   */
  public Sections independentOn(VarietySample sample) {
    int points = Math.min(sample.points(), 2 * count());
    double[][] z = new double[sample.z().length][points];
    for (int c = 0; c < z.length; c++) {
      for (int p = 0; p < points; p++) {
        z[c][p] = sample.z()[c][(int) ((long) p * sample.points() / points)];
      }
    }
    double[] values = new double[2 * count() * points];
    new SectionValues(this, sample.coordinates(), points).fill(z, 0, points, values);
    double[][] columns = new double[count()][2 * points];
    for (int s = 0; s < count(); s++) {
      System.arraycopy(values, s * points, columns[s], 0, points);
      System.arraycopy(values, (count() + s) * points, columns[s], points, points);
    }
    List<Integer> chosen = Independence.choose(columns, DEPENDENT);
    return new Sections(degrees, chosen.stream().sorted().map(exponents::get).toList());
  }
}
