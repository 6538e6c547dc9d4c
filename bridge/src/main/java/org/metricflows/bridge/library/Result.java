package org.metricflows.bridge.library;

import java.util.List;
import java.util.NoSuchElementException;
import org.metricflows.bridge.observable.Observable;

/**
 * How a flow or a training went.
 *
 * @param status {@code completed}, or {@code stopped: } and why
 * @param records in the order of time
 * @param state the unknowns at the end: parameters at finite width
 */
public record Result(String status, List<Recorded> records, double[] state) {

  /** Copies its arguments. */
  public Result {
    records = List.copyOf(records);
    state = state.clone();
  }

  @Override
  public double[] state() {
    return state.clone();
  }

  /** Whether it came to its end. */
  public boolean isCompleted() {
    return status.equals("completed");
  }

  /**
   * The record at a time.
   *
   * @throws NoSuchElementException if there is none
   */
  public Recorded at(double time) {
    return records.stream()
        .filter(record -> record.time() == time)
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "nothing is recorded at "
                        + time
                        + ", but at "
                        + records.stream().map(Recorded::time).toList()));
  }

  /** The last record. */
  public Recorded last() {
    return records.get(records.size() - 1);
  }

  /** A number over the records, {@code [record]}. */
  public double[] series(String name) {
    return records.stream().mapToDouble(record -> record.value(name)).toArray();
  }

  /** A number over the records, {@code [record]}. */
  public double[] series(Observable observable) {
    return series(observable.name());
  }

  /** The times of the records. */
  public double[] times() {
    return records.stream().mapToDouble(Recorded::time).toArray();
  }
}
