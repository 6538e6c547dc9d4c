package org.metricflows.bridge.internal.check;

import java.util.List;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.flow.FlowEvaluators;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.numeric.internal.kernel.JetKernel;

/**
 * What is checked.
 *
 * @param activation u ↦ σ, σ′, σ″, σ‴; null without a network
 * @param reference coordinates ↦ jets of the ansatz's reference
 * @param metric jets of the outputs and fixed columns ↦ the metric's jets
 * @param metricNames names of the metric's jets that {@code metric} puts out
 * @param head outputs and reference ↦ g
 * @param headSlopes outputs and reference ↦ ∂g/∂f
 * @param density jets of the outputs and fixed columns ↦ w ℓ and its derivatives
 * @param kernel pair of points ↦ kernel jets; null at finite width and for cosine features
 * @param flow the initial value problem
 */
record Evaluators(
    ColumnMap activation,
    ColumnMap reference,
    ColumnMap metric,
    List<String> metricNames,
    ColumnMap head,
    ColumnMap headSlopes,
    ColumnMap density,
    PairKernelJets kernel,
    OutputFlow flow) {

  /** The highest derivative of σ that a gradient flow of second-order jets needs. */
  static final int ACTIVATION_ORDER = 3;

  /** Kernel jets of a pair of points, the derivatives by the second running fastest. */
  @FunctionalInterface
  interface PairKernelJets {
    double[] at(double[] x, double[] xPrime);
  }

  /** Those of a spec's flow. */
  static Evaluators of(FlowEvaluators flow) {
    Program metric = flow.metricJets();
    boolean network = flow.activation().isPresent();
    return new Evaluators(
        network ? flow.activationJets(ACTIVATION_ORDER) : null,
        flow.reference(),
        metric,
        metric.outputNames(),
        flow.head(),
        flow.headSlopes(),
        flow.weightedDensity(),
        flow.kernel().map(kernel -> pairs(flow, kernel)).orElse(null),
        flow.flow());
  }

  private static PairKernelJets pairs(FlowEvaluators flow, JetKernel kernel) {
    return (x, xPrime) ->
        kernel
            .matrix(new double[][] {x}, flow.order(), new double[][] {xPrime}, flow.loss().order())
            .values();
  }

  Evaluators withActivation(ColumnMap other) {
    return new Evaluators(
        other, reference, metric, metricNames, head, headSlopes, density, kernel, flow);
  }

  Evaluators withReference(ColumnMap other) {
    return new Evaluators(
        activation, other, metric, metricNames, head, headSlopes, density, kernel, flow);
  }

  Evaluators withMetric(ColumnMap other) {
    return new Evaluators(
        activation, reference, other, metricNames, head, headSlopes, density, kernel, flow);
  }

  Evaluators withHead(ColumnMap value, ColumnMap slopes) {
    return new Evaluators(
        activation, reference, metric, metricNames, value, slopes, density, kernel, flow);
  }

  Evaluators withDensity(ColumnMap other) {
    return new Evaluators(
        activation, reference, metric, metricNames, head, headSlopes, other, kernel, flow);
  }

  Evaluators withKernel(PairKernelJets other) {
    return new Evaluators(
        activation, reference, metric, metricNames, head, headSlopes, density, other, flow);
  }

  Evaluators withFlow(OutputFlow other) {
    return new Evaluators(
        activation, reference, metric, metricNames, head, headSlopes, density, kernel, other);
  }
}
