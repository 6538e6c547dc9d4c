package org.metricflows.bridge.internal.spec;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sweep tabulates of every run: a number that records carry, or a comparison. Written {@code
 * name}, as it is in the last record, or {@code name@time} for another one.
 *
 * @param name of a record's entry, or the label of a {@link Comparison}
 * @param time of the record, none for the last
 */
public record Measure(String name, OptionalDouble time) {
  private static final Pattern FORM = Pattern.compile("([A-Za-z]\\w*)(?:@([0-9.eE+-]+))?");

  /** What is derived from a run and, for distances, from its reference. */
  public enum Comparison implements Named {
    /** The largest difference of a component of g, at the test points or else the sample points. */
    METRIC_DISTANCE("metric_distance"),
    /** ‖Θ − Θ_ref‖/‖Θ_ref‖ in the Frobenius norm, of metric-NTKs over the first points. */
    NTK_DISTANCE("ntk_distance"),
    /** The norm of the blocks c ≠ c' of the metric-NTK, relative to that of the blocks c = c'. */
    COMPONENT_MIXING("component_mixing");

    private final String label;

    Comparison(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    /** Whether it compares with the reference. */
    public boolean isDistance() {
      return this != COMPONENT_MIXING;
    }

    /** Whether it is about the metric-NTK, which is known at the start and at the end. */
    public boolean isOfKernel() {
      return this != METRIC_DISTANCE;
    }
  }

  /** The measure that a text states; none where it does not have the form. */
  public static Optional<Measure> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String time = matcher.group(2);
    try {
      OptionalDouble at =
          time == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(time));
      return Optional.of(new Measure(matcher.group(1), at));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The comparison it is, if it is no entry of records. */
  public Optional<Comparison> comparison() {
    return Arrays.stream(Comparison.values()).filter(c -> c.label.equals(name)).findFirst();
  }
}
