package org.metricflows.bridge.library;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.metricflows.symbolic.InputException;

/** A regular grid on a torus; the last coordinate varies fastest. */
record Grid(Chart chart, List<Integer> sizes) implements Space {

  Grid {
    sizes = List.copyOf(sizes);
    if (sizes.size() != chart.dimension() || sizes.stream().anyMatch(n -> n < 1)) {
      throw InputException.of("grid", "has a positive size a coordinate, but " + sizes);
    }
    if (chart.spec().lengths().stream().anyMatch(OptionalDouble::isEmpty)) {
      throw InputException.of("grid", "every coordinate of its chart is periodic");
    }
  }

  private double length(int i) {
    return chart.spec().lengths().get(i).getAsDouble();
  }

  @Override
  public double[][] points() {
    int count = sizes.stream().reduce(1, (a, b) -> a * b);
    double[][] points = new double[count][sizes.size()];
    for (int p = 0; p < count; p++) {
      int rest = p;
      for (int i = sizes.size() - 1; i >= 0; i--) {
        points[p][i] = rest % sizes.get(i) * (length(i) / sizes.get(i));
        rest /= sizes.get(i);
      }
    }
    return points;
  }

  @Override
  public double[] weights() {
    double cell = 1;
    for (int i = 0; i < sizes.size(); i++) {
      cell *= length(i) / sizes.get(i);
    }
    double[] weights = new double[sizes.stream().reduce(1, (a, b) -> a * b)];
    Arrays.fill(weights, cell);
    return weights;
  }
}
