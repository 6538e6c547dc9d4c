package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;

/** Reads and writes what a spec says of its regime, and of what is looked at. */
final class RegimeReader {

  private static final double DELTA_LENGTH = 1e-4;
  private static final int MAX_KERNEL_POINTS = 1000;

  private static final Choice<Regime> REGIMES = Choice.of(Regime.values(), Regime::label);

  private static final Key<Double> RIDGE =
      Key.of(
          "ridge",
          Kind.positive(),
          1e-6,
          "1e-6",
          "λ, in units of the mean diagonal of the residuals' kernel");
  private static final Key<Integer> ITERATIONS =
      Key.of(
          "iterations",
          Kind.integer(1, 10_000),
          30,
          "30",
          "the most steps; records carry `iteration` in place of `t`");
  private static final Key<Double> TOLERANCE =
      Key.of(
          "tolerance",
          Kind.number("a number not below 0", x -> x >= 0, Map.of("type", "number", "minimum", 0)),
          1e-4,
          "1e-4",
          "the relative gain of a step at which it is over");
  static final Codec<SolveSpec> SOLVE =
      Codec.of(
          "solve",
          RIDGE.of(SolveSpec::ridge),
          ITERATIONS.of(SolveSpec::iterations),
          TOLERANCE.of(SolveSpec::tolerance));

  private static final Key<Integer> NEIGHBOUR_POINTS =
      Key.of(
          "points", Kind.integer(1, 10_000), 20, "20", "how many training points have neighbours");
  private static final Key<Integer> NEIGHBOUR_POWER =
      Key.of("power", Kind.integer(1, 2), 2, "2", "p of the loss ⟨w\\|1−q/κ\\|^p⟩ there");
  private static final Key<Long> NEIGHBOUR_SEED =
      Key.of("seed", Kind.seed(), 1L, "1", "of the directions");
  private static final Key<Value> DISTANCES =
      Key.of(
          "distances",
          Kind.list(Map.of("type", "number", "exclusiveMinimum", 0, "maximum", 1)),
          "rising Fubini–Study distances from training points, up to 1");
  static final Codec<NeighbourSpec> NEIGHBOURS =
      Codec.of(
          "neighbours",
          DISTANCES.as(NeighbourSpec::distances),
          NEIGHBOUR_POINTS.of(NeighbourSpec::points),
          NEIGHBOUR_POWER.of(NeighbourSpec::power),
          NEIGHBOUR_SEED.of(NeighbourSpec::seed));

  private static final Key<Double> LENGTH =
      Key.of("length", Kind.positive(), "ℓ of the regimes `gaussian` and `delta`")
          .without("0.3 of `gaussian`, 1e-4 of `delta`");
  static final Codec<RegimeSpec> KERNEL = Codec.of("kernel", LENGTH.of(RegimeSpec::length));

  private static final Key<Regime> REGIME =
      Key.of(
          "regime",
          Kind.choice(REGIMES),
          Regime.NETWORK,
          "`network`",
          "`network`; `linearised` at its first parameters: the frozen kernel of finite width; or a"
              + " fixed kernel, `infinite`, `gaussian`, `relu`, `delta`");
  private static final Key<Integer> POINTS =
      Key.of(
          "kernel_points",
          Kind.integer(2, MAX_KERNEL_POINTS),
          RegimeSpec.KERNEL_POINTS,
          "60",
          "of how many training points the kernel that `observe` looks at is, the first ones");

  private static final Line<RegimeSpec> KERNEL_LINE =
      Key.of("kernel", Kind.section(KERNEL.section()), "`{length: ℓ}`")
          .when(RegimeSpec::hasLength, KERNEL::write);
  private static final Line<RegimeSpec> SOLVED =
      Key.of(
              "solve",
              Kind.section(SOLVE.section()),
              "in place of `training` and `flow`: the optimum of a frozen kernel")
          .perhaps(setting -> setting.solve().map(SOLVE::write));

  /** What stands beside the sections of a chart. */
  static final Codec<RegimeSpec> ON_CHARTS =
      Codec.of(
          "",
          REGIME.when(setting -> setting.regime() != Regime.NETWORK, s -> s.regime().label()),
          KERNEL_LINE,
          SOLVED);

  /** What stands beside the sections of a variety. */
  static final Codec<RegimeSpec> ON_VARIETIES =
      Codec.of(
          "",
          REGIME.of(RegimeSpec::regime),
          KERNEL_LINE,
          SOLVED,
          Key.of(
                  "observe",
                  Kind.list(Kind.choice(Observed.ON_VARIETIES).schema()),
                  "what records carry of the metric tangent kernel: "
                      + String.join(", ", Observed.ON_VARIETIES.known().keySet()))
              .without("nothing")
              .when(
                  RegimeSpec::isObserved,
                  setting -> setting.observe().stream().map(Observed.ON_VARIETIES::name).toList()),
          POINTS.when(RegimeSpec::isObserved, RegimeSpec::kernelPoints),
          Key.of(
                  "neighbours",
                  Kind.section(NEIGHBOURS.section()),
                  "how far what is learned reaches, of the regimes of fixed kernels")
              .perhaps(setting -> setting.neighbours().map(NEIGHBOURS::write)));

