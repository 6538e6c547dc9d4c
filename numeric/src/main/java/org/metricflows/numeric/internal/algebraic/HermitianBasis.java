package org.metricflows.numeric.internal.algebraic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricflows.numeric.internal.hermitian.HermitianForm;
import org.metricflows.numeric.internal.hermitian.HermitianIndex;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetResiduals;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * Hermitian forms H = Σ θ_p E_p of N sections, over the real numbers, with matrices E_p that have
 * few entries: all forms, or those that symmetries leave as they are.
 */
public final class HermitianBasis {

  /**
   * An entry of a basis matrix, (E_p)_αβ = re + i im; the one at βα is its conjugate.
   *
   * @param parameter p
   * @param row α
   * @param column β ≥ α
   */
  record Entry(int parameter, int row, int column, double re, double im) {}

  /** What is left of a function is this small, relative to the longest, where it is dependent. */
  private static final double DEPENDENT = 1e-9;

  private final int sections;
  private final int size;
  private final List<Entry> entries;

  private HermitianBasis(int sections, int size, List<Entry> entries) {
    this.sections = sections;
    this.size = size;
    this.entries = List.copyOf(entries);
  }

  /** All forms of N sections: N² matrices, in the order of a Hermitian packing. */
  public static HermitianBasis all(int sections) {
    List<Entry> entries = new ArrayList<>();
    int size = 0;
    for (int i = 0; i < sections; i++) {
      entries.add(new Entry(size++, i, i, 1, 0));
      for (int j = i + 1; j < sections; j++) {
        entries.add(new Entry(size++, i, j, 1, 0));
        entries.add(new Entry(size++, i, j, 0, 1));
      }
    }
    return new HermitianBasis(sections, size, entries);
  }

  /**
   * The forms of monomials that symmetries of the coordinates leave as they are: sums of s̄_α s_β
   * over the orbits of those pairs that phases leave as they are.
   *
   * @param sections all monomials, or as many as permutations take into each other
   */
  public static HermitianBasis invariant(Sections sections, Symmetry symmetry) {
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    for (int s = 0; s < sections.count(); s++) {
      numbers.put(exponents(sections.exponents(s)), s);
    }
    List<int[]> moves = new ArrayList<>();
    for (int[] permutation : symmetry.permutations()) {
      int[] move = new int[sections.count()];
      Arrays.setAll(move, s -> numbers.get(moved(sections.exponents(s), permutation)));
      moves.add(move);
    }
    int n = sections.count();
    boolean[] isSeen = new boolean[n * n];
    List<Entry> entries = new ArrayList<>();
    int size = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        if (!isSeen[i * n + j] && symmetry.keeps(sections.exponents(i), sections.exponents(j))) {
          Set<Pair> orbit = orbit(new Pair(i, j), moves);
          orbit.forEach(pair -> isSeen[pair.row * n + pair.column] = true);
          orbit.forEach(pair -> isSeen[pair.column * n + pair.row] = true);
          addReal(size++, orbit, entries);
          if (!symmetry.isReal() && !orbit.contains(new Pair(j, i))) {
            addImaginary(size++, orbit, entries);
          }
        }
      }
    }
    return new HermitianBasis(n, size, entries);
  }

  private static List<Integer> exponents(int[] exponents) {
    return Arrays.stream(exponents).boxed().toList();
  }

  private static List<Integer> moved(int[] exponents, int[] permutation) {
    int[] moved = new int[exponents.length];
    for (int i = 0; i < moved.length; i++) {
      moved[permutation[i]] = exponents[i];
    }
    return exponents(moved);
  }

  /** s̄_row s_column. */
  private record Pair(int row, int column) {}

  private static Set<Pair> orbit(Pair pair, List<int[]> moves) {
    Set<Pair> orbit = new LinkedHashSet<>();
    for (int[] move : moves) {
      orbit.add(new Pair(move[pair.row], move[pair.column]));
    }
    return orbit;
  }

  /** Σ Re s̄_α s_β, each of a pair and its conjugate counted once. */
  private static void addReal(int parameter, Set<Pair> orbit, List<Entry> entries) {
    for (Pair pair : orbit) {
      Pair turned = new Pair(pair.column, pair.row);
      if (pair.row <= pair.column) {
        entries.add(new Entry(parameter, pair.row, pair.column, 1, 0));
      } else if (!orbit.contains(turned)) {
        entries.add(new Entry(parameter, pair.column, pair.row, 1, 0));
      }
    }
  }

  /** Σ Im s̄_α s_β, up to the sign; no pair is there with its conjugate. */
  private static void addImaginary(int parameter, Set<Pair> orbit, List<Entry> entries) {
    for (Pair pair : orbit) {
      boolean isUpper = pair.row < pair.column;
      int row = Math.min(pair.row, pair.column);
      int column = Math.max(pair.row, pair.column);
      entries.add(new Entry(parameter, row, column, 0, isUpper ? 1 : -1));
    }
  }

  /**
   * The numbers of as many of the functions s†E_p s as are linearly independent on a variety, by
   * Gram and Schmidt's method.
   *
   * @param all s
   * @param sample points of the variety, more than there are functions
   */
  public int[] independentOn(Sections all, VarietySample sample) {
    int points = sample.points();
    AlgebraicPotential potential = new AlgebraicPotential(all, this, sample, Parallel.common());
    double[] rows = new double[points * size];
    potential.jacobian(identity(), Batch.first(points), new Values(), new double[points], rows);
    double[][] columns = new double[size][2 * points];
    for (int p = 0; p < points; p++) {
      for (int i = 0; i < size; i++) {
        columns[i][p] = rows[p * size + i];
      }
    }
    return Independence.choose(columns, DEPENDENT).stream().sorted().mapToInt(i -> i).toArray();
  }

  /** The value of the potential. */
  private static final class Values implements JetResiduals {
    @Override
    public int perPoint() {
      return 1;
    }

    @Override
    public void evaluate(
        int[] points, int from, int count, double[][] jets, double[][] r, double[][][] slopes) {
      for (int c = 0; c < jets.length; c++) {
        Arrays.fill(slopes[0][c], 0, count, c == 0 ? 1 : 0);
      }
    }
  }

  /** θ of the form 1, the Fubini–Study metric's. */
  public double[] identity() {
    double[] theta = new double[size];
    for (Entry entry : entries) {
      if (entry.row() == entry.column()) {
        theta[entry.parameter()] = 1;
      }
    }
    return theta;
  }

  /** The form of θ. */
  public HermitianForm form(double[] theta) {
    HermitianIndex index = new HermitianIndex(sections);
    double[] packed = new double[index.size()];
    for (Entry e : entries) {
      packed[index.real(e.row(), e.column())] += theta[e.parameter()] * e.re();
      if (e.row() < e.column()) {
        packed[index.imaginary(e.row(), e.column())] += theta[e.parameter()] * e.im();
      }
    }
    return HermitianForm.unpack(sections, packed);
  }

  /** N. */
  public int sections() {
    return sections;
  }

  /** Number of parameters. */
  public int size() {
    return size;
  }

  /** The entries, those of one matrix after another. */
  List<Entry> entries() {
    return entries;
  }
}
