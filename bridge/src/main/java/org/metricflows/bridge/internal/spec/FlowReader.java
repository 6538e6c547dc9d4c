package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.metricflows.numeric.internal.flow.Method;

/** Reads the section {@code flow}, and writes it. */
final class FlowReader {
  private static final String NETWORK = "network";
  private static final List<String> KERNELS = List.of(NETWORK, "features", "local");
  private static final Choice<Method> INTEGRATORS = Choice.of(Method.values(), Method::label);
  private static final Method USUAL = Method.DORMAND_PRINCE_853;
  private static final double MIN_TOLERANCE = 1e-14;

  private static final Choice<Supermetric> SUPERMETRICS =
      Choice.of(Supermetric.values(), Supermetric::label);

  private static final Key<Double> TIME = Key.of("time", Kind.positive(), "the last time, from 0");
  private static final Key<Value> RECORD =
      Key.of(
              "record",
              Kind.anyOf(
                  Kind.listSchema(Kind.notNegative().schema()),
                  Map.of(
                      "type",
                      "object",
                      "properties",
                      Map.of("every", Kind.positive().schema()),
                      "additionalProperties",
                      false)),
              "increasing times in [0, time], or `{every: 0.1}`")
          .without("eleven, evenly from 0 to `time`");

  /** A record costs little beside a flow; more would not be read in a table. */
  private static final int RECORDS = 10;

  private static final int MOST_RECORDS = 100_000;
  private static final Key<Method> INTEGRATOR =
      Key.of(
          "integrator",
          Kind.choice(INTEGRATORS),
          USUAL,
          "`dormand-prince-853`; `dormand-prince-54` of `descent: natural`;"
              + " `backward-differentiation` of a sphere of `rotational`",
          "`dormand-prince-853`, `dormand-prince-54`, `gragg-bulirsch-stoer`, `adams-moulton`;"
              + " `backward-differentiation`, for stiff flows of up to 4096 unknowns; or"
              + " `runge-kutta` with a fixed `step`");
  private static final Key<Double> RELATIVE_TOLERANCE =
      Key.of(
          "relative_tolerance",
          Kind.number(
              "a number from " + MIN_TOLERANCE + " to 0.1",
              x -> x >= MIN_TOLERANCE && x <= 0.1,
              Map.of("type", "number", "minimum", MIN_TOLERANCE, "maximum", 0.1)),
          1e-10,
          "1e-10; 1e-6 of `descent: natural`",
          "of adaptive integrators");
  private static final Key<Double> ABSOLUTE_TOLERANCE =
      Key.of(
          "absolute_tolerance",
          Kind.positive(),
          1e-12,
          "1e-12; 1e-8 of `descent: natural`",
          "of adaptive integrators");
  private static final Key<Double> STEP = Key.of("step", Kind.positive(), "of `runge-kutta`");
  private static final Key<Value> KERNEL =
      Key.of(
              "kernel",
              Kind.value(Map.of("enum", KERNELS)),
              "`network`; `features`, the network of the section `features`; or `local`: no network, g"
                  + " follows δL/δg at the same point")
          .without("`network`");
  private static final Key<Double> BANDWIDTH =
      Key.of(
          "bandwidth",
          Kind.notNegative(),
          0.0,
          "0",
          "of a local kernel: ℓ ≥ 0 of the periodic heat kernel exp(−ℓ²|k|²/2) with which the"
              + " velocity is convolved");
  private static final Key<Supermetric> SUPERMETRIC =
      Key.of(
          "supermetric",
          Kind.choice(SUPERMETRICS),
          Supermetric.IDENTITY,
          "`identity`; `dewitt` of `descent: natural`",
          "of a kernel `local` or `features`, or of `descent: natural`: `identity`, ∂_t f_c = −δL/δf_c for each function of the"
              + " ansatz, or `dewitt`, ∂_t g_ij = −2 g_ik g_jl (δL/δg_kl)/m for `additive`");
  private static final Choice<Dynamics.Descent> DESCENTS =
      Choice.of(Dynamics.Descent.values(), Dynamics.Descent::label);
  private static final Key<Dynamics.Descent> DESCENT =
      Key.of(
              "descent",
              Kind.choice(DESCENTS),
              "of a network: `euclidean`, dθ/dt = −∂L/∂θ; or `natural`, the network follows the loss's"
                  + " steepest descent, or Ricci flow, as well as its parameters can, dθ/dt ="
                  + " (JᵀWJ + λ)⁻¹ JᵀWV")
          .without("`euclidean`; `natural` of Ricci flow with a network");

