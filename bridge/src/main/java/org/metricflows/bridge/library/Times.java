package org.metricflows.bridge.library;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.metricflows.bridge.spec.Dynamics;
import org.metricflows.bridge.spec.FlowSpec;
import org.metricflows.numeric.flow.Method;
import org.metricflows.symbolic.InputException;

/**
 * From 0 to the last time, with records in between, by an adaptive integrator.
 *
 * @param records increasing, the last one is the end
 * @param method the integrator
 * @param relative its relative tolerance
 * @param absolute its absolute tolerance
 */
public record Times(List<Double> records, Method method, double relative, double absolute) {

  /** Copies its arguments. */
  public Times {
    records = List.copyOf(records);
    for (int i = 0; i < records.size(); i++) {
      double least = i == 0 ? 0 : records.get(i - 1);
      if (!(i == 0 ? records.get(i) >= least : records.get(i) > least)) {
        throw InputException.of("times", "must not be negative and must increase: " + records);
      }
    }
    if (records.isEmpty() || !(records.get(records.size() - 1) > 0)) {
      throw InputException.of("times", "the last must be positive: " + records);
    }
    if (!method.isAdaptive()) {
      throw InputException.of("times", "an adaptive method is meant, not " + method.label());
    }
  }

  /** Records at these times, to tolerances 1e-10 and 1e-12 by Dormand and Prince's order 8. */
  public static Times of(double... records) {
    return new Times(
        Arrays.stream(records).boxed().toList(), Method.DORMAND_PRINCE_853, 1e-10, 1e-12);
  }

  /** The same to other tolerances. */
  public Times tolerances(double newRelative, double newAbsolute) {
    return new Times(records, method, newRelative, newAbsolute);
  }

  FlowSpec spec(Dynamics dynamics) {
    return new FlowSpec(
        dynamics,
        records.get(records.size() - 1),
        records,
        method,
        relative,
        absolute,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
