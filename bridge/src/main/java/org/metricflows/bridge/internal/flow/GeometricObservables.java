package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.internal.evolution.BackgroundConnection;
import org.metricflows.symbolic.internal.evolution.CurvatureInvariants;
import org.metricflows.symbolic.internal.evolution.DeTurckField;
import org.metricflows.symbolic.internal.evolution.PerelmanFunctionals;
import org.metricflows.symbolic.network.Ansatz;

/**
 * Integrals and extremes of curvature, and Perelman's functionals, from the jets of the functions
 * that make the metric.
 *
 * <p>∫ φ dV = Σ_a w_a √g φ with weights w of ∫ dx, ∫ φ dm = Σ_a w_a m φ.
 */
final class GeometricObservables {
  private static final Set<Observable> MEASURED =
      Set.of(Vocabulary.PERELMAN_F, Vocabulary.PERELMAN_DF_DT, Vocabulary.PERELMAN_W);

  private static final Map<Observable, ToDoubleFunction<Values>> OBSERVED =
      Map.of(
          Vocabulary.R_MIN, v -> Arrays.stream(v.scalar).min().orElseThrow(),
          Vocabulary.R_MAX, v -> Arrays.stream(v.scalar).max().orElseThrow(),
          Vocabulary.VOLUME, v -> v.overVolume(p -> 1),
          Vocabulary.INT_R, v -> v.overVolume(p -> v.scalar[p]),
          Vocabulary.INT_R2, v -> v.overVolume(p -> v.scalar[p] * v.scalar[p]),
          Vocabulary.PERELMAN_F, v -> v.overMeasure(v::energy),
          Vocabulary.PERELMAN_DF_DT, v -> -v.overMeasure(p -> v.perelman[3][p]),
          Vocabulary.PERELMAN_W, Values::entropy,
          Vocabulary.SOLITON_DEFECT, Values::solitonDefect,
          Vocabulary.DETURCK_FIELD, Values::deTurckField);

  private final int dimension;
  private final Measure measure;
  private final OptionalDouble tau;
  private final double[][] reference;
  private final Program invariants;
  private final Optional<Program> functionals;
  private final Compiler compiler;
  private final Ansatz ansatz;

  /**
   * @param reference the ansatz's reference jets of order 2
   * @param tau τ at time 0
   */
  GeometricObservables(
      Compiler compiler,
      Ansatz ansatz,
      int dimension,
      double[][] reference,
      Measure measure,
      OptionalDouble tau) {
    this.compiler = compiler;
    this.ansatz = ansatz;
    this.dimension = dimension;
    this.measure = measure;
    this.tau = tau;
    this.reference = reference;
    this.invariants = compiler.compile(new CurvatureInvariants(ansatz, dimension).densities());
    this.functionals =
        measure
            .density()
            .map(m -> compiler.compile(new PerelmanFunctionals(ansatz, dimension).densities()));
  }

  /** Γ̄ and its derivatives, of the metric with f = 0: {@code [coefficient][point]}. */
  static double[][] backgroundConnection(
      Compiler compiler, BackgroundConnection background, double[][] reference) {
    int jets = Jet.size(background.dimension(), 2);
    int outputs = background.ansatz().outputs(background.dimension());
    double[][] atRest = new double[outputs * jets][reference[0].length];
    return PointColumns.evaluate(
        compiler, background.symbols(), PointColumns.join(atRest, reference));
  }

  /** Whether this is where an observable comes from. */
  static boolean observes(Observable observable) {
    return OBSERVED.containsKey(observable);
  }

  /** Those that a spec asks for and that need second derivatives of the metric. */
  static boolean areObserved(Spec spec) {
    return spec.observe().stream().anyMatch(GeometricObservables::observes);
  }

