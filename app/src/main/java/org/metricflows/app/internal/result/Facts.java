package org.metricflows.app.internal.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;

/**
 * What one run has found, what tells most first: where it ended, then how its observables went.
 *
 * @param run its records
 */
record Facts(RunRecords run) {

  private static final String STOPPED = "stopped: ";

  private record Telling(Observable observable, String subject) {}

  /** The observables that are told, by what sentences call them. */
  private static final List<Telling> TELLING =
      List.of(
          new Telling(Vocabulary.SIGMA, "σ"),
          new Telling(Vocabulary.RICCI_MEASURE, "the Ricci measure"),
          new Telling(Vocabulary.RICCI_DISTANCE, "the distance to Ricci flow"),
          new Telling(Vocabulary.EXACT_DISTANCE, "the distance from the exact flow"),
          new Telling(Vocabulary.PROJECTION_DEFECT, "the share of the velocity that is lost"),
          new Telling(Vocabulary.PERELMAN_F, "Perelman's F"),
          new Telling(Vocabulary.PERELMAN_W, "Perelman's W"),
          new Telling(Vocabulary.LOSS, "the loss"),
          new Telling(Vocabulary.RADIUS_SQUARED_RATE, "the rate d(ψ²)/ds"),
          new Telling(Vocabulary.FIRST_INTEGRAL_ERROR, "the error of the first integral R + |∇f|²"),
          new Telling(Vocabulary.INT_R2, "∫R² dV"),
          new Telling(Vocabulary.R, "R"),
          new Telling(Vocabulary.NECK_RADIUS, "the radius of the neck"),
          new Telling(Vocabulary.VOLUME, "the volume"),
          new Telling(Vocabulary.INT_R, "∫R dV"),
          new Telling(Vocabulary.NTK_DRIFT, "the drift of the metric-NTK"),
          new Telling(Vocabulary.EFFECTIVE_RANK, "the effective rank"),
          new Telling(Vocabulary.BALANCE_DEFECT, "the distance from balanced"));

  List<Fact> all() {
    List<Fact> facts = new ArrayList<>();
    ending().ifPresent(facts::add);
    pinch().ifPresent(facts::add);
    singularity().ifPresent(facts::add);
    facts.addAll(failedChecks());
    facts.addAll(positivity());
    locality().ifPresent(facts::add);
    relaxation().ifPresent(facts::add);
    for (Telling telling : TELLING) {
      if (!isTheLossAgain(telling.observable())) {
        Course.of(run, telling.observable())
            .ifPresent(course -> facts.add(Fact.of(telling.subject(), course)));
      }
      if (telling.observable().equals(Vocabulary.R)) {
        curvature().ifPresent(facts::add);
      }
    }
    return facts;
  }

  /** Perelman's loss is −F, and to say both is to say it twice. */
  private boolean isTheLossAgain(Observable observable) {
    return observable.equals(Vocabulary.LOSS) && Course.of(run, Vocabulary.PERELMAN_F).isPresent();
  }

  private Optional<Fact> ending() {
    if (!isStopped()) {
      return Optional.empty();
    }
    String at = Measured.of(run.result().path("stopped_at").asDouble()).toString();
    return Optional.of(
        Fact.of(
            "the run",
            "stopped",
            "at "
                + run.clock()
                + " = "
                + at
                + " ("
                + run.result().path("status").asText().substring(STOPPED.length())
                + ")"));
  }

  private boolean isStopped() {
    return run.result().path("status").asText().startsWith(STOPPED);
  }

  private Optional<Fact> pinch() {
    JsonNode time = run.result().path("pinch_time");
    double error = run.result().path("pinch_time_uncertainty").asDouble();
    return time.isNumber()
        ? Optional.of(
            Fact.of("the neck", "pinches at t =", new Measured(time.asDouble(), error).toString()))
        : Optional.empty();
  }

  private Optional<Fact> singularity() {
    JsonNode time = run.result().path("singular_time");
    String verb = isStopped() ? "is gone at t =" : "shrinks to nothing at about t =";
    return time.isNumber()
        ? Optional.of(Fact.of("the metric", verb, Measured.of(time.asDouble()).toString()))
        : Optional.empty();
  }

  private List<Fact> failedChecks() {
    List<Fact> failed = new ArrayList<>();
    for (JsonNode check : run.result().path("checks")) {
      if (!check.path("passed").asBoolean()) {
        failed.add(Fact.of("the check", "failed:", check.path("name").asText()));
      }
    }
    return failed;
  }

  /** Said only where the metric is none in the end. */
  private List<Fact> positivity() {
    List<Fact> facts = new ArrayList<>();
    double share = last(Vocabulary.POSITIVE_FRACTION);
    if (share < 1) {
      facts.add(
          Fact.of(
              "the metric",
              "is not positive at",
              Measured.of(100 * (1 - share)) + " % of the points held out"));
    }
    double least = last(Vocabulary.MINIMUM_EIGENVALUE);
    if (Double.isNaN(share) && least <= 0 && first(Vocabulary.MINIMUM_EIGENVALUE) > 0) {
      facts.add(
          Fact.of(
              "the metric", "is not positive: its least eigenvalue is", "" + Measured.of(least)));
    }
    return facts;
  }

  private Optional<Fact> locality() {
    JsonNode curve = run.result().path("locality");
    if (curve.isEmpty()) {
      return Optional.empty();
    }
    String value = gain(curve.get(0)) + " to " + gain(curve.get(curve.size() - 1));
    return Optional.of(Fact.of("the factor gained in the loss", "goes from", value));
  }

  private Optional<Fact> relaxation() {
    JsonNode relaxation = run.result().path("relaxation");
    if (relaxation.isEmpty()) {
      return Optional.empty();
    }
    double rate = relaxation.path("rate").asDouble();
    double error = relaxation.path("error").asDouble();
    return Optional.of(
        Fact.of("log(q/κ)", "falls like exp(−λt) with λ =", "" + new Measured(rate, error)));
  }

  private static String gain(JsonNode entry) {
    return Measured.of(entry.path("gain").asDouble())
        + " at distance "
        + Measured.of(entry.path("distance").asDouble());
  }

  private Optional<Fact> curvature() {
    Optional<Course> least = Course.of(run, Vocabulary.R_MIN);
    Optional<Course> most = Course.of(run, Vocabulary.R_MAX);
    if (least.isEmpty() || most.isEmpty()) {
      return Optional.empty();
    }
    String start = range(least.get().first(), most.get().first());
    String end = range(least.get().last(), most.get().last());
    String predicate = start.equals(end) ? "stayed " + end : "went from " + start + " to " + end;
    return Optional.of(new Fact("R", predicate, "ends as", end, false));
  }

  private static String range(Measured least, Measured most) {
    return least.toString().equals(most.toString()) ? "" + most : "[" + least + ", " + most + "]";
  }

  private double first(Observable observable) {
    return Course.of(run, observable).map(c -> c.first().value()).orElse(Double.NaN);
  }

  private double last(Observable observable) {
    return Course.of(run, observable).map(c -> c.last().value()).orElse(Double.NaN);
  }
}
