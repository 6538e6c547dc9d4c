package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
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
  private static final Key<OptionalInt> WIDTH =
      Key.of(
          "width",
          new Kind<>(
              FeatureSpec::width,
              FeatureSpec::written,
              Map.of(
                  "anyOf",
                  List.of(Map.of("const", "infinite"), Kind.integer(1, MAX_WIDTH).schema()))),
          "the number N of features, or `infinite`");
  private static final Key<Double> BANDWIDTH =
      Key.of("bandwidth", Kind.positive(), "ℓ > 0: waves are drawn with weight ∝ exp(−ℓ²|k|²/2)");
  private static final Key<Long> SEED = Key.of("seed", Kind.seed(), 1L, "1", "of waves and phases");
  static final Codec<FeatureSpec> CODEC =
      Codec.of(
          "features",
          WIDTH.of(FeatureSpec::width),
          BANDWIDTH.of(FeatureSpec::bandwidth),
          SEED.of(FeatureSpec::seed));

  static FeatureSpec read(Value section) {
    Fields fields = CODEC.in(section);
    return new FeatureSpec(fields.get(WIDTH), fields.get(BANDWIDTH), fields.get(SEED));
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

  private static Object written(OptionalInt width) {
    return width.isPresent() ? width.getAsInt() : "infinite";
  }
}
