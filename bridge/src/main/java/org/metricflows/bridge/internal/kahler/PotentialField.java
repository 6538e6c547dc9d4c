package org.metricflows.bridge.internal.kahler;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.network.Activation;

/**
 * The metric g_FS + ∂∂̄φ of a network's parameters.
 *
 * @param parameters a state ↦ what holds θ in front
 */
record PotentialField(
    CalabiYauSpec spec,
    Activation activation,
    Compiler compiler,
    UnaryOperator<double[]> parameters)
    implements KahlerField {

  @Override
  public Values at(double[] state, VarietySample points) {
    KahlerPotential potential = KahlerPotential.of(spec, activation, points, compiler);
    double[] theta = potential.parameters(parameters.apply(state));
    Batch all = Batch.first(points.points());
    return new Values(
        potential.metric().at(theta, all).metric(),
        Optional.of(() -> potential.values(theta, all)));
  }

  @Override
  public double[][] ricci(double[] state, VarietySample points) {
    KahlerPotential potential = KahlerPotential.of(spec, activation, points, compiler);
    double[] theta = potential.parameters(parameters.apply(state));
    return PotentialCurvature.of(spec, activation, points, compiler).at(theta);
  }

  @Override
  public boolean isCurved() {
    return true;
  }

  @Override
  public boolean hasPotential() {
    return true;
  }
}
