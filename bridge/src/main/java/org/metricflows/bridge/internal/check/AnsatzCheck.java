package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/**
 * The metric's jets that the compiled loss makes of the outputs' jets, at random jets near the
 * start.
 *
 * <p>Tolerances: the formulas have some tens of operations; outputs move by 0.01 of what would
 * change the metric by a tenth, so that differences err by some 10⁻¹⁰.
 */
final class AnsatzCheck {
  private static final String NAME = "ansatz";
  private static final int MOST_POINTS = 16;
  private static final double STEP = 1e-2;
  private static final double TOLERANCE = 1e-7;

  private final Subject subject;
  private final Evaluators evaluators;
  private final Neighbourhood neighbourhood;
  private final TaylorLayout layout;
  private final List<String> names;

  AnsatzCheck(Subject subject, Evaluators evaluators, Neighbourhood neighbourhood) {
    this.subject = subject;
    this.evaluators = evaluators;
    this.neighbourhood = neighbourhood;
    this.layout = subject.layout();
    this.names = subject.flow().metricNames();
  }

  List<CheckResult> results() {
    Comparison automatic = new Comparison(NAME, Oracles.STRUCTURE, 1e-12);
    Comparison differences = new Comparison(NAME, CentralDifference.NAME, TOLERANCE);
    Random random = Subject.random();
    int[] chosen = Subject.some(subject.points().length, MOST_POINTS);
    for (int p : chosen) {
      double[] jets = neighbourhood.near(p, random);
      double[] actual = at(p, jets, -1, 0);
      compare(p, actual, expected(p, jets), automatic, 0);
      if (subject.order() > 0) {
        compare(p, actual, slopes(p, jets), differences, step(p, jets));
      }
    }
    List<CheckResult> results = new ArrayList<>(List.of(automatic.result(chosen.length)));
    if (subject.order() > 0) {
      results.add(differences.result(chosen.length));
    }
    return results;
  }

  private void compare(
      int point, double[] actual, double[] expected, Comparison comparison, double step) {
    for (int i = 0; i < actual.length; i++) {
      int k = i % layout.size();
      int order = layout.total(k);
      if (step == 0 || order > 0) {
        String name = names.get(i) + " at point " + point;
        double lower = step == 0 ? 0 : actual[i - k + layout.lower(k)];
        double size = step == 0 ? 0 : CentralDifference.floor(lower, step, TOLERANCE);
        comparison.add("order " + order, name, actual[i], expected[i], size);
      }
    }
  }

  private double[] expected(int point, double[] jets) {
    List<DerivativeStructure> metric =
        subject.metric().metricAt(subject.points()[point], jets, subject.order());
    double[] expected = new double[names.size()];
    for (int i = 0; i < expected.length; i++) {
      int[] orders = layout.orders(i % layout.size());
      expected[i] = metric.get(i / layout.size()).getPartialDerivative(orders);
    }
    return expected;
  }

  /** Coordinates move so far that no output moves by more than a little of its room. */
  private double step(int point, double[] jets) {
    double room = neighbourhood.room()[point];
    double steepest = Arrays.stream(jets).map(Math::abs).max().orElse(0);
    return STEP * Math.min(1, room / Math.max(room, steepest));
  }

  private double[] slopes(int point, double[] jets) {
    double[][] slopes = new double[subject.dimension()][];
    for (int i = 0; i < slopes.length; i++) {
      int moved = i;
      slopes[i] = CentralDifference.ofAll(h -> at(point, jets, moved, h), step(point, jets));
    }
    double[] expected = new double[names.size()];
    for (int i = 0; i < expected.length; i++) {
      int k = i % layout.size();
      if (k > 0) {
        expected[i] = slopes[layout.droppedCoordinate(k)][i - k + layout.lower(k)];
      }
    }
    return expected;
  }

  /** The metric's jets where the Taylor polynomials of outputs and reference are, moved by h. */
  private double[] at(int point, double[] jets, int moved, double h) {
    double[] in = Subject.join(jets, subject.fixed(point));
    int reference = evaluators.reference().outputs() / layout.size();
    int polynomials = subject.outputs() + reference;
    for (int c = 0; c < polynomials && moved >= 0; c++) {
      move(in, c * layout.size(), moved, h);
    }
    double[] present = Subject.evaluate(evaluators.metric(), in);
    double[] all = new double[names.size()];
    for (int i = 0; i < present.length; i++) {
      all[names.indexOf(evaluators.metricNames().get(i))] = present[i];
    }
    return all;
  }

  private void move(double[] in, int start, int moved, double h) {
    double[] before = Arrays.copyOfRange(in, start, start + layout.size());
    for (int k = 0; k < layout.size(); k++) {
      if (layout.total(k) <= 1) {
        in[start + k] += h * before[layout.raised(k, moved)];
      }
    }
    in[start] += h * h / 2 * before[layout.raised(layout.raised(0, moved), moved)];
  }
}
