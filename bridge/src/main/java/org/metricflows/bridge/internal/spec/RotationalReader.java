package org.metricflows.bridge.internal.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.metricflows.numeric.internal.flow.Method;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Rational;

/** Understands the tree of a spec with the section {@code rotational}. */
final class RotationalReader {
  private static final List<String> SPHERE =
      List.of("coordinate", "interval", "radius", "lapse", "points", "grid", "stop_fraction");
  private static final List<String> SOLITON = List.of("tip_curvature");
  private static final List<Formula> INTERVAL =
      List.of(new Formula("0", Rational.ZERO), new Formula("Pi", Constant.PI));
  private static final int MAX_DIMENSION = 12;
  private static final int MIN_POINTS = 16;
  private static final int MAX_POINTS = 1024;

  private static final Key<Integer> DIMENSION =
      Key.of("dimension", Kind.integer(2, MAX_DIMENSION), 3, "3", "n, 2 to 12");
  private static final Key<Integer> POINTS =
      Key.of("points", Kind.integer(MIN_POINTS, MAX_POINTS), 128, "128", "of the grid, 16 to 1024");
  private static final Choice<RotationalSpec.Grid> GRIDS =
      Choice.of(RotationalSpec.Grid.values(), RotationalSpec.Grid::label);
  private static final Key<RotationalSpec.Grid> GRID =
      Key.of(
          "grid",
          Kind.choice(GRIDS),
          RotationalSpec.Grid.EVEN,
          "`even`",
          "`even`: points stay in proportion to arc length; `adaptive`: they move into the narrowest"
              + " neck as it shrinks, and resolve it to a thousandth of the length");
  private static final Key<Double> STOP_FRACTION =
      Key.of(
          "stop_fraction",
          Kind.number(
              "a number between 0 and 1",
              x -> x > 0 && x < 1,
              Map.of("type", "number", "exclusiveMinimum", 0, "exclusiveMaximum", 1)),
          0.1,
          "0.1",
          "the run stops when the neck, or the largest radius, is at this fraction of what it was");
  private static final Key<Double> TIP_CURVATURE =
      Key.of(
              "tip_curvature",
              Kind.positive(),
              "of `steady-soliton`: the scalar curvature at the pole, positive")
          .without("n(n−1)");

  private static final Codec<RotationalSpec.Shape> SHAPE =
      Codec.of(
          "rotational",
          Key.of("coordinate", Kind.text(), "its name")
              .without("`x`")
              .of(RotationalSpec.Sphere.class, RotationalSpec.Sphere::coordinate),
          Key.of("interval", Kind.list(Kind.formulaSchema()), "`[from, to]`, constants")
              .without("`[0, Pi]`")
              .as(RotationalSpec.Sphere.class, sphere -> Formula.texts(sphere.interval())),
          Key.of(
                  "radius",
                  Kind.formula(),
                  "a formula in the coordinate: 0 at both ends, positive between, its derivative by"
                      + " arc length ±1 at the ends")
              .as(RotationalSpec.Sphere.class, sphere -> sphere.radius().text()),
          Key.of("lapse", Kind.formula(), "a formula in the coordinate, positive")
              .without("`1`")
              .as(RotationalSpec.Sphere.class, sphere -> sphere.lapse().text()),
          POINTS.of(RotationalSpec.Sphere.class, RotationalSpec.Sphere::points),
          GRID.of(RotationalSpec.Sphere.class, RotationalSpec.Sphere::grid),
          STOP_FRACTION.of(RotationalSpec.Sphere.class, RotationalSpec.Sphere::stopFraction),
          TIP_CURVATURE.of(RotationalSpec.Soliton.class, RotationalSpec.Soliton::tipCurvature));

  static final Codec<RotationalSpec> SECTION =
      Codec.of("rotational", DIMENSION.of(RotationalSpec::dimension))
          .with(SHAPE, RotationalSpec::shape);
  static final Codec<FlowSpec> FLOW =
      FlowReader.codec(
          List.of("ricci", "steady-soliton"),
          "`ricci`: a sphere lapse² dx² + radius² g_S between two poles; `steady-soliton`: Ric + ∇∇f ="
              + " 0 outward from its pole, the time is the arc length");

  static final Codec<RotationalSpec> CODEC =
      Codec.of(
          "",
          CommonKeys.TITLE.of(RotationalSpec::title),
          SECTION.of(Function.identity()),
          FLOW.of(RotationalSpec::flow),
          CommonKeys.COMPARE.onlyRead());

  private RotationalReader() {}

  static RotationalSpec read(Node.Mapping root) {
    Fields fields = CODEC.in(new Value(root, ""));
    FlowSpec flow = FlowReader.read(fields.get("flow"), equations(), RotationalReader::integrator);
    Fields section = SECTION.in(fields.get("rotational"));
    int dimension = section.get(DIMENSION);
    boolean soliton = flow.dynamics() == Dynamics.Soliton.STEADY;
    String why = "has no meaning beside flow.equation '" + flow.dynamics().equation() + "'";
    (soliton ? SPHERE : SOLITON).forEach(key -> section.refuse(key, why));
    return new RotationalSpec(
        fields.get("title", "", Value::text),
        dimension,
        soliton ? soliton(section, dimension) : sphere(section),
        flow);
  }

  private static Map<String, Dynamics> equations() {
    Map<String, Dynamics> known = new LinkedHashMap<>();
    known.put(Dynamics.Ricci.PLAIN.label(), Dynamics.Ricci.PLAIN);
    known.putAll(Named.byLabel(Dynamics.Soliton.values()));
    return known;
  }

  /** A sphere's flow is a heat equation: stiff, the more so the smaller the sphere. */
  private static Method integrator(Dynamics dynamics) {
    return dynamics == Dynamics.Soliton.STEADY
        ? Method.DORMAND_PRINCE_853
        : Method.BACKWARD_DIFFERENTIATION;
  }

  private static RotationalSpec.Soliton soliton(Fields section, int dimension) {
    double unit = dimension * (dimension - 1.0);
    return new RotationalSpec.Soliton(section.find(TIP_CURVATURE).orElse(unit));
  }

  private static RotationalSpec.Sphere sphere(Fields section) {
    String coordinate = section.get("coordinate", "x", FormulaReader::name);
    FormulaReader formulas = FormulaReader.of(List.of(coordinate));
    return new RotationalSpec.Sphere(
        coordinate,
        section.get("interval", INTERVAL, RotationalReader::interval),
        formulas.formula(section.get("radius")),
        section.get("lapse", new Formula("1", Rational.ONE), formulas::formula),
        section.get(POINTS),
        section.get(GRID),
        section.get(STOP_FRACTION));
  }

  private static List<Formula> interval(Value value) {
    List<Value> ends = value.items("a list of two constants, [from, to]");
    if (ends.size() != 2) {
      throw value.mustBe("a list of two constants, [from, to]");
    }
    FormulaReader constants = FormulaReader.ofConstants();
    return ends.stream().map(constants::formula).toList();
  }
}
