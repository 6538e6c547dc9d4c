package org.metricflows.bridge.internal.check;

import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.internal.kahler.KahlerEvaluators;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.numeric.internal.variety.VarietySample;

/** What follows from a potential's parameters at a point, on the independent path. */
final class PotentialOracle {
  private final VarietySample sample;
  private final FeatureOracle features;
  private final FieldNetwork network;

  PotentialOracle(KahlerEvaluators evaluators, CalabiYauSpec stated) {
    this.sample = evaluators.sample();
    this.features = new FeatureOracle(sample, stated.features());
    this.network =
        new FieldNetwork(
            stated.network(),
            new FieldActivation(stated.network().activation()),
            evaluators.features().inputs(),
            1);
  }

  /** A point of the sample. */
  Place place(int point) {
    return features.place(point);
  }

  /** The jet of (1/π) Σ log|z|². */
  double[] fubiniStudy(Place place) {
    return features.fubiniStudy(place);
  }

  /** The jet of the network at parameters θ. */
  double[] potential(double[] theta, Place place) {
    FieldFeatures field = features.field(0);
    List<DerivativeStructure> inputs = features.at(field, place);
    DSFactory factory = inputs.get(0).getFactory();
    return field.hermitian(network.outputs(factory, inputs, theta, -1, null).get(0), 0);
  }

  /** The jet's derivative by θ_k. */
  double[] slope(double[] theta, int k, int point) {
    FieldFeatures field = features.field(1);
    List<DerivativeStructure> inputs = features.at(field, point);
    DSFactory factory = inputs.get(0).getFactory();
    DerivativeStructure moving = factory.variable(2 * sample.dimension(), theta[k]);
    return field.hermitian(network.outputs(factory, inputs, theta, k, moving).get(0), 1);
  }
}
