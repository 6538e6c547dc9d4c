package org.metricflows.bridge.internal.kahler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.evaluate.Spectra;
import org.metricflows.bridge.internal.evaluate.Spectrum;
import org.metricflows.bridge.internal.spec.VarietySpec;
import org.metricflows.bridge.internal.variety.CompiledVariety;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.algebraic.AlgebraicPotential;
import org.metricflows.numeric.internal.algebraic.HermitianBasis;
import org.metricflows.numeric.internal.algebraic.Sections;
import org.metricflows.numeric.internal.dense.GramMatrix;
import org.metricflows.numeric.internal.hermitian.LowestEigenpairs;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;
import org.metricflows.symbolic.internal.variety.CoordinateSymmetry;

/**
 * The spectrum of −Δ = −g^ab̄ ∂_a∂_b̄ on functions of a Kähler metric, by Galerkin's method with
 * the functions f_A = Re, Im s̄_α s_β/|z|^{2k} of sections s of degree k (V. Braun, T. Brelidze, M.
 * Douglas, B. Ovrut, arXiv 0805.3689):
 *
 * <pre>
 *   ⟨f_A (−Δ f_B)⟩ c_B = λ ⟨f_A f_B⟩ c_B,     ⟨·⟩ over the volume of g
 * </pre>
 *
 * <p>Δf_B is taken at each point, not by parts: an eigenfunction among the f's is found exactly,
 * whatever the points. The error of λ is that of the mean of f(−Δf − λf) over points.
 */
final class LaplaceSpectrum implements Spectra {
  private static final int PIECE = 1024;

  /** Functions whose matrices are formed and factored in a minute. */
  private static final int MOST_FUNCTIONS = 1300;

  private static final int HIGHEST = 6;
  private static final int HIGHEST_SYMMETRIC = 8;
  private static final int LARGEST = 20;
  private static final int MOST_POINTS = 10_000_000;
  private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;
  private static final int LEAST_POINTS = 10_000;
  private static final int LEAST_TESTED = 500;
  private static final int POINTS_PER_SECTION = 40;
  private static final long SEED = 1;

  /** Points for a function, so that matrices are known well enough. */
  private static final int POINTS_PER_FUNCTION = 40;

  /** Neighbours closer than this are one level: metrics are seldom known better. */
  private static final double APART = 0.01;

  private final VarietySpec variety;
  private final CompiledVariety compiled;
  private final KahlerField field;
  private final Supplier<double[]> start;
  private final Program ratio;

  /**
   * @param start the state that the spec starts from
   */
  LaplaceSpectrum(
      VarietySpec variety, KahlerField field, Supplier<double[]> start, Compiler compiler) {
    this.variety = variety;
    this.compiled = CompiledVariety.of(variety.variety(), compiler);
    this.field = field;
    this.start = start;
    int m = compiled.configuration().dimension();
    this.ratio = compiler.compile(new KahlerMetric(m).ratio());
  }

  @Override
  public double[] start() {
    return start.get();
  }

  /**
   * The functions Σ s̄_α E_αβ s_β/|z|^{2k} of some matrices E of a basis.
   *
   * @param kept their numbers
   */
  @SuppressWarnings("ArrayRecordComponent") // read by this class alone
  private record Functions(Sections sections, HermitianBasis basis, int[] kept) {
    int count() {
      return kept.length;
    }

    /** Rows and columns of the kept ones. */
    double[] reduced(double[] matrix) {
      int all = basis.size();
      double[] reduced = new double[kept.length * kept.length];
      for (int i = 0; i < kept.length; i++) {
        for (int j = 0; j < kept.length; j++) {
          reduced[i * kept.length + j] = matrix[kept[i] * all + kept[j]];
        }
      }
      return reduced;
    }

    /** Zeros for those that are not kept. */
    double[] expanded(double[] vector) {
      double[] expanded = new double[basis.size()];
      for (int i = 0; i < kept.length; i++) {
        expanded[kept[i]] = vector[i];
      }
      return expanded;
    }
  }

  @Override
  public Spectrum of(double[] state, Options options) {
    Functions functions = functions(options);
    int n = functions.count();
    int count = options.count().orElse(Math.max(1, n / 4));
    if (count < 1 || count > n) {
      throw InputException.of(
          "--count", "must be 1 to " + n + ", the number of functions, but is " + count);
    }
    int points = options.points().orElse(Math.max(LEAST_POINTS, POINTS_PER_FUNCTION * n));
    if (points < 2 * n || points > MOST_POINTS) {
      throw InputException.of(
          "--points",
          "must be "
              + 2 * n
              + ", twice the number of functions, to "
              + MOST_POINTS
              + ", but is "
              + points);
    }
    VarietySample sample = VarietySamples.drawn(compiled, points, options.seed());
    return new Session(functions, sample, field.prepared(state)).spectrum(count);
  }

