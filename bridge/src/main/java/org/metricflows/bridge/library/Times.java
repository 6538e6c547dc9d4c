package org.metricflows.bridge.library;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.numeric.internal.flow.Method;
import org.metricflows.symbolic.InputException;

/** From 0 to the last time, with records in between, by an adaptive integrator. */
public final class Times {

  private final List<Double> records;
  private final double relative;
  private final double absolute;

  private Times(List<Double> records, double relative, double absolute) {
    this.records = List.copyOf(records);
    this.relative = relative;
    this.absolute = absolute;
    for (int i = 0; i < records.size(); i++) {
      double least = i == 0 ? 0 : records.get(i - 1);
      if (!(i == 0 ? records.get(i) >= least : records.get(i) > least)) {
        throw InputException.of("times", "must not be negative and must increase: " + records);
      }
    }
    if (records.isEmpty() || !(records.get(records.size() - 1) > 0)) {
      throw InputException.of("times", "the last must be positive: " + records);
    }
  }

  /**
   * Records at these times, to tolerances 1e-10 and 1e-12 by Dormand and Prince's order 8.
   *
   * @param records increasing, the last one is the end
   * @throws InputException if they do not increase
   */
  public static Times of(double... records) {
    return new Times(Arrays.stream(records).boxed().toList(), 1e-10, 1e-12);
  }

  /** The same to other tolerances, relative and absolute. */
  public Times tolerances(double newRelative, double newAbsolute) {
    return new Times(records, newRelative, newAbsolute);
  }

  FlowSpec spec(Dynamics dynamics) {
    return new FlowSpec(
        dynamics,
        records.get(records.size() - 1),
        records,
        Method.DORMAND_PRINCE_853,
        relative,
        absolute,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
