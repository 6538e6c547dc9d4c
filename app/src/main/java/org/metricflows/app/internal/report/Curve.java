package org.metricflows.app.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.metricflows.app.internal.plot.Series;

/**
 * A number of the records of one run against the clock.
 *
 * @param quantity what it is
 * @param run the run's name, empty for the only one
 * @param item which of the quantity's numbers, empty for the only one
 * @param clockName what runs
 * @param clock what it shows
 * @param values NaN where a record has none
 * @param errors empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // read by this package alone
record Curve(
    Quantity quantity,
    String run,
    String item,
    String clockName,
    double[] clock,
    double[] values,
    double[] errors) {

  /** From this factor on, equal factors are easier to see than equal steps. */
  private static final double WIDE = 30;

  /** Curves that differ by less than this factor share a figure. */
  private static final double ALIKE = 20;

  /** A number of all records at a JSON pointer. */
  static double[] column(JsonNode records, String pointer) {
    return StreamSupport.stream(records.spliterator(), false)
        .mapToDouble(record -> record.at(pointer).asDouble(Double.NaN))
        .toArray();
  }

  Series toSeries(String label) {
    Series series = Series.line(label, clock, values);
    return errors.length == 0 ? series : series.withErrors(errors);
  }

  private DoubleStream finite() {
    return Arrays.stream(values).filter(Double::isFinite);
  }

  boolean isEmpty() {
    return finite().findAny().isEmpty();
  }

  boolean vanishes() {
    return finite().allMatch(value -> value == 0);
  }

  /** The quantity, and which of its numbers. */
  String name() {
    return item.isEmpty() ? quantity.name() : quantity.name() + " " + item;
  }

  /** Whether there is more than one point. */
  boolean moves() {
    return finite().count() > 1;
  }

  /** Whether a logarithmic axis serves: all are positive, and they span more than a decade. */
  boolean isWide() {
    double least = finite().min().orElse(0);
    return least > 0 && finite().max().orElse(0) >= WIDE * least;
  }

  private double size() {
    return finite().map(Math::abs).max().orElse(0);
  }

  /** Whether it may share a figure with another of the same run. */
  boolean isLike(Curve other) {
    boolean same = quantity.name().equals(other.quantity.name());
    return same
        || quantity.hasUnit()
            && quantity.unit().equals(other.quantity.unit())
            && item.isEmpty()
            && other.item.isEmpty()
            && isWide() == other.isWide()
            && Math.max(size(), other.size())
                <= ALIKE * Math.max(Double.MIN_NORMAL, Math.min(size(), other.size()));
  }
}
