package org.metricflows.bridge.internal.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.spec.AlgebraicSpec.Iteration;
import org.metricflows.bridge.internal.spec.AlgebraicSpec.Method;

/** Understands the tree of a spec with a variety and the ansatz {@code algebraic}. */
final class AlgebraicReader {
  static final String ANSATZ = "algebraic";
  static final int MAX_DEGREE = 30;
  private static final int MAX_ITERATIONS = 100_000;

  private static final Key<Value> DEGREE =
      Key.of(
          "degree",
          Kind.anyOf(
              Kind.integer(1, MAX_DEGREE).schema(),
              Kind.listSchema(Kind.integer(1, MAX_DEGREE).schema())),
          "of the sections of `algebraic`, one for all factors or a list");
  private static final Key<Boolean> SYMMETRIC =
      Key.of(
          "symmetric",
          Kind.flag(),
          false,
          "false",
          "of `algebraic`: forms H that permutations and phases of the coordinates which keep the"
              + " equations leave as they are, and complex conjugation where coefficients are real:"
              + " few numbers where there were many. Not of `donaldson`, which keeps symmetries"
              + " unasked");
  private static final Key<Double> NOISE =
      Key.of(
          "noise",
          Kind.number(
              "a number from 0 to below 1",
              x -> x >= 0 && x < 1,
              Map.of("type", "number", "minimum", 0, "exclusiveMaximum", 1)),
          0.0,
          "0",
          "of `algebraic`: H at the start is 1 + `noise` Z/√N of the flow or of `optimal`, Z Hermitian"
              + " with numbers drawn evenly from [−1, 1], N sections");
  private static final Key<Long> SEED =
      Key.of("seed", Kind.seed(), 1L, "1", "of the `noise` of `algebraic`");
  static final Codec<AlgebraicSpec.Form> METRIC =
      Codec.of(
          "metric",
          CalabiYauReader.ANSATZ.as(metric -> ANSATZ),
          DEGREE.as(AlgebraicSpec.Form::degrees),
          SYMMETRIC.when(AlgebraicSpec.Form::symmetric, AlgebraicSpec.Form::symmetric),
          NOISE.when(form -> form.noise() > 0, AlgebraicSpec.Form::noise),
          SEED.when(form -> form.noise() > 0, AlgebraicSpec.Form::seed));

  private static final Choice<Method> METHODS = Choice.of(Method.values(), Method::label);
  private static final Key<Integer> ITERATIONS =
      Key.of("iterations", Kind.integer(1, MAX_ITERATIONS), "the most").without("15; `optimal` 30");
  private static final Key<Double> TOLERANCE =
      Key.of(
          "tolerance",
          Kind.number("a number not below 0", x -> x >= 0, Map.of("type", "number", "minimum", 0)),
          1e-4,
          "1e-4",
          "of `balance_defect` √(tr(T(H)H−1)²/N), or of `optimal` the relative gain of a step, below"
              + " which it is over");
  private static final Key<Integer> RECORD =
      Key.of(
          "record",
          Kind.integer(1, MAX_ITERATIONS),
          1,
          "1",
          "iterations from one record to the next");
  private static final Key<Method> METHOD =
      Key.of(
          "method",
          Kind.choice(METHODS),
          "`donaldson`: H ← T(H)⁻¹, T(H) = (N/⟨w⟩)⟨w s s†/(s†Hs)⟩, from the Fubini–Study metric; or"
              + " `optimal`: Gauss and Newton's steps to the least of ⟨w(1−q/κ)²⟩/⟨w⟩ over all points,"
              + " κ = ⟨wq⟩/⟨w⟩");
  static final Codec<Iteration> TRAINING =
      Codec.of(
          "training",
          METHOD.of(Iteration::method),
          ITERATIONS.of(Iteration::iterations),
          TOLERANCE.of(Iteration::tolerance),
          RECORD.of(Iteration::record));
  static final Codec<AlgebraicSpec> CODEC =
      Codec.of(
          "",
          CommonKeys.TITLE.of(AlgebraicSpec::title),
          VarietyReader.CODEC.of(AlgebraicSpec::variety),
          METRIC.of(AlgebraicSpec::form),
          VarietyReader.SAMPLE.of(AlgebraicSpec::sample),
          TRAINING.perhaps(AlgebraicSpec::training),
          FlowReader.ON_VARIETIES.perhaps(AlgebraicSpec::flow),
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
    RegimeReader.requireOne(fields, List.of("training", "flow"));
    VarietySpec variety = VarietyReader.variety(fields.get("variety"));
    AlgebraicSpec spec =
        new AlgebraicSpec(
            fields.get("title", "", Value::text),
            variety,
            form(METRIC.in(fields.get("metric")), variety.ambient().size()),
            VarietyReader.sample(base, fields.get("sample"), variety),
            fields.find("training").map(AlgebraicReader::iteration),
            fields.find("flow").map(AlgebraicReader::flow));
    boolean isBalanced = spec.training().stream().anyMatch(t -> t.method() == Method.DONALDSON);
    for (String key : isBalanced ? List.of("symmetric", "noise", "seed") : List.<String>of()) {
      METRIC
          .in(fields.get("metric"))
          .refuse(key, "has no meaning beside training.method 'donaldson'");
    }
    return spec;
  }

  private static AlgebraicSpec.Form form(Fields metric, int factors) {
    if (!metric.has("noise")) {
      metric.refuse("seed", "has no meaning without 'noise'");
    }
    return new AlgebraicSpec.Form(
        degrees(metric.get(DEGREE), factors),
        metric.get(SYMMETRIC),
        metric.get(NOISE),
        metric.get(SEED));
  }

  private static Iteration iteration(Value section) {
    Fields fields = TRAINING.in(section);
    Method method = fields.get(METHOD);
    return new Iteration(
        method,
        fields.find(ITERATIONS).orElse(method == Method.DONALDSON ? 15 : 30),
        fields.get(TOLERANCE),
        fields.get(RECORD));
  }

  private static FlowSpec flow(Value section) {
    FlowSpec flow = FlowReader.readOnVariety(section);
    if (!(flow.dynamics() instanceof Dynamics.KahlerRicci)) {
      throw section.error("of an algebraic metric must have equation: kahler-ricci");
    }
    return flow;
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
