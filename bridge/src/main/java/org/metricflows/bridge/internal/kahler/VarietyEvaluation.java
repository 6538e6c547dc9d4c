package org.metricflows.bridge.internal.kahler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.Quantity;
import org.metricflows.bridge.internal.evaluate.Spectra;
import org.metricflows.bridge.internal.network.FiniteNetwork;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.VarietySpec;
import org.metricflows.bridge.internal.variety.CompiledVariety;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.hermitian.RelativeEigenvalues;
import org.metricflows.numeric.internal.kernel.hermitian.KernelPoints;
import org.metricflows.numeric.internal.variety.Configuration;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;

/**
 * The Kähler metric of a state at any points of its variety.
 *
 * <p>Points come back scaled as the metric takes them: in each factor the largest coordinate is 1
 * ({@code patch} says which); local coordinates are the others but for those that the equations
 * determine ({@code eliminated}), in their order, and {@code frame} is ∂z_i/∂u_a.
 */
public final class VarietyEvaluation implements Evaluation {
  private static final int PIECE = 16_384;
  private static final int CURVED_PIECE = 2_048;

  private final CompiledVariety variety;
  private final Configuration shape;
  private final KahlerField field;
  private final Program values;

  private VarietyEvaluation(VarietySpec variety, KahlerField field, Compiler compiler) {
    this.variety = CompiledVariety.of(variety.variety(), compiler);
    this.shape = this.variety.configuration();
    this.field = field;
    this.values = compiler.compile(new KahlerMetric(shape.dimension()).values());
  }

  /**
   * Of a potential, or under a frozen kernel.
   *
   * @throws org.metricflows.symbolic.InputException see {@link VarietyProblem#of}
   */
  public static VarietyEvaluation of(CalabiYauSpec spec) {
    Compiler compiler = new Compiler();
    return new VarietyEvaluation(spec.variety(), field(spec, compiler), compiler);
  }

  private static KahlerField field(CalabiYauSpec spec, Compiler compiler) {
    if (spec.setting().isKernel()) {
      KernelPoints training = KernelRegimes.points(spec, training(spec, compiler), compiler);
      return new SourceField(spec, compiler, KernelRegimes.of(spec, training), training);
    }
    if (!spec.setting().isFrozen()) {
      return new PotentialField(
          spec,
          KahlerPotential.smooth(spec.network().activation()),
          dimension(spec.variety()),
          compiler,
          state -> state);
    }
    FrozenModel.Linearised network =
        FrozenModel.of(spec, VarietySamples.of(spec.variety(), spec.sample(), compiler), compiler)
            .linearised()
            .orElseThrow();
    return new PotentialField(
        spec,
        KahlerPotential.smooth(spec.network().activation()),
        dimension(spec.variety()),
        compiler,
        network::ofState);
  }

  private static int dimension(VarietySpec spec) {
    return new Configuration(spec.variety().ambient().dimensions(), spec.variety().degrees())
        .dimension();
  }

  private static VarietySample training(CalabiYauSpec spec, Compiler compiler) {
    return VarietySamples.of(spec.variety(), spec.sample(), compiler).training();
  }

  /**
   * Of an algebraic metric.
   *
   * @throws org.metricflows.symbolic.InputException see {@link AlgebraicEvaluators#of}
   */
  public static VarietyEvaluation of(AlgebraicSpec spec) {
    KahlerField field = new AlgebraicField(AlgebraicEvaluators.of(spec).forms());
    return new VarietyEvaluation(spec.variety(), field, new Compiler());
  }

  /**
   * The Laplacians of the same metrics.
   *
   * @throws org.metricflows.symbolic.InputException see {@link VarietyProblem#of}
   */
  public static Spectra spectra(CalabiYauSpec spec) {
    Compiler compiler = new Compiler();
    return new LaplaceSpectrum(spec.variety(), field(spec, compiler), () -> start(spec), compiler);
  }

