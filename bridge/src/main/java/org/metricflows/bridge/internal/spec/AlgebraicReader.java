package org.metricflows.bridge.internal.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Understands the tree of a spec with a variety and the ansatz {@code algebraic}. */
final class AlgebraicReader {
  static final String ANSATZ = "algebraic";
  static final String METHOD = "donaldson";

  static final int MAX_DEGREE = 30;
  private static final int MAX_ITERATIONS = 100_000;

  private static final Key<Value> DEGREE =
      Key.of(
          "degree",
          Kind.anyOf(
              Kind.integer(1, MAX_DEGREE).schema(),
              Kind.listSchema(Kind.integer(1, MAX_DEGREE).schema())),
          "of the sections of `algebraic`, one for all factors or a list");
  static final Codec<AlgebraicSpec> METRIC =
      Codec.of(
          "metric", CalabiYauReader.ANSATZ.as(metric -> ANSATZ), DEGREE.as(AlgebraicSpec::degrees));

  private static final Key<Integer> ITERATIONS =
      Key.of("iterations", Kind.integer(1, MAX_ITERATIONS), 15, "15", "the most");
  private static final Key<Double> TOLERANCE =
      Key.of(
          "tolerance",
          Kind.number("a number not below 0", x -> x >= 0, Map.of("type", "number", "minimum", 0)),
          1e-4,
          "1e-4",
          "of `balance_defect` √(tr(T(H)H−1)²/N), below which it is over");
  private static final Key<Integer> RECORD =
      Key.of(
          "record",
          Kind.integer(1, MAX_ITERATIONS),
          1,
          "1",
          "iterations from one record to the next");
  private static final Key<Value> METHOD_KEY =
      Key.of(
          "method",
          Kind.value(Map.of("enum", List.of(METHOD))),
          "`donaldson`: H ← T(H)⁻¹, T(H) = (N/⟨w⟩)⟨w s s†/(s†Hs)⟩, from the Fubini–Study metric");
  static final Codec<AlgebraicSpec> TRAINING =
      Codec.of(
          "training",
          METHOD_KEY.as(training -> METHOD),
          ITERATIONS.of(AlgebraicSpec::iterations),
          TOLERANCE.of(AlgebraicSpec::tolerance),
          RECORD.of(AlgebraicSpec::record));
  static final Codec<AlgebraicSpec> CODEC =
      Codec.of(
          "",
          CommonKeys.TITLE.of(AlgebraicSpec::title),
          VarietyReader.CODEC.of(AlgebraicSpec::variety),
          METRIC.of(Function.identity()),
          VarietyReader.SAMPLE.of(AlgebraicSpec::sample),
          TRAINING.of(Function.identity()),
          CommonKeys.COMPARE.onlyRead());

  private final Path base;

  AlgebraicReader(Path base) {
    this.base = base;
  }

  /** Whether a spec has this ansatz. */
  static boolean isMeant(Node.Mapping root) {
    return root.entries().get("metric") instanceof Node.Mapping metric
        && metric.entries().get("ansatz") instanceof Node.Scalar ansatz
        && ansatz.text().equals(ANSATZ);
  }

  AlgebraicSpec read(Node.Mapping root) {
    Fields fields = CalabiYauReader.CODEC.in(new Value(root, ""));
    List<String> others = new ArrayList<>(CalabiYauReader.CODEC.section().names());
    others.removeAll(CODEC.section().names());
    others.forEach(key -> fields.refuse(key, "has no meaning beside the ansatz 'algebraic'"));
    VarietySpec variety = VarietyReader.variety(fields.get("variety"));
    Fields metric = METRIC.in(fields.get("metric"));
    Fields training = TRAINING.in(fields.get("training"));
    training.get(METHOD_KEY).choice(Map.of(METHOD, METHOD));
    return new AlgebraicSpec(
        fields.get("title", "", Value::text),
        variety,
        degrees(metric.get(DEGREE), variety.ambient().size()),
        VarietyReader.sample(base, fields.get("sample"), variety),
        training.get(ITERATIONS),
        training.get(TOLERANCE),
        training.get(RECORD));
  }

  private static List<Integer> degrees(Value value, int factors) {
    if (value.isScalar()) {
      return Collections.nCopies(factors, value.integer(1, MAX_DEGREE));
    }
    String shape = "a degree, or a list of " + factors + ", one a factor";
    List<Integer> degrees = value.list(shape, v -> v.integer(1, MAX_DEGREE));
    if (degrees.size() != factors) {
      throw value.mustBe(shape);
    }
    return degrees;
  }
}