  /**
   * Refuses observables that lack what they measure with.
   *
   * @throws InputException naming the observable
   */
  static void check(Spec spec, Measure measure) {
    List<String> measured =
        spec.observe().stream()
            .filter(MEASURED::contains)
            .map(Observable::name)
            .collect(Collectors.toList());
    if (measure.density().isEmpty() && !measured.isEmpty()) {
      throw InputException.of(
          "observe",
          "'" + measured.get(0) + "' needs the loss perelman, whose density is its measure");
    }
    boolean scaled = spec.has("flow") && spec.flow().tau().isPresent();
    if (spec.observes(Vocabulary.PERELMAN_W) && !scaled) {
      throw InputException.of(
          "flow.tau", "is missing; 'perelman_W' needs the scale tau at time 0, above flow.time");
    }
  }

  /**
   * The geometry at one state.
   *
   * @param jets of order 2 of the functions that make the metric
   * @param change ∂_t g by independent components, not asked for without a density
   */
  Values at(double time, double[][] jets, Supplier<double[][]> change) {
    double[][] densities = PointColumns.apply(invariants, PointColumns.join(jets, reference));
    double[][] perelman =
        functionals
            .map(
                program ->
                    PointColumns.apply(
                        program,
                        PointColumns.join(
                            jets,
                            reference,
                            measure.density().get().logDerivatives(),
                            change.get())))
            .orElse(new double[0][]);
    return new Values(time, jets, densities, perelman);
  }

  /** Observables at one state. */
  final class Values {
    private final double time;
    private final double[] scalar;
    private final double[] volume;
    private final double[] ricciSquared;
    private final double[][] perelman;
    private final double[][] jets;

    private Values(double time, double[][] jets, double[][] densities, double[][] perelman) {
      this.time = time;
      this.jets = jets;
      this.scalar = densities[0];
      this.volume = densities[1];
      this.ricciSquared = densities[2];
      this.perelman = perelman;
    }

    /** R at each point. */
    double[] scalar() {
      return scalar;
    }

    /** |Ric|² at each point. */
    double[] ricciSquared() {
      return ricciSquared;
    }

    /** One of those that {@link #observes}. */
    double get(Observable observable) {
      return OBSERVED.get(observable).applyAsDouble(this);
    }

    /** R + |∇f|². */
    private double energy(int p) {
      return scalar[p] + perelman[0][p];
    }

    private double entropy() {
      double scale = tau.orElseThrow() - time;
      double shift = 0.5 * dimension * Math.log(4 * Math.PI * scale) + dimension;
      double[] m = measure.density().orElseThrow().values();
      return overMeasure(p -> scale * energy(p) + Math.log(volume[p] / m[p]) - shift);
    }

    /** Without a density f = 0 and the mean is over dV. */
    private double solitonDefect() {
      boolean measured = measure.density().isPresent();
      Density trace = p -> scalar[p] + (measured ? perelman[1][p] : 0);
      Density square = p -> measured ? perelman[2][p] : ricciSquared[p];
      double total = mean(p -> 1, measured);
      double slope = mean(trace, measured) / (dimension * total);
      double defect =
          mean(p -> square.at(p) - 2 * slope * trace.at(p) + slope * slope * dimension, measured);
      return Math.sqrt(Math.max(0, defect / total));
    }

    private double deTurckField() {
      double[][] background =
          backgroundConnection(compiler, new BackgroundConnection(ansatz, dimension), reference);
      double[] square =
          PointColumns.evaluate(
              compiler,
              new DeTurckField(ansatz, dimension).square(),
              PointColumns.join(jets, reference, background))[0];
      return Math.sqrt(overVolume(p -> square[p]) / overVolume(p -> 1));
    }

    private double mean(Density density, boolean measured) {
      return measured ? overMeasure(density) : overVolume(density);
    }

    private double overVolume(Density density) {
      double[] weights = measure.coordinate();
      double sum = 0;
      for (int p = 0; p < weights.length; p++) {
        sum += weights[p] * volume[p] * density.at(p);
      }
      return sum;
    }

    private double overMeasure(Density density) {
      double[] weights = measure.lossWeights();
      double sum = 0;
      for (int p = 0; p < weights.length; p++) {
        sum += weights[p] * density.at(p);
      }
      return sum;
    }
  }

  /** A function of the sample point. */
  @FunctionalInterface
  private interface Density {
    double at(int point);
  }
}