  /** Below it directions that rounding makes are followed. */
  private static final double DAMPING_OF_A_FLOW = 1e-10;

  private static final Key<Double> DAMPING =
      Key.of(
          "damping",
          Kind.positive(),
          DAMPING_OF_A_FLOW,
          "1e-10; on varieties 1e-8",
          "of `descent: natural`: λ in units of the mean of the Gram matrix's diagonal");

  /**
   * Potentials have more that hardly shows: products of sections nearly are combinations of others.
   */
  private static final double DAMPING_OF_A_POTENTIAL = 1e-8;

  private static final Key<Double> TAU =
      Key.of(
          "tau", Kind.positive(), "τ at time 0 of `perelman_W`, above `time`; it falls at rate 1");

  private static final Codec<FlowSpec> INTEGRATION =
      Codec.of(
          "flow",
          TIME.of(FlowSpec::time),
          RECORD.as(FlowSpec::record),
          INTEGRATOR.of(FlowSpec::integrator),
          RELATIVE_TOLERANCE.of(FlowSpec::relativeTolerance),
          ABSOLUTE_TOLERANCE.of(FlowSpec::absoluteTolerance),
          STEP.when(flow -> flow.step().isPresent(), flow -> flow.step().getAsDouble()));

  /** What a flow on a chart may say. */
  static final Codec<FlowSpec> CODEC =
      Codec.<FlowSpec>of(
              "flow",
              equation(
                  List.of("gradient", "ricci", "ricci-deturck", "ricci-normalised"),
                  "`gradient` of the loss, or Ricci flow, which needs neither loss nor network:"
                      + " `ricci` ∂_t g = −2Ric, `ricci-deturck` −2Ric + L_W g with W relative to the"
                      + " background, `ricci-normalised` at fixed volume"),
              KERNEL.perhaps(flow -> flow.dynamics().kernel()),
              BANDWIDTH.of(Dynamics.Local.class, Dynamics.Local::bandwidth).on(FlowSpec::dynamics),
              SUPERMETRIC
                  .of(Dynamics.Local.class, Dynamics.Local::supermetric)
                  .or(SUPERMETRIC.of(Dynamics.Features.class, Dynamics.Features::supermetric))
                  .or(SUPERMETRIC.of(Dynamics.Natural.class, Dynamics.Natural::supermetric))
                  .on(FlowSpec::dynamics),
              DESCENT.of(Dynamics.Natural.class, Dynamics.Natural::descent).on(FlowSpec::dynamics),
              DAMPING.of(Dynamics.Natural.class, Dynamics.Natural::damping).on(FlowSpec::dynamics))
          .with(INTEGRATION)
          .with(
              Codec.of(
                  "flow",
                  TAU.when(flow -> flow.tau().isPresent(), flow -> flow.tau().getAsDouble())));

  /** What a flow of a Kähler potential may say. */
  static final Codec<FlowSpec> ON_VARIETIES =
      Codec.<FlowSpec>of(
              "flow",
              equation(
                  List.of("gradient", Dynamics.KahlerRicci.LABEL),
                  "`gradient` of the loss; or `kahler-ricci`, ∂_t φ = log(q/κ), so that ∂_t g = −Ric,"
                      + " which the potential follows as well as its parameters can and which needs no"
                      + " loss"),
              Key.of("kernel", Kind.value(Map.of("enum", List.of(NETWORK))), "`network`")
                  .without("`network`")
                  .perhaps(flow -> flow.dynamics().kernel()),
              DESCENT.of(Dynamics.Natural.class, Dynamics.Natural::descent).on(FlowSpec::dynamics),
              DAMPING
                  .of(Dynamics.Natural.class, Dynamics.Natural::damping)
                  .or(DAMPING.of(Dynamics.KahlerRicci.class, Dynamics.KahlerRicci::damping))
                  .on(FlowSpec::dynamics))
          .with(INTEGRATION);

