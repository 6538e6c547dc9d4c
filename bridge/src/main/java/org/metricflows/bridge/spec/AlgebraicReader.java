package org.metricflows.bridge.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Understands the tree of a spec with a variety and the ansatz {@code algebraic}. */
final class AlgebraicReader {
  static final String ANSATZ = "algebraic";
  static final String METHOD = "donaldson";

  private static final int MAX_DEGREE = 30;
  private static final int MAX_ITERATIONS = 100_000;
  private static final List<String> SECTIONS =
      List.of("title", "variety", "metric", "sample", "training", "compare");

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
    Fields fields = new Value(root, "").fields(CalabiYauSpec.sections());
    List<String> others = new ArrayList<>(CalabiYauSpec.sections());
    others.removeAll(SECTIONS);
    others.forEach(key -> fields.refuse(key, "has no meaning beside the ansatz 'algebraic'"));
    VarietySpec variety = VarietyReader.variety(fields.get("variety"));
    Fields metric = fields.get("metric").fields(List.of("ansatz", "degree"));
    Fields training =
        fields.get("training").fields(List.of("method", "iterations", "tolerance", "record"));
    training.get("method").choice(Map.of(METHOD, METHOD));
    return new AlgebraicSpec(
        fields.get("title", "", Value::text),
        variety,
        degrees(metric.get("degree"), variety.ambient().size()),
        VarietyReader.sample(base, fields.get("sample"), variety),
        training.get("iterations", 15, v -> v.integer(1, MAX_ITERATIONS)),
        training.get("tolerance", 1e-4, v -> v.number("a number not below 0", x -> x >= 0)),
        training.get("record", 1, v -> v.integer(1, MAX_ITERATIONS)));
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
