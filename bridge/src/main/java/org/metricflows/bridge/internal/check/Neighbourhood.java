package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.metricflows.numeric.internal.gradient.OutputFlow;

/**
 * States near the start of a flow at which to look: far enough from it that nothing vanishes by
 * symmetry, near enough that the metric stays one.
 *
 * @param state the parameters, or the jets at infinite width
 * @param jets of the outputs at the sample points there: {@code [output·J + coefficient][point]}
 * @param room how far outputs may move at each point before the metric changes by some tenth
 * @param condition the metric's largest condition number
 * @param step how far the state's entries are from the start, at most
 * @param terms a thousandth of the size of the loss's terms there, where they may cancel: a loss
 *     that is smaller is measured by this
 */
record Neighbourhood(
    double[] state, double[][] jets, double[] room, double condition, double step, double terms) {
  private static final double FIRST_STEP = 0.3;
  private static final double LARGEST_CHANGE = 0.2;
  private static final int HALVINGS = 40;

  /** The neighbourhood that a seed leads to. */
  static Neighbourhood of(Subject subject, OutputFlow flow, Random random) {
    double[] start = flow.initialState();
    double[] direction = random.doubles(start.length, -1, 1).toArray();
    double[][] values = flow.sampleJets(start, 0).clone();
    double[] state = start;
    double step = FIRST_STEP;
    for (int halving = 0; halving < HALVINGS; halving++) {
      state = start.clone();
      step = Math.scalb(FIRST_STEP, -halving);
      for (int i = 0; i < state.length; i++) {
        state[i] += step * direction[i];
      }
      if (change(subject, values, flow.sampleJets(state, 0)) <= LARGEST_CHANGE) {
        break;
      }
    }
    return at(subject, flow, state, step);
  }

  private static Neighbourhood at(Subject subject, OutputFlow flow, double[] state, double step) {
    double[][] values = flow.sampleJets(state, 0);
    double[] room = new double[subject.points().length];
    double condition = 1;
    for (int p = 0; p < room.length; p++) {
      double[] sizes = sizes(subject, p, values);
      room[p] = subject.metric().ansatz().room(sizes[0]);
      condition = Math.max(condition, sizes[sizes.length - 1] / sizes[0]);
    }
    double[][] jets = flow.sampleJets(state, subject.order());
    double terms = 0;
    for (int p = 0; p < room.length; p++) {
      double[] near = Subject.row(jets, p);
      terms += subject.loss().size(subject.points()[p], subject.weight(p), near);
    }
    return new Neighbourhood(state, jets, room, condition, step, 1e-3 * terms);
  }

  /** The largest change of the metric at a point, in units of its smallest eigenvalue. */
  private static double change(Subject subject, double[][] before, double[][] after) {
    double largest = 0;
    for (int p = 0; p < subject.points().length; p++) {
      RealMatrix change = metric(subject, p, after).subtract(metric(subject, p, before));
      double relative = change.getNorm1() / sizes(subject, p, before)[0];
      largest = relative <= largest ? largest : relative;
    }
    return largest;
  }

  /** The absolute eigenvalues of the metric at a point, ascending. */
  private static double[] sizes(Subject subject, int point, double[][] outputs) {
    RealMatrix metric = metric(subject, point, outputs);
    double[] values = new EigenDecompositionSymmetric(metric).getEigenvalues();
    double[] sizes = Arrays.stream(values).map(Math::abs).toArray();
    Arrays.sort(sizes);
    return sizes;
  }

  private static RealMatrix metric(Subject subject, int point, double[][] outputs) {
    FieldMetric metric = subject.metric();
    List<DerivativeStructure> g =
        metric.metricAt(subject.points()[point], Subject.row(outputs, point), 0);
    int d = subject.dimension();
    double[][] matrix = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        matrix[i][j] = g.get(metric.ansatz().component(i, j)).getValue();
      }
    }
    return MatrixUtils.createRealMatrix(matrix);
  }

  /**
   * The part of the outputs' room that is lost where outputs of order 1 are rounded, as those of a
   * finite network are before its start is subtracted.
   */
  double lost() {
    return 1e-15 / Arrays.stream(room).min().orElse(1);
  }

  /** What a derivative of the loss by an output's jets is worth at least. */
  double slope() {
    return terms / Arrays.stream(room).min().orElse(1);
  }

  /** The outputs' jets at a point, each moved at random within the room there is. */
  double[] near(int point, Random random) {
    double[] near = Subject.row(jets, point);
    for (int k = 0; k < near.length; k++) {
      near[k] += room[point] * (2 * random.nextDouble() - 1);
    }
    return near;
  }
}
