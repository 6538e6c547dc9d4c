package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import java.util.List;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/** Refuses backgrounds that their ansatz cannot use or that are no metric at some point. */
final class BackgroundCheck {
  private static final String FIELD = "metric.background";

  private BackgroundCheck() {}

  /** A diagonal ansatz needs a diagonal background. */
  static void structure(Background background) {
    if (background.ansatz() != ChartAnsatz.DIAGONAL_EXPONENTIAL) {
      return;
    }
    List<String> indices = Ansatz.indices(background.dimension());
    for (int c = 0; c < indices.size(); c++) {
      String ij = indices.get(c);
      if (ij.charAt(0) != ij.charAt(1) && !background.metric().get(c).isZero()) {
        throw InputException.of(
            FIELD,
            "component "
                + ij
                + " is '"
                + background.metric().get(c)
                + "', but the ansatz diagonal-exponential needs a diagonal background");
      }
    }
  }

  /** The background must be regular, non-degenerate and, for Cholesky, positive at all points. */
  static void values(Compiler compiler, Background background, FlowData data, int order) {
    points(compiler, background, data.sampling().points(), "sample point");
    points(compiler, background, data.testPoints(), "test point");
    for (double[] column : data.referenceJets(order)) {
      for (int p = 0; p < column.length; p++) {
        if (!Double.isFinite(column[p])) {
          throw InputException.of(
              FIELD,
              "its derivatives are not finite at sample point "
                  + describe(p, data.sampling().points(), background));
        }
      }
    }
  }

  private static void points(
      Compiler compiler, Background background, double[][] points, String what) {
    if (points.length == 0) {
      return;
    }
    int d = background.dimension();
    int numbers = background.coordinates().symbols().size();
    double[][] metric = background.metricAt(compiler, PointColumns.transpose(points, numbers));
    SymmetricEigenvalues eigenvalues = new SymmetricEigenvalues(d);
    for (int p = 0; p < points.length; p++) {
      String where = what + " " + describe(p, points, background);
      if (!finite(metric, p)) {
        throw InputException.of(FIELD, "the metric is not finite at " + where);
      }
      double[] values = eigenvalues.at(metric, p);
      double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
      double least = Arrays.stream(values).map(Math::abs).min().orElseThrow();
      if (least <= 1e-14 * largest) {
        throw InputException.of(FIELD, "the metric is singular at " + where);
      }
      if (background.ansatz() == ChartAnsatz.CHOLESKY && eigenvalues.smallest(metric, p) <= 0) {
        throw InputException.of(
            FIELD,
            "the ansatz cholesky needs a positive definite background, but the metric has"
                + " the eigenvalue "
                + eigenvalues.smallest(metric, p)
                + " at "
                + where);
      }
    }
  }

  private static boolean finite(double[][] metric, int point) {
    return Arrays.stream(metric).allMatch(column -> Double.isFinite(column[point]));
  }

  private static String describe(int p, double[][] points, Background background) {
    int named = background.coordinates().names().size();
    return p + ", " + Arrays.toString(Arrays.copyOf(points[p], named));
  }
}
