package org.metricflows.bridge.spec;

import java.util.List;
import java.util.OptionalInt;

/**
 * A network of cosine features with integer waves, whose read-outs are trained.
 *
 * @param width the number of features, empty for infinitely many
 * @param bandwidth ℓ &gt; 0: waves are drawn with weight ∝ e^{−ℓ²|k|²/2}
 * @param seed of waves and phases; without meaning at infinite width
 */
public record FeatureSpec(OptionalInt width, double bandwidth, long seed) {
  private static final int MAX_WIDTH = 1_000_000;

  static FeatureSpec read(Value section) {
    Fields fields = section.fields(List.of("width", "bandwidth", "seed"));
    return new FeatureSpec(
        width(fields.get("width")),
        fields.get("bandwidth").number("a positive number", x -> x > 0),
        fields.get("seed", 1L, v -> v.integer(0, Long.MAX_VALUE)));
  }

  private static OptionalInt width(Value value) {
    if (value.is("infinite")) {
      return OptionalInt.empty();
    }
    if (!value.isNumber()) {
      throw value.mustBe("'infinite' or the number of features");
    }
    return OptionalInt.of(value.integer(1, MAX_WIDTH));
  }
}
