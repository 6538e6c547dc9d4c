package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.metricflows.bridge.internal.spec.SampleSpec;
import org.metricflows.bridge.internal.spec.SampleSpec.Interval;
import org.metricflows.bridge.internal.spec.Spec;

/**
 * The points and weights of a measure Σ_a w_a δ(x − x_a).
 *
 * @param points {@code [point][coordinate]}
 * @param weights one a point
 */
record Sampling(double[][] points, double[] weights) {

  /** The sample of a spec; {@code periods} has an entry a coordinate. */
  static Sampling of(Spec spec, List<OptionalDouble> periods) {
    List<String> names = spec.chart().coordinates();
    SampleSpec sample = spec.sample();
    if (sample instanceof SampleSpec.Points given) {
      double[] weights = given.weights().stream().mapToDouble(w -> w).toArray();
      return new Sampling(given.points().toArray(), weights);
    } else if (sample instanceof SampleSpec.Grid grid) {
      Interval[] box = box(names, periods, grid.box());
      return grid(grid.sizes(), box, periods);
    }
    SampleSpec.MonteCarlo random = (SampleSpec.MonteCarlo) sample;
    return monteCarlo(random, box(names, periods, random.box()));
  }

  int size() {
    return points.length;
  }

  /** Some of the points, evenly chosen, with their weights. */
  Sampling thinned(int count) {
    double[][] kept = new double[count][];
    double[] keptWeights = new double[count];
    for (int i = 0; i < count; i++) {
      int p = (int) ((long) i * size() / count);
      kept[i] = points[p];
      keptWeights[i] = weights[p];
    }
    return new Sampling(kept, keptWeights);
  }

  private static Interval[] box(
      List<String> names, List<OptionalDouble> periods, Map<String, Interval> intervals) {
    Interval[] box = new Interval[names.size()];
    for (int i = 0; i < box.length; i++) {
      OptionalDouble period = periods.get(i);
      box[i] =
          period.isPresent() ? new Interval(0, period.getAsDouble()) : intervals.get(names.get(i));
    }
    return box;
  }

  /** The last coordinate varies fastest; periodic directions start at 0, others at a half cell. */
  private static Sampling grid(List<Integer> sizes, Interval[] box, List<OptionalDouble> periods) {
    int count = sizes.stream().reduce(1, (a, b) -> a * b);
    double cell = 1;
    for (int i = 0; i < box.length; i++) {
      cell *= (box[i].to() - box[i].from()) / sizes.get(i);
    }
    double[][] points = new double[count][box.length];
    for (int p = 0; p < count; p++) {
      int rest = p;
      for (int i = box.length - 1; i >= 0; i--) {
        int n = sizes.get(i);
        double start = periods.get(i).isPresent() ? 0 : 0.5;
        double step = (box[i].to() - box[i].from()) / n;
        points[p][i] = box[i].from() + (rest % n + start) * step;
        rest /= n;
      }
    }
    return new Sampling(points, filled(count, cell));
  }

  private static Sampling monteCarlo(SampleSpec.MonteCarlo sample, Interval[] box) {
    SplittableRandom random = new SplittableRandom(sample.seed());
    double volume = 1;
    for (Interval side : box) {
      volume *= side.to() - side.from();
    }
    double[][] points = new double[sample.count()][box.length];
    for (double[] point : points) {
      for (int i = 0; i < box.length; i++) {
        point[i] = box[i].from() + random.nextDouble() * (box[i].to() - box[i].from());
      }
    }
    return new Sampling(points, filled(sample.count(), volume / sample.count()));
  }

  private static double[] filled(int count, double value) {
    double[] weights = new double[count];
    Arrays.fill(weights, value);
    return weights;
  }
}
