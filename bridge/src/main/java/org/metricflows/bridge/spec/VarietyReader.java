package org.metricflows.bridge.spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.variety.Variety;

/** Reads the sections {@code variety} and {@code sample} of a spec about a variety. */
final class VarietyReader {
  private static final int MAX_DIMENSION = 23;
  private static final int MAX_POINTS = 10_000_000;

  static final Section SECTION =
      Section.of(
          "variety",
          Key.of(
              "ambient",
              Kind.list(Kind.integer(1, MAX_DIMENSION).schema()),
              "dimensions of projective spaces: `[4]`, `[2, 2]`"),
          Key.of(
              "equations",
              Kind.list(Map.of("type", "string")),
              "polynomials in `z0, z1, …`, counted through all factors, `I` and the parameters;"
                  + " homogeneous, with c₁ = 0"),
          Key.of(
                  "parameters",
                  Kind.mapping(Kind.formulaSchema()),
                  "`{psi: 0.5}`: constant formulas")
              .without("none"));

  private static final Key<Integer> COUNT =
      Key.of("count", Kind.integer(1, MAX_POINTS), "points on random lines, for training");
  private static final Key<Integer> HELD_OUT =
      Key.of(
          "held_out",
          Kind.integer(0, MAX_POINTS),
          0,
          "0",
          "points not trained on; of `points` the last ones");
  private static final Key<Long> SEED = Key.of("seed", Kind.seed(), 1L, "1", "of the lines");
  static final Section SAMPLE =
      Section.of(
          "sample",
          COUNT,
          HELD_OUT,
          SEED,
          Key.of(
              "points",
              Kind.list(Kind.listSchema(Kind.listSchema(Map.of("type", "number")))),
              "instead: `[[[re, im], …], …]` in any scale, of which the last `held_out` are held out"),
          Key.of(
              "file",
              Kind.value(Map.of("type", "string")),
              "instead: an `.npz` file in cymetric's layout, `X_train`, `X_val` (points, 2N) with all"
                  + " real parts before all imaginary ones, `y_train`, `y_val` (points, 2) with weight"
                  + " and |Ω|²; `val_pullbacks` may be there"));

  private VarietyReader() {}

  static VarietySpec variety(Value section) {
    Fields fields = SECTION.in(section);
    Map<String, String> parameters = new LinkedHashMap<>();
    fields
        .find("parameters")
        .ifPresent(v -> v.named().forEach((name, x) -> parameters.put(name, x.expression())));
    List<Integer> ambient =
        fields
            .get("ambient")
            .list(
                "a list of dimensions of projective spaces such as [4]",
                v -> v.integer(1, MAX_DIMENSION));
    List<String> equations =
        fields.get("equations").list("a list of polynomials", Value::expression);
    try {
      return new VarietySpec(Variety.of(ambient, equations, parameters), equations, parameters);
    } catch (InputException e) {
      throw located(section, e);
    }
  }

  /** Says where the field of a complaint stands. */
  private static InputException located(Value section, InputException complaint) {
    return section.named().values().stream()
        .flatMap(Value::withParts)
        .filter(v -> complaint.field().equals(v.path()))
        .findFirst()
        .orElse(section)
        .because(complaint);
  }

  static VarietySampleSpec sample(Path base, Value section, VarietySpec variety) {
    Fields fields = SAMPLE.in(section);
    if (fields.has("file")) {
      String why = "has no meaning beside 'file'";
      List.of("count", "held_out", "seed", "points").forEach(key -> fields.refuse(key, why));
      return new DatasetFile(base, variety).read(fields.get("file"));
    }
    if (fields.has("points")) {
      String why = "has no meaning beside 'points'";
      List.of("count", "seed").forEach(key -> fields.refuse(key, why));
      Table points = points(fields.get("points"), variety.coordinates());
      int most = points.rows() - 1;
      return new VarietySampleSpec.Given(
          points, fields.get("held_out", 0, v -> v.integer(0, most)));
    }
    return new VarietySampleSpec.Drawn(fields.get(COUNT), fields.get(HELD_OUT), fields.get(SEED));
  }

  private static Table points(Value value, int coordinates) {
    String shape = "a list of points of " + coordinates + " coordinates [re, im]";
    List<Value> rows = value.items(shape);
    double[][] points = new double[rows.size()][];
    for (int p = 0; p < points.length; p++) {
      points[p] = point(rows.get(p), coordinates);
    }
    return Table.of(points);
  }

  private static double[] point(Value row, int coordinates) {
    String shape = "a list of " + coordinates + " coordinates [re, im]";
    List<Value> items = row.items(shape);
    if (items.size() != coordinates) {
      throw row.mustBe(shape);
    }
    double[] point = new double[2 * coordinates];
    for (int i = 0; i < coordinates; i++) {
      List<Value> parts = items.get(i).items("a complex number [re, im]");
      if (parts.size() != 2) {
        throw items.get(i).mustBe("a complex number [re, im]");
      }
      point[2 * i] = parts.get(0).number();
      point[2 * i + 1] = parts.get(1).number();
    }
    return point;
  }
}
