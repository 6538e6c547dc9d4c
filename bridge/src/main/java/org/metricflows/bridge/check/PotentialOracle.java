package org.metricflows.bridge.check;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.FieldComplex;
import org.metricflows.bridge.flow.Formulas;
import org.metricflows.bridge.kahler.KahlerEvaluators;
import org.metricflows.bridge.spec.CalabiYauSpec;
import org.metricflows.numeric.variety.VarietySample;

/** What follows from a potential's parameters at a point, on the independent path. */
final class PotentialOracle {
  private final CalabiYauSpec stated;
  private final VarietySample sample;
  private final List<Integer> ambient;
  private final FieldNetwork network;

  PotentialOracle(KahlerEvaluators evaluators, CalabiYauSpec stated) {
    this.stated = stated;
    this.sample = evaluators.sample();
    this.ambient = sample.configuration().ambient();
    this.network =
        new FieldNetwork(
            stated.network(),
            new FieldActivation(Formulas.activation(stated.network().activation())),
            evaluators.features().inputs(),
            1);
  }

  private FieldFeatures field(int more) {
    DSFactory factory = new DSFactory(2 * sample.dimension() + more, 2 + more);
    return new FieldFeatures(factory, ambient, sample.dimension());
  }

  private List<DerivativeStructure> features(FieldFeatures field, int point) {
    return field.features(
        stated.features(), field.coordinates(sample.z(), sample.pullback(), point));
  }

  /** Jets of the features, {@code [feature][coefficient]}. */
  double[][] features(int point) {
    FieldFeatures field = field(0);
    return features(field, point).stream()
        .map(feature -> field.hermitian(feature, 0))
        .toArray(double[][]::new);
  }

  /** Values of the features anywhere. */
  double[] featureValues(Complex[] z) {
    DSFactory factory = new DSFactory(1, 0);
    List<FieldComplex<DerivativeStructure>> constants =
        Arrays.stream(z)
            .map(
                c ->
                    new FieldComplex<>(
                        factory.constant(c.getReal()), factory.constant(c.getImaginary())))
            .toList();
    return new FieldFeatures(factory, ambient, 0)
        .features(stated.features(), constants).stream()
            .mapToDouble(DerivativeStructure::getValue)
            .toArray();
  }

  /** The jet of (1/π) Σ log|z|². */
  double[] fubiniStudy(int point) {
    FieldFeatures field = field(0);
    return field.hermitian(
        field.fubiniStudy(field.coordinates(sample.z(), sample.pullback(), point)), 0);
  }

  /** The jet of the network at parameters θ. */
  double[] potential(double[] theta, int point) {
    FieldFeatures field = field(0);
    List<DerivativeStructure> inputs = features(field, point);
    DSFactory factory = inputs.get(0).getFactory();
    return field.hermitian(network.outputs(factory, inputs, theta, -1, null).get(0), 0);
  }

  /** The jet's derivative by θ_k. */
  double[] slope(double[] theta, int k, int point) {
    FieldFeatures field = field(1);
    List<DerivativeStructure> inputs = features(field, point);
    DSFactory factory = inputs.get(0).getFactory();
    DerivativeStructure moving = factory.variable(2 * sample.dimension(), theta[k]);
    return field.hermitian(network.outputs(factory, inputs, theta, k, moving).get(0), 1);
  }
}
