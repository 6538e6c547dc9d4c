package org.metricflows.bridge.internal.geometry;

import java.util.Optional;
import org.metricflows.bridge.internal.check.SpecCheck;
import org.metricflows.bridge.internal.flow.ChartProblem;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;

/** Metrics on closed submanifolds of R^N, in a chart of its own around each point. */
final class ManifoldGeometry implements Geometry<Spec> {

  @Override
  public String section() {
    return "manifold";
  }

  @Override
  public Spec read(SpecSource source) {
    return source.read(Purpose.RUN);
  }

  @Override
  public Problem problem(Spec spec) {
    return ChartProblem.of(spec);
  }

  @Override
  public Optional<Answer<Check>> check() {
    return Optional.of(source -> SpecCheck.of(source.read(Purpose.CHECK))::run);
  }
}
