package org.metricflows.bridge.internal.spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.variety.Variety;

/** Reads and writes the sections {@code variety} and {@code sample} of a spec about a variety. */
final class VarietyReader {
  private static final int MAX_DIMENSION = 23;
  private static final int MAX_POINTS = 10_000_000;

  private static final Key<Value> AMBIENT =
      Key.of(
          "ambient",
          Kind.list(Kind.integer(1, MAX_DIMENSION).schema()),
          "dimensions of projective spaces: `[4]`, `[2, 2]`");
  private static final Key<Value> EQUATIONS =
      Key.of(
          "equations",
          Kind.list(Map.of("type", "string")),
          "polynomials in `z0, z1, …`, counted through all factors, `I` and the parameters;"
              + " homogeneous, with c₁ = 0");
  private static final Key<Value> PARAMETERS =
      Key.of("parameters", Kind.mapping(Kind.formulaSchema()), "`{psi: 0.5}`: constant formulas")
          .without("none");
  static final Codec<VarietySpec> CODEC =
      Codec.of(
          "variety",
          AMBIENT.as(VarietySpec::ambient),
          EQUATIONS.as(VarietySpec::equations),
          PARAMETERS.when(variety -> !variety.parameters().isEmpty(), VarietySpec::parameters));

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
  private static final Key<Value> POINTS =
      Key.of(
          "points",
          Kind.list(Kind.listSchema(Kind.listSchema(Map.of("type", "number")))),
          "instead: `[[[re, im], …], …]` in any scale, of which the last `held_out` are held out");
  private static final Key<Value> FILE =
      Key.of(
          "file",
          Kind.value(Map.of("type", "string")),
          "instead: an `.npz` file in cymetric's layout, `X_train`, `X_val` (points, 2N) with all"
              + " real parts before all imaginary ones, `y_train`, `y_val` (points, 2) with weight"
              + " and |Ω|²; `val_pullbacks` may be there");
  static final Codec<VarietySampleSpec> SAMPLE =
      Codec.of(
          "sample",
          COUNT.of(VarietySampleSpec.Drawn.class, VarietySampleSpec.Drawn::count),
          POINTS.as(VarietySampleSpec.Given.class, VarietyReader::written),
          FILE.as(VarietySampleSpec.Dataset.class, VarietySampleSpec.Dataset::file),
          HELD_OUT
              .of(VarietySampleSpec.Drawn.class, VarietySampleSpec.Drawn::heldOut)
              .or(HELD_OUT.of(VarietySampleSpec.Given.class, VarietySampleSpec.Given::heldOut)),
          SEED.of(VarietySampleSpec.Drawn.class, VarietySampleSpec.Drawn::seed));

  private VarietyReader() {}

  static VarietySpec variety(Value section) {
    Fields fields = CODEC.in(section);
    Map<String, String> parameters = new LinkedHashMap<>();
    fields
        .find(PARAMETERS)
        .ifPresent(v -> v.named().forEach((name, x) -> parameters.put(name, x.expression())));
    List<Integer> ambient =
        fields
            .get(AMBIENT)
            .list(
                "a list of dimensions of projective spaces such as [4]",
                v -> v.integer(1, MAX_DIMENSION));
    List<String> equations = fields.get(EQUATIONS).list("a list of polynomials", Value::expression);
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
      return new DatasetFile(base, variety).read(fields.get(FILE));
    }
    if (fields.has("points")) {
      String why = "has no meaning beside 'points'";
      List.of("count", "seed").forEach(key -> fields.refuse(key, why));
      Table points = points(fields.get(POINTS), variety.coordinates());
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

  /** Each point as a list of pairs [re, im]. */
  private static List<List<List<Double>>> written(VarietySampleSpec.Given sample) {
    return sample.points().toLists().stream().map(VarietyReader::pairs).toList();
  }

  private static List<List<Double>> pairs(List<Double> point) {
    return IntStream.range(0, point.size() / 2)
        .mapToObj(i -> List.of(point.get(2 * i), point.get(2 * i + 1)))
        .toList();
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
