package org.metricflows.bridge.spec;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the section {@code flow}. */
final class FlowReader {
  private static final List<String> KEYS =
      List.of(
          "time",
          "record",
          "integrator",
          "relative_tolerance",
          "absolute_tolerance",
          "step",
          "equation",
          "kernel",
          "bandwidth",
          "supermetric");
  private static final double MIN_TOLERANCE = 1e-14;

  private FlowReader() {}

  static FlowSpec read(Value section) {
    Fields fields = section.fields(KEYS);
    fields
        .find("equation")
        .ifPresent(v -> only(v, "gradient", List.of("ricci", "ricci-deturck", "ricci-normalised")));
    fields.find("kernel").ifPresent(v -> only(v, "network", List.of("local")));
    fields.notAvailable(List.of("bandwidth", "supermetric"));
    double time = fields.get("time").number("a positive number", x -> x > 0);
    Integrator integrator =
        fields.get(
            "integrator",
            Integrator.DORMAND_PRINCE_853,
            v -> v.choice(Named.byLabel(Integrator.values())));
    return new FlowSpec(
        time,
        fields.get("record", List.of(0.0, time), v -> times(v, time)),
        integrator,
        fields.get("relative_tolerance", 1e-10, FlowReader::relative),
        fields.get("absolute_tolerance", 1e-12, FlowReader::absolute),
        step(fields, integrator, time));
  }

  /** A word of which this version has one meaning. */
  private static void only(Value value, String available, List<String> later) {
    if (later.stream().anyMatch(value::is)) {
      throw value.error(
          "'" + value.text() + "' is not available in this version; allowed: " + available);
    }
    value.choice(Map.of(available, available));
  }

  private static double relative(Value value) {
    return value.number(
        "a number from " + MIN_TOLERANCE + " to 0.1", x -> x >= MIN_TOLERANCE && x <= 0.1);
  }

  private static double absolute(Value value) {
    return value.number("a positive number", x -> x > 0);
  }

  private static List<Double> times(Value value, double time) {
    List<Value> items = value.items("a list of increasing times in [0, " + time + "]");
    double last = -1;
    for (Value item : items) {
      double t = item.number("a time in [0, " + time + "] (flow.time)", x -> x >= 0 && x <= time);
      if (t <= last) {
        throw item.error("must be later than the time before it, " + last + ", but is " + t);
      }
      last = t;
    }
    return items.stream().map(Value::number).toList();
  }

  private static OptionalDouble step(Fields fields, Integrator integrator, double time) {
    if (!integrator.fixedStep()) {
      fields.refuse("step", "has no meaning for the adaptive " + integrator.label());
      return OptionalDouble.empty();
    }
    if (!fields.has("step")) {
      throw fields.missing("step", integrator.label() + " has a fixed step");
    }
    return OptionalDouble.of(
        fields
            .get("step")
            .number("a step in (0, " + time + "]", x -> x > 0 && x <= time && time / x <= 1e8));
  }
}