  private static double[] start(CalabiYauSpec spec) {
    if (spec.setting().isFrozen()) {
      throw InputException.of(
          "regime", "'" + spec.regime().label() + "' has no metric before its run; name a run");
    }
    List<Integer> ambient = spec.variety().ambient();
    Compiler compiler = new Compiler();
    int inputs =
        compiler.compile(spec.features().jets(ambient, dimension(spec.variety()))).outputs();
    int size = new HermitianJetSpace(dimension(spec.variety())).size();
    return FiniteNetwork.of(spec.network(), inputs / size, 1).start().toArray();
  }

  /**
   * The Laplacians of the same metrics.
   *
   * @throws org.metricflows.symbolic.InputException see {@link AlgebraicEvaluators#of}
   */
  public static Spectra spectra(AlgebraicSpec spec) {
    AlgebraicForms forms = AlgebraicEvaluators.of(spec).forms();
    return new LaplaceSpectrum(
        spec.variety(), new AlgebraicField(forms), () -> forms.start(spec.form()), new Compiler());
  }

  @Override
  public List<String> coordinates() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < shape.coordinates(); i++) {
      names.add("Re z" + i);
      names.add("Im z" + i);
    }
    return names;
  }

  @Override
  public List<Quantity> quantities() {
    int m = shape.dimension();
    List<Quantity> quantities = new ArrayList<>();
    field.potential().ifPresent(phi -> quantities.add(Quantity.number("potential", phi)));
    quantities.add(new Quantity("metric", "g_ab̄, complex", List.of(m, m)));
    quantities.add(Quantity.number("determinant", "det g"));
    quantities.add(Quantity.number("omega_squared", "|Ω|²"));
    quantities.add(Quantity.number("q", "det g/|Ω|²"));
    quantities.add(Quantity.number("relative_eigenvalue", "the least of g relative to g_FS"));
    quantities.add(new Quantity("fubini_study", "g_FS, complex", List.of(m, m)));
    quantities.add(new Quantity("frame", "∂z_i/∂u_a, complex", List.of(m, shape.coordinates())));
    if (field.isCurved()) {
      quantities.add(new Quantity("ricci", "R_ab̄ = −∂_a∂_b̄ log det g, complex", List.of(m, m)));
      quantities.add(Quantity.number("scalar", "R = g^ab̄ R_ab̄"));
    }
    return quantities;
  }

  @Override
  public List<String> usual() {
    return field.potential().isPresent()
        ? List.of("potential", "metric", "determinant", "omega_squared")
        : List.of("metric", "determinant", "omega_squared");
  }

  @Override
  public Evaluated at(double[] state, double[][] points, List<String> what) {
    VarietySample sample = VarietySamples.given(variety, points, "points");
    return new Evaluated(arrays(state, sample, what), Map.of());
  }

  @Override
  public Evaluated drawn(double[] state, int count, long seed, List<String> what) {
    VarietySample sample = VarietySamples.drawn(variety, count, seed);
    List<String> asked = new ArrayList<>(what);
    asked.addAll(List.of("determinant", "q"));
    Map<String, Tensor> all = arrays(state, sample, asked);
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    all.forEach(
        (name, array) -> {
          if (what.contains(name) || !asked.contains(name)) {
            arrays.put(name, array);
          }
        });
    arrays.put("weights", Tensor.of(sample.weight()));
    Map<String, Estimate> integrals = new LinkedHashMap<>();
    integrals.put("sigma", sample.sigma(all.get("determinant").values()));
    integrals.put("kahler_volume", sample.integral(all.get("q").values()));
    return new Evaluated(arrays, integrals);
  }

  private Map<String, Tensor> arrays(double[] state, VarietySample sample, List<String> what) {
    Map<String, double[][]> columns = new LinkedHashMap<>();
    columns.put("points", sample.z());
    columns.put("patch", numbers(sample.patch()));
    columns.put("eliminated", numbers(sample.eliminated()));
    boolean curved = what.contains("ricci") || what.contains("scalar");
    double[] prepared = field.prepared(state);
    int piece = curved ? CURVED_PIECE : PIECE;
    for (int from = 0; from < sample.points(); from += piece) {
      int count = Math.min(piece, sample.points() - from);
      int start = from;
      some(prepared, sample.range(from, from + count), what, curved)
          .forEach((name, part) -> copy(columns, name, part, start, sample.points()));
    }
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    columns.forEach((name, all) -> arrays.put(name, tensor(name, all)));
    return arrays;
  }

  private static double[][] numbers(int[][] columns) {
    return Arrays.stream(columns)
        .map(column -> IntStream.of(column).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }

  private static void copy(
      Map<String, double[][]> columns, String name, double[][] part, int from, int points) {
    double[][] all = columns.computeIfAbsent(name, key -> new double[part.length][points]);
    for (int c = 0; c < part.length; c++) {
      System.arraycopy(part[c], 0, all[c], from, part[c].length);
    }
  }

  /** What is asked for at some points, packed: {@code [number][point]}. */
  private Map<String, double[][]> some(
      double[] prepared, VarietySample points, List<String> what, boolean curved) {
    KahlerField.Values at = field.at(prepared, points);
    double[] omega = points.omegaSquared();
    double[] q = ratio(at.metric(), omega);
    double[] det = new double[q.length];
    Arrays.setAll(det, p -> q[p] * omega[p]);
    Map<String, double[][]> all = new LinkedHashMap<>();
    if (what.contains("potential")) {
      at.potential().ifPresent(phi -> all.put("potential", new double[][] {phi.get()}));
    }
    all.put("metric", at.metric());
    all.put("determinant", new double[][] {det});
    all.put("omega_squared", new double[][] {omega});
    all.put("q", new double[][] {q});
    if (what.contains("relative_eigenvalue")) {
      RelativeEigenvalues eigenvalues = new RelativeEigenvalues(shape.dimension());
      double[] least = new double[det.length];
      Arrays.setAll(least, p -> eigenvalues.smallest(at.metric(), points.fubiniStudy(), p));
      all.put("relative_eigenvalue", new double[][] {least});
    }
    all.put("fubini_study", points.fubiniStudy());
    all.put("frame", points.pullback());
    if (curved) {
      double[][] ricci = field.ricci(prepared, points);
      all.put("ricci", Arrays.copyOf(ricci, ricci.length - 1));
      all.put("scalar", new double[][] {ricci[ricci.length - 1]});
    }
    all.keySet().retainAll(what);
    return all;
  }

  /** q = det g/|Ω|², by the program for g₀ + ∂∂̄φ with g₀ = 0. */
  private double[] ratio(double[][] metric, double[] omega) {
    int numbers = metric.length;
    double[][] in = Arrays.copyOf(metric, 2 * numbers + 1);
    Arrays.fill(in, numbers, 2 * numbers, new double[omega.length]);
    in[2 * numbers] = omega;
    double[][] out = new double[values.outputs()][omega.length];
    values.apply(in, new int[in.length], out, new int[out.length], omega.length);
    return out[out.length - 1];
  }

  private Tensor tensor(String name, double[][] columns) {
    int points = columns[0].length;
    int m = shape.dimension();
    return switch (name) {
      case "points" -> complex(columns, List.of(points, shape.coordinates()));
      case "frame" -> complex(columns, List.of(points, m, shape.coordinates()));
      case "metric", "fubini_study", "ricci" ->
          complex(HermitianColumns.full(m, columns), List.of(points, m, m));
      case "patch", "eliminated" -> real(columns, List.of(points, columns.length));
      default -> Tensor.of(columns[0]);
    };
  }

  private static Tensor complex(double[][] columns, List<Integer> lengths) {
    return new Tensor(lengths, rows(columns), true);
  }

  private static Tensor real(double[][] columns, List<Integer> lengths) {
    return new Tensor(lengths, rows(columns));
  }

  private static double[] rows(double[][] columns) {
    int points = columns[0].length;
    double[] rows = new double[points * columns.length];
    for (int c = 0; c < columns.length; c++) {
      for (int p = 0; p < points; p++) {
        rows[p * columns.length + c] = columns[c][p];
      }
    }
    return rows;
  }
}