  private FlowReader() {}

  /** The flow of a Kähler potential. */
  static FlowSpec readOnVariety(Value section) {
    Fields fields = ON_VARIETIES.in(section);
    double damping = fields.find(DAMPING).orElse(DAMPING_OF_A_POTENTIAL);
    fields.find("kernel").ifPresent(v -> v.choice(Map.of(NETWORK, NETWORK)));
    Map<String, Dynamics> equations = new LinkedHashMap<>();
    equations.put("gradient", new Dynamics.Network());
    equations.put(Dynamics.KahlerRicci.LABEL, new Dynamics.KahlerRicci(damping));
    Dynamics dynamics = fields.get("equation", equations.get("gradient"), v -> v.choice(equations));
    Dynamics.Descent descent = fields.get("descent", dynamics.descent(), DESCENTS::read);
    if (dynamics.descent() == Dynamics.Descent.NATURAL) {
      if (descent != dynamics.descent()) {
        throw fields.get("descent").error("must be 'natural' beside flow.equation 'kahler-ricci'");
      }
    } else if (descent == Dynamics.Descent.NATURAL) {
      dynamics = new Dynamics.Natural(Optional.empty(), Supermetric.IDENTITY, damping);
    } else {
      fields.refuse("damping", "has no meaning without flow.descent 'natural'");
    }
    return read(fields, dynamics, usual(dynamics));
  }

  /** What a flow may say of which only the equation can be chosen, the first where none is. */
  static Codec<FlowSpec> codec(List<String> equations, String meaning) {
    return Codec.of("flow", equation(equations, meaning)).with(INTEGRATION);
  }

  private static Line<FlowSpec> equation(List<String> equations, String meaning) {
    return Key.of("equation", Kind.value(Map.of("enum", equations)), meaning)
        .without("`" + equations.get(0) + "`")
        .as(flow -> flow.dynamics().equation());
  }

  /**
   * The flow of a spec with a chart.
   *
   * @param network whether there is a network that a Ricci flow may be followed by
   */
  static FlowSpec read(Value section, boolean network) {
    Fields fields = CODEC.in(section);
    Dynamics dynamics = dynamics(fields, network);
    return read(fields, dynamics, usual(dynamics));
  }

  private static Method usual(Dynamics dynamics) {
    return dynamics.descent() == Dynamics.Descent.NATURAL ? Method.DORMAND_PRINCE_54 : USUAL;
  }

  /** A flow of which only the equation can be chosen, the first where none is. */
  static FlowSpec readRicci(Value section, Dynamics.Ricci... equations) {
    return read(section, new LinkedHashMap<>(Named.byLabel(equations)), any -> USUAL);
  }

  /**
   * The flow of a spec whose geometry knows these equations.
   *
   * @param equations by name; the first is meant where none is given
   * @param usual the integrator of each where none is given
   */
  static FlowSpec read(
      Value section, Map<String, Dynamics> equations, Function<Dynamics, Method> usual) {
    Fields fields = codec(List.copyOf(equations.keySet()), "").in(section);
    Dynamics first = equations.values().iterator().next();
    Dynamics dynamics = fields.get("equation", first, v -> v.choice(equations));
    return read(fields, dynamics, usual.apply(dynamics));
  }

  private static FlowSpec read(Fields fields, Dynamics dynamics, Method usual) {
    double time = fields.get(TIME);
    Method integrator = fields.get("integrator", usual, INTEGRATORS::read);
    return new FlowSpec(
        dynamics,
        time,
        fields.get("record", even(time, RECORDS), v -> times(v, time)),
        integrator,
        fields.get(
            "relative_tolerance", tolerance(dynamics, 1e-10), RELATIVE_TOLERANCE.kind().reader()),
        fields.get(
            "absolute_tolerance", tolerance(dynamics, 1e-12), ABSOLUTE_TOLERANCE.kind().reader()),
        step(fields, integrator, time),
        tau(fields, time));
  }

