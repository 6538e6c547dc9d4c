package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.network.FiniteNetwork;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.FeatureJets;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.network.JetNetwork;
import org.metricflows.numeric.internal.network.LinearisedNetwork;
import org.metricflows.numeric.internal.network.NetworkShape;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.network.Activation;

/**
 * The metric g_FS + ∂∂̄φ of a network's parameters, at points that come piece by piece: everything
 * is derived and compiled once.
 *
 * <p>Of a centred potential φ − φ₀ the two networks go over the points together, as one of two
 * independent outputs: features are worked out once for both.
 */
final class PotentialField implements KahlerField {

  private final CalabiYauSpec spec;
  private final Activation activation;
  private final Compiler compiler;
  private final UnaryOperator<double[]> parameters;
  private final Program features;
  private final int dimension;
  private final FiniteNetwork network;
  private final Map<Integer, Program> sigma = new ConcurrentHashMap<>();

  /**
   * Derives and compiles.
   *
   * @param activation smooth
   * @param dimension m of the variety
   * @param parameters a state ↦ what holds θ in front
   */
  PotentialField(
      CalabiYauSpec spec,
      Activation activation,
      int dimension,
      Compiler compiler,
      UnaryOperator<double[]> parameters) {
    this.spec = spec;
    this.activation = activation;
    this.dimension = dimension;
    this.compiler = compiler;
    this.parameters = parameters;
    List<Integer> ambient = spec.variety().variety().ambient().dimensions();
    this.features = compiler.compile(spec.features().jets(ambient, dimension));
    int size = new HermitianJetSpace(dimension).size();
    this.network = FiniteNetwork.of(spec.network(), features.outputs() / size, 1);
  }

  /** θ. */
  @Override
  public double[] prepared(double[] state) {
    return Arrays.copyOf(parameters.apply(state), network.shape().parameters());
  }

  @Override
  public Values at(double[] theta, VarietySample points) {
    double[][] jets = jets(theta, KahlerPotential.features(features, points, points.z()));
    double[][] metric = new double[dimension * dimension][points.points()];
    int second = 1 + 2 * dimension;
    for (int k = 0; k < metric.length; k++) {
      double[] hessian = jets[second + k];
      double[] background = points.fubiniStudy()[k];
      Arrays.setAll(metric[k], p -> background[p] + hessian[p]);
    }
    return new Values(metric, Optional.of(() -> jets[0]));
  }

  /** Of φ, centred if it is: {@code [coefficient][point]}. */
  private double[][] jets(double[] theta, FeatureJets inputs) {
    if (!spec.network().centred()) {
      return outputs(model(network.shape(), inputs), theta);
    }
    double[] origin = network.origin().toArray();
    double[][] jets;
    double[][] start;
    if (spec.regime() == Regime.LINEARISED) {
      JetModel model = model(network.shape(), inputs);
      jets = outputs(model, theta);
      start = outputs(model, origin);
    } else {
      double[] both = Arrays.copyOf(theta, 2 * theta.length);
      System.arraycopy(origin, 0, both, theta.length, theta.length);
      double[][] all = outputs(model(twice(network.shape()), inputs), both);
      jets = Arrays.copyOf(all, all.length / 2);
      start = Arrays.copyOfRange(all, all.length / 2, all.length);
    }
    for (int c = 0; c < jets.length; c++) {
      for (int p = 0; p < jets[c].length; p++) {
        jets[c][p] -= start[c][p];
      }
    }
    return jets;
  }

  /** Two networks of this shape side by side. */
  private static NetworkShape twice(NetworkShape shape) {
    return new NetworkShape(
        shape.inputs(),
        shape.hidden(),
        2,
        shape.parametrization(),
        shape.weightStd(),
        shape.biasStd(),
        OutputSharing.INDEPENDENT);
  }

  private JetModel model(NetworkShape shape, FeatureJets inputs) {
    return spec.regime() == Regime.LINEARISED
        ? LinearisedNetwork.of(network.origin(), this::sigma, inputs, Parallel.common())
        : JetNetwork.of(shape, this::sigma, inputs, Parallel.common());
  }

  private Program sigma(int highest) {
    return sigma.computeIfAbsent(highest, h -> compiler.compile(activation.derivatives(h)));
  }

  private static double[][] outputs(JetModel model, double[] theta) {
    double[][] jets = new double[model.columns()][model.points()];
    model.outputJets(theta, Batch.first(model.points()), jets);
    return jets;
  }

  @Override
  public double[][] ricci(double[] theta, VarietySample points) {
    return PotentialCurvature.of(spec, activation, points, compiler).at(theta);
  }

  @Override
  public boolean isCurved() {
    return true;
  }

  @Override
  public Optional<String> potential() {
    return Optional.of("φ of g = g_FS + ∂∂̄φ");
  }
}
