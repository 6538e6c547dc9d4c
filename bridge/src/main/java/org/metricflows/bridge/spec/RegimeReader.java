package org.metricflows.bridge.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a spec of a variety says of its regime, and of what is looked at. */
final class RegimeReader {

  static final List<String> KEYS =
      List.of("regime", "kernel", "solve", "observe", "kernel_points", "neighbours");

  private static final double GAUSSIAN_LENGTH = 0.3;
  private static final double DELTA_LENGTH = 1e-4;
  private static final int KERNEL_POINTS = 60;
  private static final int MAX_KERNEL_POINTS = 1000;
  private static final String POSITIVE = "a positive number";

  private RegimeReader() {}

  static RegimeSpec read(Fields fields) {
    Regime regime =
        fields.get("regime", Regime.NETWORK, v -> v.choice(Named.byLabel(Regime.values())));
    List<PotentialObservable> observe = fields.get("observe", List.of(), RegimeReader::observe);
    if (observe.isEmpty()) {
      fields.refuse("kernel_points", "has no meaning where 'observe' asks for nothing");
    }
    RegimeSpec spec =
        new RegimeSpec(
            regime,
            length(fields, regime),
            fields.find("solve").map(RegimeReader::solve),
            observe,
            fields.get("kernel_points", KERNEL_POINTS, v -> v.integer(2, MAX_KERNEL_POINTS)),
            fields.find("neighbours").map(RegimeReader::neighbours));
    check(fields, spec);
    return spec;
  }

  private static void check(Fields fields, RegimeSpec spec) {
    if (spec.isKernel()) {
      fields.refuse(
          "training",
          "is of parameters, and the regime '"
              + spec.regime().label()
              + "' has none; give 'flow' or 'solve'");
      fields.refuse("observe", "looks at an evolving kernel, and that of this regime is fixed");
    }
    if (!spec.isKernel()) {
      fields.refuse("neighbours", "is for the regimes of fixed kernels, such as gaussian");
    }
    if (spec.regime() == Regime.NETWORK) {
      fields.refuse("solve", "is for frozen kernels; set regime: linearised, or infinite");
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
    double usual = delta ? DELTA_LENGTH : GAUSSIAN_LENGTH;
    return fields.get(
        "kernel",
        usual,
        v -> v.fields(List.of("length")).get("length", usual, x -> x.number(POSITIVE, y -> y > 0)));
  }

  private static SolveSpec solve(Value section) {
    Fields fields = section.fields(List.of("ridge", "iterations", "tolerance"));
    return new SolveSpec(
        fields.get("ridge", 1e-6, v -> v.number(POSITIVE, x -> x > 0)),
        fields.get("iterations", 30, v -> v.integer(1, 10_000)),
        fields.get("tolerance", 1e-4, v -> v.number("a number not below 0", x -> x >= 0)));
  }

  private static List<PotentialObservable> observe(Value value) {
    Map<String, PotentialObservable> known = Named.byLabel(PotentialObservable.values());
    return value
        .list("a list of " + String.join(", ", known.keySet()), v -> v.choice(known))
        .stream()
        .distinct()
        .toList();
  }

  private static NeighbourSpec neighbours(Value section) {
    Fields fields = section.fields(List.of("distances", "points", "seed"));
    List<Double> distances =
        fields
            .get("distances")
            .list(
                "a list of rising distances up to 1",
                v -> v.number("a distance above 0 and up to 1", x -> x > 0 && x <= 1));
    for (int k = 1; k < distances.size(); k++) {
      if (distances.get(k) <= distances.get(k - 1)) {
        throw fields.get("distances").error("must rise, but " + distances.get(k) + " comes late");
      }
    }
    return new NeighbourSpec(
        distances,
        fields.get("points", 20, v -> v.integer(1, 10_000)),
        fields.get("seed", 1L, v -> v.integer(0L, Long.MAX_VALUE)));
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