  /**
   * The solve that a natural gradient takes is good to some 1e-7: finer steps would follow noise.
   */
  private static double tolerance(Dynamics dynamics, double plain) {
    return dynamics.descent() == Dynamics.Descent.NATURAL ? 1e4 * plain : plain;
  }

  private static Dynamics dynamics(Fields fields, boolean network) {
    Map<String, Optional<Dynamics>> equations = new LinkedHashMap<>();
    equations.put("gradient", Optional.empty());
    Named.byLabel(Dynamics.Ricci.values()).forEach((k, v) -> equations.put(k, Optional.of(v)));
    Optional<Dynamics> ricci = fields.get("equation", Optional.empty(), v -> v.choice(equations));
    Map<String, String> kernels = new LinkedHashMap<>();
    KERNELS.forEach(name -> kernels.put(name, name));
    String kernel = fields.get("kernel", "network", v -> v.choice(kernels));
    Dynamics.Descent descent =
        fields.get(
            "descent",
            ricci.isPresent() && network ? Dynamics.Descent.NATURAL : Dynamics.Descent.EUCLIDEAN,
            DESCENTS::read);
    if (descent == Dynamics.Descent.NATURAL) {
      return natural(fields, ricci.map(Dynamics.Ricci.class::cast), kernel);
    }
    fields.refuse("damping", "has no meaning without flow.descent 'natural'");
    if (ricci.isPresent()) {
      fields.refuse(
          "descent", "must be 'natural', with a network, beside Ricci flow, or be left out");
    }
    if (ricci.isPresent()) {
      refuseBesideRicci(fields, "kernel", "bandwidth", "supermetric");
      return ricci.get();
    }
    if (!kernel.equals("local")) {
      fields.refuse("bandwidth", "has no meaning without flow.kernel 'local'");
    }
    if (kernel.equals("network")) {
      fields.refuse("supermetric", "has no meaning beside flow.kernel 'network'");
      return new Dynamics.Network();
    }
    Supermetric supermetric = fields.get(SUPERMETRIC);
    return kernel.equals("features")
        ? new Dynamics.Features(supermetric)
        : new Dynamics.Local(fields.get(BANDWIDTH), supermetric);
  }

  private static void refuseBesideRicci(Fields fields, String... keys) {
    for (String key : keys) {
      if (fields.has(key)) {
        String equation = fields.get("equation").text();
        fields.refuse(key, "has no meaning beside flow.equation '" + equation + "'");
      }
    }
  }

  private static Dynamics natural(Fields fields, Optional<Dynamics.Ricci> ricci, String kernel) {
    if (ricci.isPresent()) {
      refuseBesideRicci(fields, "kernel", "bandwidth");
    } else if (!kernel.equals("network")) {
      throw fields
          .get("kernel")
          .error("must be 'network' beside flow.descent 'natural', but is '" + kernel + "'");
    }
    fields.refuse("bandwidth", "has no meaning without flow.kernel 'local'");
    return new Dynamics.Natural(
        ricci,
        fields.get("supermetric", Supermetric.DEWITT, SUPERMETRICS::read),
        fields.get(DAMPING));
  }

  private static OptionalDouble tau(Fields fields, double time) {
    return fields
        .find("tau")
        .map(v -> v.number("a number above " + time + " (flow.time)", x -> x > time))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private static List<Double> even(double time, int parts) {
    return IntStream.rangeClosed(0, parts).mapToObj(k -> time * k / parts).toList();
  }

  private static List<Double> times(Value value, double time) {
    if (value.isMapping()) {
      return every(value.fields(List.of("every")).get("every"), time);
    }
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

  private static List<Double> every(Value value, double time) {
    double length =
        value.number(
            "a number of at most " + time + " (flow.time), " + MOST_RECORDS + " times in it",
            x -> x > 0 && x <= time && time / x <= MOST_RECORDS);
    List<Double> times = new ArrayList<>();
    for (int k = 0; k * length < time * (1 - 1e-12); k++) {
      times.add(k * length);
    }
    times.add(time);
    return times;
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
