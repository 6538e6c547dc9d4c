package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.metricflows.symbolic.expression.Expr;

/** Reads and writes the section {@code manifold}. */
final class ManifoldReader {
  private static final int MAX_DIMENSION = 5;
  private static final int MAX_AMBIENT = 7;

  private static final Key<Integer> DIMENSION =
      Key.of(
          "dimension", Kind.integer(1, MAX_DIMENSION), 2, "2", "of `sphere`, in R^(dimension + 1)");
  private static final Key<Double> RADIUS =
      Key.of("radius", Kind.positive(), 1.0, "1", "of `sphere`");
  private static final Key<Value> AXES =
      Key.of(
          "axes",
          Kind.list(Kind.positive().schema()),
          "of `ellipsoid` Σ (X_a/r_a)² = 1: r_1, r_2, …, a coordinate each");
  private static final Key<Value> RADII =
      Key.of(
          "radii",
          Kind.list(Kind.positive().schema()),
          "of `torus`, that of revolution around Z: `[2, 1]`, of its axis and of its tube");
  private static final Key<Value> AMBIENT =
      Key.of(
          "ambient",
          Kind.list(Map.of("type", "string")),
          "in place of a name: names of the coordinates of R^N, `[X, Y, Z]`");
  private static final Key<Value> EQUATIONS =
      Key.of(
          "equations",
          Kind.list(Map.of("type", "string")),
          "polynomials in `ambient` whose common zeros are closed and regular: there their"
              + " gradients are independent");

  private static final Map<String, Function<Fields, ManifoldShape>> SHAPES = shapes();

  static final Codec<ManifoldSpec> CODEC =
      Codec.of(
          "manifold",
          told(
              Key.of(
                  "name",
                  Kind.value(Map.of("enum", List.copyOf(SHAPES.keySet()))),
                  "`sphere`, `ellipsoid` or `torus`, in coordinates X, Y, Z, or X1, X2, … of more"
                      + " than three")),
          told(DIMENSION),
          told(RADIUS),
          told(AXES),
          told(RADII),
          told(AMBIENT),
          told(EQUATIONS));

  private ManifoldReader() {}

  private static Line<ManifoldSpec> told(Key<?> key) {
    return key.perhaps(manifold -> Optional.ofNullable(manifold.shape().section().get(key.name())));
  }

  private static Map<String, Function<Fields, ManifoldShape>> shapes() {
    Map<String, Function<Fields, ManifoldShape>> shapes = new LinkedHashMap<>();
    shapes.put("sphere", ManifoldReader::sphere);
    shapes.put("ellipsoid", ManifoldReader::ellipsoid);
    shapes.put("torus", ManifoldReader::torus);
    return shapes;
  }

  static ManifoldSpec read(Value section) {
    Fields fields = CODEC.in(section);
    ManifoldShape shape =
        fields.has("name") ? fields.get("name").choice(SHAPES).apply(fields) : zeros(fields);
    refuseOthers(fields, shape);
    FormulaReader formulas = FormulaReader.of(shape.ambient());
    List<Expr> equations = new ArrayList<>();
    for (int k = 0; k < shape.equations().size(); k++) {
      Value equation = new Value(section.withText(shape.equations().get(k)).node(), path(shape, k));
      equations.add(formulas.read(equation));
    }
    return new ManifoldSpec(shape, equations);
  }

  private static String path(ManifoldShape shape, int k) {
    return shape.section().containsKey("equations") ? "manifold.equations[" + k + "]" : "manifold";
  }

  private static void refuseOthers(Fields fields, ManifoldShape shape) {
    for (String key : CODEC.section().names()) {
      if (!shape.section().containsKey(key)) {
        fields.refuse(
            key,
            fields.has("name")
                ? "has no meaning for the manifold '" + fields.get("name").text() + "'"
                : "has no meaning beside 'equations'");
      }
    }
  }

  private static ManifoldShape sphere(Fields fields) {
    return ManifoldShape.Ellipsoid.sphere(fields.get(DIMENSION), fields.get(RADIUS));
  }

  private static ManifoldShape ellipsoid(Fields fields) {
    return ManifoldShape.Ellipsoid.of(
        lengths(fields.get(AXES), 2, MAX_DIMENSION + 1, "axes, one a coordinate"));
  }

  private static ManifoldShape torus(Fields fields) {
    Value value = fields.get(RADII);
    List<Double> radii = lengths(value, 2, 2, "radii");
    if (radii.get(1) >= radii.get(0)) {
      throw value.error(
          "must fall, [2, 1]: a tube as wide as its axis meets itself, but it is " + radii);
    }
    return new ManifoldShape.Torus(radii.get(0), radii.get(1));
  }

  private static List<Double> lengths(Value value, int least, int most, String what) {
    String shape =
        "a list of " + (least == most ? "" : least + " to ") + most + " positive " + what;
    List<Double> lengths = value.list(shape, v -> v.number("a positive number", x -> x > 0));
    if (lengths.size() < least || lengths.size() > most) {
      throw value.mustBe(shape);
    }
    return lengths;
  }

  private static ManifoldShape zeros(Fields fields) {
    Value names = fields.get(AMBIENT);
    String shape = "a list of 2 to " + MAX_AMBIENT + " names of coordinates";
    List<String> ambient = new ArrayList<>();
    for (Value item : names.items(shape)) {
      String name = FormulaReader.name(item);
      if (ambient.contains(name)) {
        throw item.error("'" + name + "' is there already; coordinates must differ");
      }
      ambient.add(name);
    }
    if (ambient.size() < 2 || ambient.size() > MAX_AMBIENT) {
      throw names.mustBe(shape);
    }
    Value value = fields.get(EQUATIONS);
    List<String> equations = value.list("a list of polynomials", Value::expression);
    int dimension = ambient.size() - equations.size();
    if (dimension < 1 || dimension > MAX_DIMENSION) {
      throw value.error(
          equations.size()
              + " equations in R^"
              + ambient.size()
              + " leave the dimension "
              + dimension
              + "; it must be from 1 to "
              + MAX_DIMENSION);
    }
    return new ManifoldShape.Zeros(ambient, equations);
  }
}
