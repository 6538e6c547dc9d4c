package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.metricflows.bridge.internal.spec.SampleSpec;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.spectral.PeriodicGrid;
import org.metricflows.numeric.internal.spectral.SpectralOperators;
import org.metricflows.symbolic.InputException;

/** The periodic grid of a spec, refused where it cannot carry Fourier derivatives. */
final class LocalGrid {
  private static final int LEAST_SIZE = 8;

  /** How much of a function's variation may lie in modes that de-aliasing drops. */
  private static final double UNRESOLVED = 1e-3;

  private LocalGrid() {}

  static PeriodicGrid of(Spec spec, List<OptionalDouble> periods) {
    String who = spec.flow().dynamics().statement();
    if (periods.size() > 3) {
      throw InputException.of(
          "chart.coordinates", "there are " + periods.size() + ", but " + who + " takes 1 to 3");
    }
    for (int i = 0; i < periods.size(); i++) {
      if (periods.get(i).isEmpty()) {
        throw InputException.of(
            "chart.periodic",
            "'"
                + spec.chart().coordinates().get(i)
                + "' has no period, but "
                + who
                + " needs a periodic chart");
      }
    }
    if (!(spec.sample() instanceof SampleSpec.Grid sample)) {
      throw InputException.of(
          "sample",
          "must be a grid, such as {grid: "
              + "[32, 32, 32".substring(0, 4 * periods.size() - 1)
              + "]}, because "
              + who
              + " takes Fourier derivatives");
    }
    int[] sizes = sample.sizes().stream().mapToInt(n -> n).toArray();
    if (Arrays.stream(sizes).anyMatch(n -> n < LEAST_SIZE)) {
      throw InputException.of(
          "sample.grid",
          ""
              + sample.sizes()
              + " is too small to de-alias; at least "
              + LEAST_SIZE
              + " points along each coordinate are needed");
    }
    return PeriodicGrid.of(
        sizes, periods.stream().mapToDouble(OptionalDouble::getAsDouble).toArray());
  }

  /** Refuses functions whose variation is not on the grid's kept modes, up to a thousandth. */
  static void requireResolved(PeriodicGrid grid, double[][] columns, String field) {
    int points = grid.points();
    for (double[] column : columns) {
      double[] kept = new double[points];
      new SpectralOperators(grid, 1, 0, Parallel.common()).smoothing(0).apply(column, kept);
      double mean = Arrays.stream(column).average().orElseThrow();
      double lost = 0;
      double variation = 0;
      for (int p = 0; p < points; p++) {
        lost += Math.pow(column[p] - kept[p], 2);
        variation += Math.pow(column[p] - mean, 2);
      }
      double level = Math.abs(mean) * Math.sqrt(points) * 1e-10;
      if (Math.sqrt(lost) > UNRESOLVED * Math.sqrt(variation) + level) {
        throw InputException.of(
            "sample.grid",
            ""
                + sizes(grid)
                + " is too small to de-alias "
                + field
                + ": "
                + Math.round(100 * Math.sqrt(lost / variation) * 10) / 10.0
                + "% of its variation is in waves of more than "
                + kept(grid)
                + " periods, which the 2/3 rule drops; use a finer grid");
      }
    }
  }

  private static String sizes(PeriodicGrid grid) {
    int[] sizes = new int[grid.dimension()];
    Arrays.setAll(sizes, grid::size);
    return Arrays.toString(sizes);
  }

  private static String kept(PeriodicGrid grid) {
    int[] kept = new int[grid.dimension()];
    Arrays.setAll(kept, grid::keptModes);
    return Arrays.toString(kept);
  }

  static double[] ones(PeriodicGrid grid) {
    double[] ones = new double[grid.points()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
