package org.metricflows.bridge.internal.flow;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.numeric.internal.flow.StopCondition;
import org.metricflows.symbolic.network.ChartAnsatz;

/**
 * Ends a flow when the metric at some sample point degenerates: a positive definite metric when its
 * smallest eigenvalue reaches zero, an indefinite one when its determinant does.
 */
final class Degeneration implements StopCondition {
  private final StateReader observer;
  private final SymmetricEigenvalues eigenvalues;
  private final Spec spec;
  private final boolean definite;
  private final double[] startDeterminants;

  Degeneration(Spec spec, StateReader observer, double[] start) {
    this.spec = spec;
    this.observer = observer;
    double[][] metric = observer.sampleMetric(start);
    this.eigenvalues = new SymmetricEigenvalues(observer.dimension());
    this.definite = eigenvalues.smallest(metric) > 0;
    this.startDeterminants = new double[metric[0].length];
    for (int p = 0; p < startDeterminants.length; p++) {
      startDeterminants[p] = determinant(metric, p);
    }
  }

  @Override
  public double value(double t, double[] y, double[] yDot) {
    double[][] metric = observer.sampleMetric(y);
    return definite ? eigenvalues.smallest(metric) : determinantRatio(metric, worst(metric));
  }

  @Override
  public String reason(double t, double[] y) {
    double[][] metric = observer.sampleMetric(y);
    if (!definite) {
      return "the metric has become singular at sample point " + place(worst(metric));
    }
    boolean canLoseIt = spec.metric().ansatz().equals(ChartAnsatz.ADDITIVE);
    return "the metric is no longer positive definite at sample point "
        + place(eigenvalues.whereSmallest(metric))
        + (canLoseIt ? "; with metric.ansatz 'cholesky' it cannot cease to be" : "");
  }

  /** Whether the flow starts from a positive definite metric. */
  boolean isDefinite() {
    return definite;
  }

  private String place(int point) {
    double[] x = observer.samplePoints()[point];
    List<String> names = spec.space().coordinates();
    StringJoiner at = new StringJoiner(", ", point + " (", ")");
    for (int i = 0; i < x.length; i++) {
      at.add(String.format(Locale.ROOT, "%s = %.5g", names.get(i), x[i]));
    }
    return at.toString();
  }

  private int worst(double[][] metric) {
    int worst = 0;
    for (int p = 1; p < metric[0].length; p++) {
      if (!(determinantRatio(metric, p) >= determinantRatio(metric, worst))) {
        worst = p;
      }
    }
    return worst;
  }

  private double determinantRatio(double[][] metric, int point) {
    return determinant(metric, point) / startDeterminants[point];
  }

  private double determinant(double[][] metric, int point) {
    return new LUDecomposition(MatrixUtils.createRealMatrix(eigenvalues.matrix(metric, point)))
        .getDeterminant();
  }
}
