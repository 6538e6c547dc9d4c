package org.metricflows.bridge.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.metricflows.numeric.flow.Method;

/** Reads the section {@code flow}. */
final class FlowReader {
  private static final List<String> TIMES =
      List.of(
          "time",
          "record",
          "integrator",
          "relative_tolerance",
          "absolute_tolerance",
          "step",
          "equation");
  private static final List<String> KEYS =
      Stream.concat(TIMES.stream(), Stream.of("kernel", "bandwidth", "supermetric", "tau"))
          .toList();
  private static final List<String> KERNELS = List.of("network", "features", "local");
  private static final Choice<Method> INTEGRATORS = Choice.of(Method.values(), Method::label);
  private static final double MIN_TOLERANCE = 1e-14;

  private FlowReader() {}

  /** The flow of a spec with a chart. */
  static FlowSpec read(Value section) {
    Fields fields = section.fields(KEYS);
    return read(fields, dynamics(fields));
  }

  /** A flow of which only the equation can be chosen, the first where none is. */
  static FlowSpec readRicci(Value section, Dynamics.Ricci... equations) {
    return read(section, new LinkedHashMap<>(Named.byLabel(equations)));
  }

  /**
   * The flow of a spec whose geometry knows these equations.
   *
   * @param equations by name; the first is meant where none is given
   */
  static FlowSpec read(Value section, Map<String, Dynamics> equations) {
    Fields fields = section.fields(TIMES);
    Dynamics first = equations.values().iterator().next();
    return read(fields, fields.get("equation", first, v -> v.choice(equations)));
  }

  private static FlowSpec read(Fields fields, Dynamics dynamics) {
    double time = fields.get("time").number("a positive number", x -> x > 0);
    Method integrator = fields.get("integrator", Method.DORMAND_PRINCE_853, INTEGRATORS::read);
    return new FlowSpec(
        dynamics,
        time,
        fields.get("record", List.of(0.0, time), v -> times(v, time)),
        integrator,
        fields.get("relative_tolerance", 1e-10, FlowReader::relative),
        fields.get("absolute_tolerance", 1e-12, FlowReader::absolute),
        step(fields, integrator, time),
        tau(fields, time));
  }

  private static Dynamics dynamics(Fields fields) {
    Map<String, Optional<Dynamics>> equations = new LinkedHashMap<>();
    equations.put("gradient", Optional.empty());
    Named.byLabel(Dynamics.Ricci.values()).forEach((k, v) -> equations.put(k, Optional.of(v)));
    Optional<Dynamics> ricci = fields.get("equation", Optional.empty(), v -> v.choice(equations));
    Map<String, String> kernels = new LinkedHashMap<>();
    KERNELS.forEach(name -> kernels.put(name, name));
    String kernel = fields.get("kernel", "network", v -> v.choice(kernels));
    if (ricci.isPresent()) {
      String why = "has no meaning beside flow.equation '" + fields.get("equation").text() + "'";
      List.of("kernel", "bandwidth", "supermetric").forEach(key -> fields.refuse(key, why));
      return ricci.get();
    }
    if (!kernel.equals("local")) {
      fields.refuse("bandwidth", "has no meaning without flow.kernel 'local'");
    }
    if (kernel.equals("network")) {
      fields.refuse("supermetric", "has no meaning beside flow.kernel 'network'");
      return new Dynamics.Network();
    }
    Supermetric supermetric =
        fields.get(
            "supermetric",
            Supermetric.IDENTITY,
            v -> v.choice(Named.byLabel(Supermetric.values())));
    return kernel.equals("features")
        ? new Dynamics.Features(supermetric)
        : new Dynamics.Local(
            fields.get(
                "bandwidth", 0.0, v -> v.number("a number that is not negative", x -> x >= 0)),
            supermetric);
  }

  private static OptionalDouble tau(Fields fields, double time) {
    return fields
        .find("tau")
        .map(v -> v.number("a number above " + time + " (flow.time)", x -> x > time))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
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

  private static OptionalDouble step(Fields fields, Method integrator, double time) {
    if (integrator.isAdaptive()) {
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
