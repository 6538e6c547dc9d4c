package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.network.FiniteNetwork;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.FeatureJets;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.network.JetNetwork;
import org.metricflows.numeric.internal.network.LinearisedNetwork;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.network.Activation;

/**
 * The potential φ of a spec at the points of a sample: its parameters' start, its jets, the metric
 * g_FS + ∂∂̄φ and its loss.
 *
 * <p>A centred potential is φ − φ₀ with φ₀ that of the start; what it takes away goes into the
 * background once.
 */
final class KahlerPotential {

  private final FiniteNetwork network;
  private final boolean hasOrigin;
  private final Batch training;
  private final Batch heldOut;
  private final double[] start;
  private final JetModel model;
  private final PotentialMetric metric;
  private final Objective objective;

  private KahlerPotential(
      FiniteNetwork network,
      boolean hasOrigin,
      Batch training,
      Batch heldOut,
      double[] start,
      JetModel model,
      PotentialMetric metric,
      Objective objective) {
    this.network = network;
    this.hasOrigin = hasOrigin;
    this.training = training;
    this.heldOut = heldOut;
    this.start = start;
    this.model = model;
    this.metric = metric;
    this.objective = objective;
  }

  /**
   * Derives and compiles.
   *
   * @param activation smooth
   * @param sample points for training, then those held out
   */
  static KahlerPotential of(
      CalabiYauSpec spec, Activation activation, VarietySample sample, Compiler compiler) {
    FeatureJets features = features(spec, sample, sample.z(), compiler);
    FiniteNetwork network = FiniteNetwork.of(spec.network(), features.inputs(), 1);
    JetModel model = model(spec, network, activation, features, compiler);
    double[] start = network.start().toArray();
    Batch all = Batch.first(sample.points());
    double[][] background = sample.fubiniStudy();
    if (spec.network().centred()) {
      background =
          difference(background, PotentialMetric.hessians(model, network.origin().toArray(), all));
    }
    PotentialMetric metric = PotentialMetric.of(model, background, sample, compiler);
    int count = sample.training().points();
    Objective objective = CompiledPotentialLoss.of(spec.loss(), metric, sample, compiler);
    return new KahlerPotential(
        network,
        spec.network().centred() || spec.regime() == Regime.LINEARISED,
        new Batch(all.points(), 0, count),
        count == sample.points() ? all : new Batch(all.points(), count, sample.points() - count),
        start,
        model,
        metric,
        objective);
  }

  /**
   * The measure of how the potential jumps between patches.
   *
   * @param seen the points held out
   */
  TransitionDefect transitionDefect(
      CalabiYauSpec spec, Activation activation, VarietySample seen, Compiler compiler) {
    double[][] neighbouring = TransitionDefect.neighbouring(seen);
    FeatureJets features = features(spec, seen, neighbouring, compiler);
    return new TransitionDefect(
        model,
        heldOut,
        model(spec, network, activation, features, compiler),
        spec.network().centred() ? network.origin().toArray() : null,
        seen.weight());
  }

  /**
   * The measure of how far the metric is from Ricci-flat, at as many points as the spec asks for.
   *
   * @param seen the points held out
   */
  RicciMeasure ricciMeasure(
      CalabiYauSpec spec, Activation activation, VarietySample seen, Compiler compiler) {
    int count = Math.min(spec.metric().ricciPoints(), seen.points());
    VarietySample some = seen.range(0, count);
    return new RicciMeasure(
        PotentialCurvature.of(spec, activation, some, compiler),
        metric,
        new Batch(heldOut.points(), heldOut.from(), count),
        some);
  }

  /**
   * The jets of what a potential is a function of.
   *
   * @param z the points of the sample, in the representatives that features are to see
   */
  static FeatureJets features(
      CalabiYauSpec spec, VarietySample sample, double[][] z, Compiler compiler) {
    List<Integer> ambient = sample.configuration().ambient();
    return features(compiler.compile(spec.features().jets(ambient, sample.dimension())), sample, z);
  }

  /**
   * The same.
   *
   * @param program coordinates and directions ↦ jets of features
   */
  static FeatureJets features(Program program, VarietySample sample, double[][] z) {
    double[][] columns = Arrays.copyOf(z, z.length + sample.pullback().length);
    System.arraycopy(sample.pullback(), 0, columns, z.length, sample.pullback().length);
    return new CompiledFeatures(
        new HermitianJetSpace(sample.dimension()), program, PointRows.of(columns));
  }

  private static JetModel model(
      CalabiYauSpec spec,
      FiniteNetwork network,
      Activation activation,
      FeatureJets features,
      Compiler compiler) {
    org.metricflows.numeric.internal.network.Activation sigma =
        highest -> compiler.compile(activation.derivatives(highest));
    return spec.regime() == Regime.LINEARISED
        ? LinearisedNetwork.of(network.origin(), sigma, features, Parallel.common())
        : JetNetwork.of(network.shape(), sigma, features, Parallel.common());
  }

  private static double[][] difference(double[][] a, double[][] b) {
    double[][] difference = new double[a.length][a[0].length];
    for (int c = 0; c < a.length; c++) {
      for (int p = 0; p < a[c].length; p++) {
        difference[c][p] = a[c][p] - b[c][p];
      }
    }
    return difference;
  }

  /**
   * The same activation.
   *
   * @throws InputException if it has a kink
   */
  static Activation smooth(Activation activation) {
    if (!activation.isSmooth()) {
      throw InputException.of(
          "network.activation",
          "'"
              + activation.name()
              + "' has a kink, but the metric takes second derivatives of the network; choose a"
              + " smooth one such as gelu");
    }
    return activation;
  }

  /** The points trained on. */
  Batch training() {
    return training;
  }

  /** The points held out; all, if none are. */
  Batch heldOut() {
    return heldOut;
  }

  /** The arrays of parameters.npz. */
  Map<String, Tensor> arrays(double[] theta) {
    return network.arrays(theta, hasOrigin);
  }

  /** θ at the start. */
  double[] start() {
    return start.clone();
  }

  /** θ ↦ jets of φ, before centring. */
  JetModel model() {
    return model;
  }

  /** θ ↦ g. */
  PotentialMetric metric() {
    return metric;
  }

  /** θ ↦ loss. */
  Objective objective() {
    return objective;
  }
}