  private RegimeReader() {}

  static RegimeSpec read(Fields fields) {
    Regime regime = fields.get(REGIME);
    List<Observable> observe =
        fields.get("observe", List.of(), v -> Observed.read(v, Observed.ON_VARIETIES));
    if (observe.isEmpty()) {
      fields.refuse("kernel_points", "has no meaning where 'observe' asks for nothing");
    }
    RegimeSpec spec =
        new RegimeSpec(
            regime,
            length(fields, regime),
            fields.find("solve").map(RegimeReader::solve),
            observe,
            fields.get(POINTS),
            fields.find("neighbours").map(RegimeReader::neighbours));
    check(fields, spec);
    return spec;
  }

  /** What a spec of a chart says of it; what is observed there is said elsewhere. */
  static RegimeSpec onChart(Fields fields) {
    Regime regime = fields.get(REGIME);
    RegimeSpec spec =
        new RegimeSpec(
            regime,
            length(fields, regime),
            fields.find("solve").map(RegimeReader::solve),
            List.of(),
            RegimeSpec.KERNEL_POINTS,
            Optional.empty());
    if (spec.isKernel()) {
      refuseTraining(fields, regime);
    }
    if (regime == Regime.NETWORK) {
      refuseSolve(fields);
    }
    return spec;
  }

  private static void refuseTraining(Fields fields, Regime regime) {
    fields.refuse(
        "training",
        "is of parameters, and the regime '"
            + regime.label()
            + "' has none; give 'flow' or 'solve'");
  }

  private static void refuseSolve(Fields fields) {
    fields.refuse("solve", "is for frozen kernels; set regime: linearised, or infinite");
  }

  private static void check(Fields fields, RegimeSpec spec) {
    if (spec.isKernel()) {
      refuseTraining(fields, spec.regime());
      fields.refuse("observe", "looks at an evolving kernel, and that of this regime is fixed");
    }
    if (!spec.isKernel()) {
      fields.refuse("neighbours", "is for the regimes of fixed kernels, such as gaussian");
    }
    if (spec.regime() == Regime.NETWORK) {
      refuseSolve(fields);
    }
    if (!spec.isKernel() && spec.solve().isPresent()) {
      fields.refuse(
          "observe", "looks at an evolving kernel, and what is solved for has a fixed one");
    }
  }

  private static double length(Fields fields, Regime regime) {
    boolean delta = regime == Regime.DELTA;
    if (!delta && regime != Regime.GAUSSIAN) {
      fields.refuse("kernel", "is for the regimes gaussian and delta");
    }
    double usual = delta ? DELTA_LENGTH : RegimeSpec.LENGTH;
    return fields.get("kernel", usual, v -> KERNEL.in(v).find(LENGTH).orElse(usual));
  }

  private static SolveSpec solve(Value section) {
    Fields fields = SOLVE.in(section);
    return new SolveSpec(fields.get(RIDGE), fields.get(ITERATIONS), fields.get(TOLERANCE));
  }

  private static NeighbourSpec neighbours(Value section) {
    Fields fields = NEIGHBOURS.in(section);
    List<Double> distances =
        fields
            .get(DISTANCES)
            .list(
                "a list of rising distances up to 1",
                v -> v.number("a distance above 0 and up to 1", x -> x > 0 && x <= 1));
    for (int k = 1; k < distances.size(); k++) {
      if (distances.get(k) <= distances.get(k - 1)) {
        throw fields.get(DISTANCES).error("must rise, but " + distances.get(k) + " comes late");
      }
    }
    return new NeighbourSpec(
        distances,
        fields.get(NEIGHBOUR_POINTS),
        fields.get(NEIGHBOUR_POWER),
        fields.get(NEIGHBOUR_SEED));
  }

  /** What says how the metric moves: exactly one of them is there. */
  static void requireOne(Fields fields, List<String> ways) {
    List<String> given = ways.stream().filter(fields::has).toList();
    if (given.size() > 1) {
      fields.refuse(given.get(1), "has no meaning beside '" + given.get(0) + "': give one of them");
    }
    Optional<String> first = given.stream().findFirst();
    if (first.isEmpty()) {
      throw fields.missing(ways.get(0), "or 'flow' or 'solve' in its place");
    }
  }
}
