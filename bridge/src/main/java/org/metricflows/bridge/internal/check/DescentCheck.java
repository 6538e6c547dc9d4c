package org.metricflows.bridge.internal.check;

import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.metricflows.bridge.internal.flow.GridEvaluators;
import org.metricflows.symbolic.loss.JetLoss;
import org.metricflows.symbolic.loss.Loss;

/**
 * Steepest descent on a grid against the loss itself: the sum of the loss over the grid changes
 * along waves h by Σ E h, exactly for waves that the grid keeps, with E = −V, or E^kl = −(m/2) g^ki
 * g^lj V_ij for DeWitt's supermetric. The loss's change comes from the independent density at
 * functions that carry a derivative along h.
 */
final class DescentCheck {
  private static final int DIRECTIONS = 4;

  private final GridEvaluators subject;
  private final FieldMetric metric;
  private final FieldDensity density;
  private final Waves state;
  private final boolean deWitt;
  private final int order;

  DescentCheck(GridEvaluators subject, FieldMetric metric, Waves state, boolean deWitt) {
    Loss loss = subject.loss().orElseThrow();
    this.subject = subject;
    this.metric = metric;
    this.density = new FieldDensity(loss, new FieldCoordinates.Plain(subject.coordinates()));
    this.state = state;
    this.deWitt = deWitt;
    this.order = JetLoss.of(subject.ansatz(), loss, metric.dimension()).order();
  }

  /**
   * @param velocity V on the grid, function after function
   * @param size of the waves h
   */
  CheckResult result(double[] velocity, double size, Random random, double tolerance) {
    Comparison comparison = new Comparison("velocity", Oracles.GRADIENT, tolerance);
    for (int n = 0; n < DIRECTIONS; n++) {
      Waves direction = Waves.random(subject.grid(), metric.outputs(), size, random);
      double paired = 0;
      double change = 0;
      double terms = 0;
      for (int p = 0; p < subject.points().length; p++) {
        double term = paired(velocity, p, direction);
        paired += term;
        terms += Math.abs(term);
        change += change(subject.points()[p], direction);
      }
      // the sum's terms cancel, but by no more than their number's root
      double natural = terms / Math.sqrt(subject.points().length);
      comparison.add("change of the loss", "along waves " + n, paired, change, natural);
    }
    return comparison.result(subject.points().length);
  }

  /** m dℓ/dε at f + ε h. */
  private double change(double[] x, Waves direction) {
    Gradient along =
        density.at(
            x,
            metric.curvature(
                metric.metricAlong(x, state.jets(x, order), direction.jets(x, order), order),
                order));
    return along.getPartialDerivative(0) * density.measure(x);
  }

  /** Σ_c E_c h_c at a point. */
  private double paired(double[] velocity, int p, Waves direction) {
    double[] x = subject.points()[p];
    double[] h = direction.jets(x, 0);
    double[] v = new double[h.length];
    double plain = 0;
    for (int c = 0; c < h.length; c++) {
      v[c] = velocity[c * subject.points().length + p];
      plain -= v[c] * h[c];
    }
    return deWitt ? -0.5 * density.measure(x) * trace(x, v, h) : plain;
  }

  /** g^ki V_ij g^jl h_lk. */
  private double trace(double[] x, double[] v, double[] h) {
    int d = metric.dimension();
    FieldAnsatz layout = metric.ansatz();
    List<DerivativeStructure> g = metric.metricAt(x, state.jets(x, 0), 0);
    Tensor<DerivativeStructure> matrix =
        Tensor.of(d, 2, ij -> g.get(layout.component(ij[0], ij[1])));
    Tensor<DerivativeStructure> inverse = FieldInverse.of(d, matrix).matrix();
    double[][] left = new double[d][d];
    double[][] right = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        for (int k = 0; k < d; k++) {
          double up = inverse.get(i, k).getValue();
          left[i][j] += up * v[layout.component(k, j)];
          right[i][j] += up * h[layout.component(k, j)];
        }
      }
    }
    double trace = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        trace += left[i][j] * right[j][i];
      }
    }
    return trace;
  }
}
