package org.metricflows.bridge.internal.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.numeric.internal.kernel.JetKernel;
import org.metricflows.numeric.internal.spectral.Velocity;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.loss.JetLoss;
import org.metricflows.symbolic.network.Activation;
import org.metricflows.symbolic.network.Ansatz;

/**
 * The evaluators that a spec's flow is made of, as the flow itself uses them: for whoever wants to
 * check them one by one.
 */
public final class FlowEvaluators {
  private final FlowProblem problem;
  private final CompiledLoss loss;
  private final OutputFlow flow;

  private FlowEvaluators(FlowProblem problem) {
    this.problem = problem;
    this.loss = problem.compiledLoss();
    this.flow = problem.flow();
  }

  /**
   * The evaluators of a spec's flow.
   *
   * @param mostPoints a larger sample is thinned to so many of its points
   * @throws org.metricflows.symbolic.InputException see {@link ChartProblem#of}
   */
  public static FlowEvaluators of(Spec spec, int mostPoints) {
    return new FlowEvaluators(FlowProblem.of(spec.withLoss(), mostPoints));
  }

  /** The spec. */
  public Spec spec() {
    return problem.spec();
  }

  /** The sample's points: {@code [point][coordinate]}. */
  public double[][] samplePoints() {
    return problem.data().sampling().points();
  }

  /** The sample's weights, one a point. */
  public double[] weights() {
    return problem.data().sampling().weights();
  }

  /** The test points: {@code [point][coordinate]}. */
  public double[][] testPoints() {
    return problem.data().testPoints();
  }

  /** The chart's coordinates. */
  public List<Symbol> coordinates() {
    return problem.data().coordinates();
  }

  /** The background's independent components, in the coordinates. */
  public List<Expr> background() {
    return problem.data().background().metric();
  }

  /** The activation's formula, where a network moves the metric. */
  public Optional<Activation> activation() {
    return problem.activation();
  }

  /** The loss's derivation. */
  public JetLoss loss() {
    return problem.loss();
  }

  /** Derivatives of the outputs that the flow knows at the sample points. */
  public int order() {
    return problem.order();
  }

  /** u ↦ σ(u), σ′(u), …, σ^(highest)(u). */
  public ColumnMap activationJets(int highest) {
    return problem.compiler().compile(problem.activation().orElseThrow().derivatives(highest));
  }

  /** Coordinates ↦ jets of the ansatz's reference, {@code component·J + coefficient}. */
  public ColumnMap reference() {
    return problem.compiler().compile(problem.data().background().reference(loss.order()));
  }

  /** f (C values), reference (D values) ↦ g (D values). */
  public ColumnMap head() {
    return problem.head().value();
  }

  /** f (C values), reference (D values) ↦ ∂g_k/∂f_c, at k·C + c. */
  public ColumnMap headSlopes() {
    return problem.head().tangent();
  }

  /**
   * Jets of the outputs and {@link #fixedColumns} ↦ the metric's jets, as lines of the loss. Its
   * output names are those of {@link #metricNames}; what is not among them is zero identically.
   */
  public Program metricJets() {
    Derivation lines = problem.loss().value();
    Set<Symbol> defined = new HashSet<>();
    lines.lines().forEach(line -> defined.add(line.name()));
    List<Symbol> wanted =
        metricNames().stream().map(Symbol::new).filter(defined::contains).toList();
    return problem.compiler().compile(lines.withOutputs(wanted));
  }

  /** The names of the metric's jets: g11, g11d1, …, component by component. */
  public List<String> metricNames() {
    int d = problem.data().dimension();
    List<String> names = new ArrayList<>();
    for (String ij : Ansatz.indices(d)) {
      Jet.suffixes(d, loss.order()).forEach(suffix -> names.add("g" + ij + suffix));
    }
    return names;
  }

  /** Jets of the outputs and {@link #fixedColumns} ↦ w ℓ and its derivatives by those jets. */
  public ColumnMap weightedDensity() {
    return loss.program();
  }

  /** The inputs of {@link #weightedDensity} after the jets: {@code [input][sample point]}. */
  public List<double[]> fixedColumns() {
    return loss.fixed();
  }

  /** The frozen kernel that stands in a network's place, if one does. */
  public Optional<JetKernel> kernel() {
    return features().isPresent() ? Optional.empty() : problem.flows().kernel();
  }

  /** The cosine features; empty where a fully connected network moves the metric. */
  public Optional<FeatureParts> features() {
    return problem.featureParts();
  }

  /** The velocity of Ricci flow, where that is what a network follows. */
  public Optional<Velocity> followed() {
    Spec spec = spec();
    return spec.has("flow")
        ? spec.flow()
            .dynamics()
            .ricci()
            .map(
                kind ->
                    new RicciVelocities(problem.compiler(), spec.metric().ansatz(), problem.data())
                        .of(kind, weights()))
        : Optional.empty();
  }

  /** The initial value problem. */
  public OutputFlow flow() {
    return flow;
  }
}
