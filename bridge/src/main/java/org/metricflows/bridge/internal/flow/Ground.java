package org.metricflows.bridge.internal.flow;

import org.metricflows.bridge.internal.manifold.Submanifold;
import org.metricflows.bridge.internal.spec.ChartSpec;
import org.metricflows.bridge.internal.spec.ManifoldSpec;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.symbolic.InputException;

/** Where the points of a flow lie, and what is known of a point that a person names. */
interface Ground {

  /** That of a spec. */
  static Ground of(Spec spec) {
    if (spec.space() instanceof ManifoldSpec manifold) {
      return new OfManifold(Submanifold.of(manifold), spec);
    }
    return new OfChart((ChartSpec) spec.space(), spec);
  }

  /** The sample of the spec. */
  Sampling sampling();

  /**
   * The numbers that functions on the space take of points.
   *
   * @param points by coordinates, {@code [point][coordinate]}
   * @param field that gave them, for messages
   * @return {@code [point][number]}
   * @throws InputException if one is no point of the space
   */
  double[][] located(double[][] points, String field);

  /** A chart's points are their coordinates. */
  record OfChart(ChartSpec chart, Spec spec) implements Ground {
    @Override
    public Sampling sampling() {
      return Sampling.of(spec, chart.lengths());
    }

    @Override
    public double[][] located(double[][] points, String field) {
      return points;
    }
  }

  /** A manifold's points come with their charts. */
  record OfManifold(Submanifold manifold, Spec spec) implements Ground {
    @Override
    public Sampling sampling() {
      Submanifold.Sample sample = manifold.sample(spec.sample());
      return new Sampling(sample.points(), sample.weights());
    }

    @Override
    public double[][] located(double[][] points, String field) {
      return manifold.located(points, field);
    }
  }
}