  /** Of the degree asked for, or the highest that is quick. */
  private Functions functions(Options options) {
    int highest = options.symmetric() ? HIGHEST_SYMMETRIC : HIGHEST;
    if (options.degree().isEmpty()) {
      Functions chosen = functions(1, options.symmetric());
      for (int degree = 2; degree <= highest; degree++) {
        Functions more = functions(degree, options.symmetric());
        if (more.count() > MOST_FUNCTIONS) {
          return chosen;
        }
        chosen = more;
      }
      return chosen;
    }
    int degree = options.degree().get();
    if (degree < 1 || degree > LARGEST) {
      throw InputException.of("--degree", "must be 1 to " + LARGEST + ", but is " + degree);
    }
    Functions functions = functions(degree, options.symmetric());
    if (functions.count() > MOST_NUMBERS / functions.count()) {
      throw InputException.of(
          "--degree",
          degree
              + " gives "
              + functions.count()
              + " functions, whose matrices have more than 2^31 numbers");
    }
    return functions;
  }

  /** Of symmetric functions those that are independent on the variety. */
  private Functions functions(int degree, boolean symmetric) {
    List<Integer> ambient = variety.ambient();
    Sections all = Sections.all(ambient, Collections.nCopies(ambient.size(), degree));
    if (!symmetric) {
      int points = POINTS_PER_SECTION * all.count(); // several of a line are special
      Sections own = all.independentOn(VarietySamples.drawn(compiled, points, SEED));
      HermitianBasis basis = HermitianBasis.all(own.count());
      return new Functions(own, basis, IntStream.range(0, basis.size()).toArray());
    }
    HermitianBasis basis =
        HermitianBasis.invariant(
            all, AlgebraicForms.symmetry(CoordinateSymmetry.of(variety.variety())));
    int points = Math.max(LEAST_TESTED, 4 * basis.size());
    VarietySample sample = VarietySamples.drawn(compiled, points, SEED);
    return new Functions(all, basis, basis.independentOn(all, sample));
  }

  /** One state with its matrices. */
  private final class Session {
    private final Functions functions;
    private final VarietySample sample;
    private final double[] prepared;
    private final int n;
    private final double[] rows;

    Session(Functions functions, VarietySample sample, double[] prepared) {
      this.functions = functions;
      this.sample = sample;
      this.prepared = prepared;
      this.n = functions.basis().size();
      this.rows = new double[2 * PIECE * n];
    }

    Spectrum spectrum(int count) {
      double[] mass = new double[n * n];
      double[] operator = new double[n * n];
      for (int from = 0; from < sample.points(); from += PIECE) {
        add(fill(from), mass, operator);
      }
      LowestEigenpairs pairs;
      try {
        pairs =
            LowestEigenpairs.of(
                functions.count(), functions.reduced(mass), functions.reduced(operator), count);
      } catch (ArithmeticException e) {
        throw InputException.of("--degree", e.getMessage() + "; take a lower one, or more points");
      }
      List<Spectrum.Level> levels =
          Spectrum.levels(pairs.values(), errors(pairs), APART, count == functions.count());
      String text = "-g^(ab') d_a d_b', of the Kaehler class of the Fubini-Study metric";
      return new Spectrum(text, levels, functions.count(), sample.points());
    }

    /** Sets √v f and −√v Δf of a piece's points, one after the other; returns how many. */
    private int fill(int from) {
      VarietySample points = sample.range(from, Math.min(sample.points(), from + PIECE));
      LaplaceResiduals residuals =
          LaplaceResiduals.of(
              ratio, field.at(prepared, points).metric(), points.omegaSquared(), points.weight());
      int count = points.points();
      new AlgebraicPotential(functions.sections(), functions.basis(), points, Parallel.common())
          .jacobian(
              functions.basis().identity(),
              Batch.first(count),
              residuals,
              new double[2 * count],
              rows);
      return count;
    }

    private void add(int count, double[] mass, double[] operator) {
      GramMatrix.addProduct(count, n, rows, 0, rows, 0, mass);
      GramMatrix.addProduct(count, n, rows, 0, rows, count * n, operator);
    }

    /** Of the mean of f(−Δf − λf), to first order. */
    private double[] errors(LowestEigenpairs pairs) {
      int count = pairs.values().length;
      double[][] vectors =
          Arrays.stream(pairs.vectors()).map(functions::expanded).toArray(double[][]::new);
      double[][] parts = new double[count][sample.points()];
      for (int from = 0; from < sample.points(); from += PIECE) {
        int some = fill(from);
        int at = from;
        Parallel.common()
            .run(
                count,
                (i, worker) -> {
                  double[] x = vectors[i];
                  for (int p = 0; p < some; p++) {
                    double f = dot(p * n, x);
                    double image = dot((some + p) * n, x);
                    parts[i][at + p] = f * (image - pairs.values()[i] * f);
                  }
                });
      }
      List<Double> errors = new ArrayList<>();
      for (double[] part : parts) {
        errors.add(Estimate.ofSum(sample.line(), p -> part[p]).error());
      }
      return errors.stream().mapToDouble(e -> e).toArray();
    }

    private double dot(int at, double[] x) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum = Math.fma(rows[at + i], x[i], sum);
      }
      return sum;
    }
  }
}
