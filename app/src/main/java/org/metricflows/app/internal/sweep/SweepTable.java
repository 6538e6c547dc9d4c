package org.metricflows.app.internal.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.spec.SweepAxis;

/**
 * What a sweep has found: for each combination of values but for seeds the mean of every measure
 * over the seeds, and the power laws that the means follow.
 *
 * @param plan the sweep
 * @param measures the columns
 * @param runs what was read off every run, by its name
 */
public record SweepTable(SweepPlan plan, List<String> measures, Map<String, MeasuredRun> runs) {

  /** Copies its arguments. */
  public SweepTable {
    measures = List.copyOf(measures);
    runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
  }

  /**
   * What came of one run.
   *
   * @param status {@code completed}; or {@code stopped: …}, {@code failed: …} or {@code check
   *     failed: …} with the reason
   * @param values of the measures, in their order; none where the run does not have it
   */
  public record MeasuredRun(String status, List<OptionalDouble> values) {
    /** Copies its arguments. */
    public MeasuredRun {
      values = List.copyOf(values);
    }

    /** Whether it came to its end; no other run counts in the table. */
    public boolean isCompleted() {
      return status.equals("completed");
    }
  }

  /**
   * A row.
   *
   * @param at which value of each tabulated axis, from 0
   * @param runs how many runs were completed
   * @param means of the measures, in their order
   */
  public record Row(List<Integer> at, int runs, List<MeanAndError> means) {
    /** Copies its arguments. */
    public Row {
      at = List.copyOf(at);
      means = List.copyOf(means);
    }
  }

  /**
   * A power law.
   *
   * @param measure of which
   * @param axis against which tabulated axis
   * @param at which value the other tabulated axes have; of the axis itself 0
   * @param fit the exponent
   */
  public record Slope(int measure, int axis, List<Integer> at, LogLogFit fit) {
    /** Copies its arguments. */
    public Slope {
      at = List.copyOf(at);
    }
  }

  /** The axes that are tabulated, in their order. */
  public List<SweepAxis> axes() {
    return plan.tabulated().stream().map(plan.axes()::get).toList();
  }

  /** Whether every run was completed. */
  public boolean isComplete() {
    return runs.values().stream().allMatch(MeasuredRun::isCompleted);
  }

  /** The measures that none of the completed members has. */
  public List<String> missing() {
    List<Row> rows = rows();
    boolean any = rows.stream().anyMatch(row -> row.runs() > 0);
    return IntStream.range(0, measures.size())
        .filter(m -> any && rows.stream().allMatch(row -> row.means().get(m).count() == 0))
        .mapToObj(measures::get)
        .toList();
  }

  /** The rows, the last axis running fastest. */
  public List<Row> rows() {
    return plan.rows().stream().map(this::row).toList();
  }

  private Row row(List<SweepPlan.Member> members) {
    List<MeasuredRun> completed =
        members.stream().map(m -> runs.get(m.name())).filter(MeasuredRun::isCompleted).toList();
    List<MeanAndError> means =
        IntStream.range(0, measures.size())
            .mapToObj(
                m ->
                    MeanAndError.of(
                        completed.stream()
                            .flatMapToDouble(run -> run.values().get(m).stream())
                            .toArray()))
            .toList();
    List<Integer> at = plan.tabulated().stream().map(members.get(0).at()::get).toList();
    return new Row(at, completed.size(), means);
  }

  /** The exponents of all measures against all axes of numbers, at all values of the others. */
  public List<Slope> slopes() {
    List<Row> rows = rows();
    List<Slope> slopes = new ArrayList<>();
    for (int measure = 0; measure < measures.size(); measure++) {
      for (int axis = 0; axis < axes().size(); axis++) {
        if (axes().get(axis).isScale()) {
          addSlopes(measure, axis, rows, slopes);
        }
      }
    }
    return slopes;
  }

  private void addSlopes(int measure, int axis, List<Row> rows, List<Slope> slopes) {
    Map<List<Integer>, List<LogLogFit.Point>> lines = new LinkedHashMap<>();
    for (Row row : rows) {
      List<Integer> others = new ArrayList<>(row.at());
      int index = others.set(axis, 0);
      OptionalDouble x = axes().get(axis).number(index);
      if (x.isPresent()) {
        lines
            .computeIfAbsent(others, key -> new ArrayList<>())
            .add(new LogLogFit.Point(x.getAsDouble(), row.means().get(measure)));
      }
    }
    lines.forEach(
        (others, points) ->
            LogLogFit.of(points)
                .ifPresent(fit -> slopes.add(new Slope(measure, axis, others, fit))));
  }
}
