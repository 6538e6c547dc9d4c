package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.metricflows.bridge.internal.flow.GridEvaluators;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.Supermetric;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.symbolic.loss.FixedMeasure;

/**
 * Compares the flow of a spec on a periodic grid with independent paths, at a random state of long
 * waves, of which all derivatives are known:
 *
 * <pre>
 *   grid jets     the waves and their derivatives on the grid
 *   velocity      Ricci's and Perelman's formulas at points, or the loss's change along waves
 *   local kernel  Fourier modes of ∂_t f and of the velocity, as sums over the grid
 * </pre>
 *
 * <pre>{@code
 * CheckReport report = GridCheck.of(spec).run(progress -> {});
 * }</pre>
 */
public final class GridCheck {
  private static final int MOST_POINTS = 40;

  private final GridEvaluators subject;
  private final GridPaths paths;
  private final FieldMetric metric;

  GridCheck(GridEvaluators subject, GridPaths paths) {
    this.subject = subject;
    this.paths = paths;
    FieldAnsatz ansatz = new FieldAnsatz(subject.ansatz(), subject.grid().dimension());
    this.metric =
        new FieldMetric(
            ansatz, new FieldCoordinates.Plain(subject.coordinates()), subject.background());
  }

  /**
   * The check of a spec whose dynamics are a local kernel or Ricci flow.
   *
   * @throws org.metricflows.symbolic.InputException see {@link GridEvaluators#of}
   */
  public static GridCheck of(Spec spec) {
    GridEvaluators subject = GridEvaluators.of(spec);
    return new GridCheck(subject, GridPaths.of(subject.flow()));
  }

  GridEvaluators subject() {
    return subject;
  }

  /**
   * Makes all comparisons.
   *
   * @param progress is told what is being checked
   */
  public CheckReport run(Consumer<String> progress) {
    Random random = Subject.random();
    MetricRange range = MetricRange.of(metric, subject.points());
    double room = metric.ansatz().room(range.smallest());
    Waves waves = Waves.random(subject.grid(), metric.outputs(), room, random);
    List<CheckResult> results = new ArrayList<>();
    progress.accept("grid jets");
    results.add(jets(waves));
    progress.accept("velocity");
    results.add(velocity(waves, room, random));
    progress.accept("local kernel");
    results.add(new SmoothingCheck(subject, paths).result(waves.values(subject.points()), random));
    return new CheckReport(results);
  }

  /**
   * Tolerance: a transform rounds to 1e-16 of the function or so, which k² multiplies for the
   * shortest of the waves, as often as two derivatives are taken; a metric's inverse loses the
   * square of its condition number.
   */
  private double tolerance(int times) {
    double shortest = 0;
    for (int i = 0; i < subject.grid().dimension(); i++) {
      double k = 2 * Math.PI / subject.grid().period(i) * subject.grid().keptModes(i);
      shortest += k * k;
    }
    double condition = MetricRange.of(metric, subject.points()).condition();
    return 1e-14
        * Math.pow(Math.max(10, shortest), times)
        * Math.max(1, condition * condition / 100);
  }

  private int[] chosen() {
    return Subject.some(subject.points().length, MOST_POINTS);
  }

  private CheckResult jets(Waves waves) {
    Comparison comparison = new Comparison("grid jets", Oracles.STRUCTURE, tolerance(1));
    double[][] jets = paths.jets().at(waves.values(subject.points()));
    int order = jets.length == waves.functions() ? 0 : 2;
    TaylorLayout layout = new TaylorLayout(new JetSpace(subject.grid().dimension(), order));
    for (int p : chosen()) {
      double[] expected = waves.jets(subject.points()[p], order);
      for (int i = 0; i < expected.length; i++) {
        int k = i % layout.size();
        String name = "function " + i / layout.size() + " " + layout.name(k) + " at point " + p;
        comparison.add("order " + layout.total(k), name, jets[i][p], expected[i]);
      }
    }
    return comparison.result(chosen().length);
  }

  private CheckResult velocity(Waves waves, double room, Random random) {
    Dynamics dynamics = subject.spec().flow().dynamics();
    FieldVelocity field = new FieldVelocity(metric, waves::at);
    double[] actual = paths.velocity().at(waves.values(subject.points()));
    if (dynamics.ricci().isPresent()) {
      Dynamics.Ricci ricci = dynamics.ricci().get();
      double mean = ricci == Dynamics.Ricci.NORMALISED ? mean(field) : 0;
      return pointwise(actual, x -> field.ricci(ricci, mean, x));
    }
    boolean deWitt = dynamics.supermetric() == Supermetric.DEWITT;
    Optional<FixedMeasure> measure = subject.loss().orElseThrow().measure();
    if (deWitt && measure.isPresent()) {
      return pointwise(actual, x -> field.perelman(measure.get().density(), x));
    }
    DescentCheck descent = new DescentCheck(subject, metric, waves, deWitt);
    // the loss reads second derivatives, and its variation takes two more
    return descent.result(actual, room, random, tolerance(2));
  }

  private double mean(FieldVelocity field) {
    double volume = 0;
    double curvature = 0;
    for (double[] x : subject.points()) {
      double[] at = field.volumeAndCurvature(x);
      volume += at[0];
      curvature += at[1];
    }
    return curvature / volume;
  }

  /** What the functions' velocity ought to be at a point. */
  @FunctionalInterface
  private interface AtPoint {
    double[] velocity(double[] x);
  }

  private CheckResult pointwise(double[] actual, AtPoint expected) {
    Comparison comparison = new Comparison("velocity", Oracles.STRUCTURE, tolerance(1));
    int points = subject.points().length;
    for (int p : chosen()) {
      double[] velocity = expected.velocity(subject.points()[p]);
      for (int c = 0; c < velocity.length; c++) {
        String name = "function " + c + " at point " + p;
        comparison.add("velocity", name, actual[c * points + p], velocity[c]);
      }
    }
    return comparison.result(chosen().length);
  }
}
