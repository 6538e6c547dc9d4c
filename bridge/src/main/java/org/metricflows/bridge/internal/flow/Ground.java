package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.metricflows.bridge.internal.manifold.Submanifold;
import org.metricflows.bridge.internal.spec.ChartSpec;
import org.metricflows.bridge.internal.spec.ManifoldSpec;
import org.metricflows.bridge.internal.spec.SampleSpec;
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

  /**
   * Random points, uniform in what a density is by: the coordinates of a chart, within a box that
   * holds the sample, or the volume that R^N induces.
   *
   * @param sample where the spec looks
   * @param count how many, at least
   */
  Drawn drawn(double[][] sample, int count, long seed);

  /**
   * Random points of equal weights.
   *
   * @param points {@code [point][number]}
   * @param total the sum of the weights
   * @param error of the total, one standard deviation; 0 where it is known
   */
  record Drawn(double[][] points, double total, double error) {}

  /** A chart's points are their coordinates. */
  record OfChart(ChartSpec chart, Spec spec) implements Ground {
    @Override
    public Sampling sampling() {
      return Sampling.of(spec, chart.lengths());
    }

    @Override
    public double[][] located(double[][] points, String field) {
      for (int p = 0; p < points.length; p++) {
        if (points[p].length != chart.dimension()) {
          throw InputException.of(
              field + "[" + p + "]",
              "has " + points[p].length + " numbers, " + chart.dimension() + " expected");
        }
      }
      return points;
    }

    @Override
    public Drawn drawn(double[][] sample, int count, long seed) {
      double[][] box = box(sample);
      double measure =
          Arrays.stream(box).mapToDouble(side -> side[1] - side[0]).reduce(1, (a, b) -> a * b);
      SplittableRandom random = new SplittableRandom(seed);
      double[][] points = new double[count][box.length];
      for (double[] point : points) {
        for (int i = 0; i < box.length; i++) {
          point[i] = box[i][0] + random.nextDouble() * (box[i][1] - box[i][0]);
        }
      }
      return new Drawn(points, measure, 0);
    }

    /** {@code [coordinate]{from, to}}: a period, or where the sample is. */
    private double[][] box(double[][] sample) {
      double[][] box = new double[chart.dimension()][];
      for (int i = 0; i < box.length; i++) {
        int axis = i;
        OptionalDouble length = chart.lengths().get(i);
        box[i] =
            length.isPresent()
                ? new double[] {0, length.getAsDouble()}
                : new double[] {
                  Arrays.stream(sample).mapToDouble(x -> x[axis]).min().orElseThrow(),
                  Arrays.stream(sample).mapToDouble(x -> x[axis]).max().orElseThrow()
                };
      }
      return box;
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

    @Override
    public Drawn drawn(double[][] sample, int count, long seed) {
      Submanifold.Sample drawn = manifold.sample(new SampleSpec.Uniform(count, seed));
      double total = Arrays.stream(drawn.weights()).sum();
      return new Drawn(drawn.points(), total, total * drawn.error());
    }
  }
}
