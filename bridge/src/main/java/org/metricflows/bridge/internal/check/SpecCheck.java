package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.metricflows.bridge.internal.flow.FeatureParts;
import org.metricflows.bridge.internal.flow.FlowEvaluators;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.numeric.internal.spectral.Velocity;

/**
 * Compares every evaluator that a spec's flow uses with independent paths.
 *
 * <pre>{@code
 * CheckReport report = SpecCheck.of(spec).run(progress -> {});
 * report.passed();
 * }</pre>
 */
public final class SpecCheck {
  private static final int MOST_POINTS = 40;
  private static final int MOST_POINTS_AT_INFINITE_WIDTH = 16;
  private static final int MOST_POINTS_BY_QUADRATURE = 6;

  private final Subject subject;
  private final Evaluators evaluators;

  SpecCheck(Subject subject, Evaluators evaluators) {
    this.subject = subject;
    this.evaluators = evaluators;
  }

  /**
   * The check of a spec; a large sample is thinned to some ten points. Of a network that follows an
   * equation it takes a loss of the same curvature in its place, and the velocity.
   *
   * @throws org.metricflows.symbolic.InputException if the spec has no flow, see {@link
   *     org.metricflows.bridge.internal.flow.ChartProblem#of}
   */
  public static SpecCheck of(Spec spec) {
    FlowEvaluators flow = FlowEvaluators.of(spec, mostPoints(spec));
    return new SpecCheck(Subject.of(flow), Evaluators.of(flow));
  }

  private static int mostPoints(Spec spec) {
    if (spec.has("flow") && spec.flow().dynamics().needs("features")) {
      return MOST_POINTS;
    }
    Regime regime = spec.setting().regime();
    boolean network = regime == Regime.NETWORK || regime == Regime.LINEARISED;
    if (network && !spec.network().isInfinite()) {
      return MOST_POINTS;
    }
    return regime == Regime.RELU
            || !regime.hasNetwork()
            || FieldNetworkKernel.isClosed(spec.network().activation())
        ? MOST_POINTS_AT_INFINITE_WIDTH
        : MOST_POINTS_BY_QUADRATURE;
  }

  Subject subject() {
    return subject;
  }

  Evaluators evaluators() {
    return evaluators;
  }

  /**
   * Makes all comparisons.
   *
   * @param progress is told what is being checked
   */
  public CheckReport run(Consumer<String> progress) {
    List<CheckResult> results = new ArrayList<>();
    Random random = Subject.random();
    Neighbourhood near = Neighbourhood.of(subject, evaluators.flow(), random);
    Neighbourhood other = Neighbourhood.of(subject, evaluators.flow(), random);
    Optional<FeatureParts> features = subject.flow().features();
    if (evaluators.activation() != null) {
      step("activation", progress, results, new ActivationCheck(subject, evaluators)::results);
    }
    step("background", progress, results, new ReferenceCheck(subject, evaluators)::results);
    step("ansatz", progress, results, new AnsatzCheck(subject, evaluators, near)::results);
    step("read-out", progress, results, new HeadCheck(subject, evaluators, near)::results);
    step("loss", progress, results, new DensityCheck(subject, evaluators, near)::results);
    subject
        .flow()
        .followed()
        .ifPresent(
            velocity ->
                step(
                    "velocity",
                    progress,
                    results,
                    () -> List.of(velocityCheck(velocity).result(near))));
    double leastRate;
    if (features.isPresent()) {
      FeatureCheck check = new FeatureCheck(subject, features.get(), evaluators.flow());
      step("features", progress, results, () -> List.of(check.jets(near)));
      step("flow", progress, results, () -> List.of(check.rightHandSide(other, random)));
      leastRate = 0;
    } else if (evaluators.kernel() == null) {
      NetworkCheck network = new NetworkCheck(subject, evaluators);
      step("network", progress, results, () -> List.of(network.jets(near)));
      step("gradient", progress, results, () -> network.gradient(near, random));
      step("flow", progress, results, () -> List.of(network.rightHandSide(other, random)));
      leastRate = NetworkCheck.leastRate(other);
    } else {
      InfiniteWidthCheck infinite = new InfiniteWidthCheck(subject, evaluators, other);
      step("kernel", progress, results, new KernelCheck(subject, evaluators)::results);
      step("flow", progress, results, () -> List.of(infinite.result(random)));
      leastRate = infinite.leastRate();
    }
    RightHandSide rate = new RightHandSide(subject, evaluators);
    step("loss rate", progress, results, () -> List.of(rate.result(other, leastRate)));
    return new CheckReport(results);
  }

  private VelocityCheck velocityCheck(Velocity velocity) {
    Dynamics.Ricci kind = subject.flow().spec().flow().dynamics().ricci().orElseThrow();
    return new VelocityCheck(subject, kind, velocity);
  }

  private static void step(
      String name,
      Consumer<String> progress,
      List<CheckResult> results,
      Supplier<List<CheckResult>> check) {
    progress.accept(name);
    results.addAll(check.get());
  }
}
