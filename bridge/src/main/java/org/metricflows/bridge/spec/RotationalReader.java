package org.metricflows.bridge.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Rational;

/** Understands the tree of a spec with the section {@code rotational}. */
final class RotationalReader {
  private static final List<String> SPHERE =
      List.of("coordinate", "interval", "radius", "lapse", "points", "stop_fraction");
  private static final List<String> SOLITON = List.of("tip_curvature");
  private static final List<Formula> INTERVAL =
      List.of(new Formula("0", Rational.ZERO), new Formula("Pi", Constant.PI));
  private static final int MAX_DIMENSION = 12;
  private static final int MIN_POINTS = 16;
  private static final int MAX_POINTS = 1024;

  private RotationalReader() {}

  static RotationalSpec read(Node.Mapping root) {
    String name = "rotational";
    Fields fields = new Value(root, "").fields(List.of("title", name, "flow", "compare"));
    FlowSpec flow = FlowReader.read(fields.get("flow"), equations());
    Fields section = fields.get(name).fields(keys());
    int dimension = section.get("dimension", 3, v -> v.integer(2, MAX_DIMENSION));
    boolean soliton = flow.dynamics() == Dynamics.Soliton.STEADY;
    String why =
        "has no meaning beside flow.equation '" + SpecTree.flow(flow).get("equation") + "'";
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

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(List.of("dimension"));
    keys.addAll(SPHERE);
    keys.addAll(SOLITON);
    return keys;
  }

  private static RotationalSpec.Soliton soliton(Fields section, int dimension) {
    double unit = dimension * (dimension - 1.0);
    return new RotationalSpec.Soliton(
        section.get("tip_curvature", unit, v -> v.number("a positive number", x -> x > 0)));
  }

  private static RotationalSpec.Sphere sphere(Fields section) {
    String coordinate = section.get("coordinate", "x", FormulaReader::name);
    FormulaReader formulas = FormulaReader.of(List.of(coordinate));
    return new RotationalSpec.Sphere(
        coordinate,
        section.get("interval", INTERVAL, RotationalReader::interval),
        formulas.formula(section.get("radius")),
        section.get("lapse", new Formula("1", Rational.ONE), formulas::formula),
        section.get("points", 128, v -> v.integer(MIN_POINTS, MAX_POINTS)),
        section.get(
            "stop_fraction", 0.1, v -> v.number("a number between 0 and 1", x -> x > 0 && x < 1)));
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
