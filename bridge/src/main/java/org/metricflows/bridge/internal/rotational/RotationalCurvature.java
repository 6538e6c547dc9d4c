package org.metricflows.bridge.internal.rotational;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.curvature.FormulaSheet;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.Simplifier;
import org.metricflows.symbolic.internal.rotational.WarpedProduct;

/**
 * What the command {@code curvature} tells of a rotationally symmetric metric: formulas, and
 * numbers at a point.
 *
 * <p>Indices a, b are those of the unit sphere S; Γ^x_ab and Ric_ab are told in units of its metric
 * g_S, Γ^a_xb in units of δ^a_b. Formulas of a sphere are in its coordinate; those of a soliton in
 * ψ, ψ' and f', whose numbers are integrated.
 */
public final class RotationalCurvature {
  private static final Duration TIME = Duration.ofSeconds(2);
  private static final String ON_SPHERE = " gS_ab";

  private final Source source;
  private final int dimension;
  private final Program geometry;
  private final List<Quantity> told = new ArrayList<>();

  /** Where formulas and numbers come from. */
  interface Source {

    /** The name of the coordinate, x below. */
    String coordinate();

    /** χ in the names that formulas are in. */
    Expr lapse();

    /** ψ. */
    Expr radius();

    /** The closed form of a line of {@link WarpedProduct#geometry()} in these names. */
    Expr form(String line);

    /** How a name is written. */
    Function<Symbol, String> notation();

    /**
     * ψ, ψ_x, ψ_xx, χ, χ_x.
     *
     * @param field what gave the point, for messages
     * @throws InputException if x is not between the poles
     */
    double[] jets(String field, double x);
  }

  /** What is told: its name, formula, number and unit. */
  private record Quantity(
      String name, Expr form, ToDoubleFunction<RotationalNumbers> number, String unit) {}

  private RotationalCurvature(Source source, int dimension) {
    this.source = source;
    this.dimension = dimension;
    this.geometry = new Compiler().compile(new WarpedProduct(dimension).geometry());
    String x = source.coordinate();
    Expr lapse = source.lapse().pow(2);
    Expr radius = source.radius().pow(2);
    add("g_" + x + x, lapse, numbers -> numbers.metric()[0][0]);
    add("g_ab", radius, numbers -> numbers.metric()[1][1], ON_SPHERE);
    add("Gamma^" + x + "_" + x + x, source.form("Gammaxxx"), number("Gammaxxx"));
    add("Gamma^" + x + "_ab", source.form("Gammaxab"), number("Gammaxab"), ON_SPHERE);
    add("Gamma^a_" + x + "b", source.form("Gammaaxb"), number("Gammaaxb"), " delta^a_b");
    add("K_rad", source.form("Krad"), number("Krad"));
    if (dimension > 2) {
      add("K_tan", source.form("Ktan"), number("Ktan"));
    }
    add("Ric_" + x + x, source.form("Ricrad").times(lapse), numbers -> numbers.ricci()[0][0]);
    add("Ric_ab", source.form("Rictan").times(radius), numbers -> numbers.ricci()[1][1], ON_SPHERE);
    add("R", source.form("R"), number("R"));
    add("|Ric|^2", source.form("RicSq"), number("RicSq"));
    add("Kretschmann", source.form("Kret"), number("Kret"));
  }

  private static ToDoubleFunction<RotationalNumbers> number(String name) {
    return numbers -> numbers.value(name);
  }

  private void add(String name, Expr value, ToDoubleFunction<RotationalNumbers> number) {
    add(name, value, number, "");
  }

  private void add(
      String name, Expr value, ToDoubleFunction<RotationalNumbers> number, String unit) {
    Expr form = Simplifier.within(TIME).simplify(value).value();
    told.add(new Quantity(name, form, number, unit));
  }

  /**
   * The curvature of the metric that a spec's flow starts from, or of its soliton.
   *
   * @throws InputException naming the field, if the interval is empty or infinite
   */
  public static RotationalCurvature of(RotationalSpec spec) {
    Source source =
        spec.shape() instanceof RotationalSpec.Soliton
            ? new SolitonSource(spec)
            : new SphereSource(SphereFormulas.of(spec));
    return new RotationalCurvature(source, spec.dimension());
  }

  /** What a point is given by. */
  public String coordinate() {
    return source.coordinate();
  }

  /**
   * The curvature at a point.
   *
   * @param field what gave the point, for messages
   * @throws InputException if it is not between the poles, or the curvature is not finite there
   */
  public RotationalNumbers at(String field, double x) {
    if (!Double.isFinite(x)) {
      throw InputException.of(field, "" + x + " is not a finite number");
    }
    double[] jets = source.jets(field, x);
    double[] out = new double[geometry.outputs()];
    geometry.evaluate(jets, out);
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < out.length; i++) {
      if (!Double.isFinite(out[i])) {
        throw InputException.of(
            field,
            "the curvature is not finite at "
                + coordinate()
                + " = "
                + x
                + ", the metric is not smooth there");
      }
      values.put(geometry.outputNames().get(i), out[i]);
    }
    return new RotationalNumbers(dimension, x, jets[3], jets[0], values);
  }

  private String text(Expr form) {
    return Dialect.TEXT.print(form, source.notation());
  }

  /** The formulas by their names. */
  public Map<String, String> closedForms() {
    Map<String, String> texts = new LinkedHashMap<>();
    told.forEach(quantity -> texts.put(quantity.name(), text(quantity.form())));
    return texts;
  }

  /** For people: what does not vanish, and all scalars. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(indices());
    told().forEach(e -> lines.add(e.name() + " = " + text(e.value()) + e.unit()));
    return lines;
  }

  /** The same for printing in other formats. */
  public FormulaSheet sheet() {
    FormulaSheet.Group group = new FormulaSheet.Group("Curvature; " + indices(), told());
    return new FormulaSheet(List.of(group), List.of());
  }

  private String indices() {
    return "a, b: of the unit sphere S of dimension " + (dimension - 1) + ", with the metric gS";
  }

  private List<FormulaSheet.Entry> told() {
    return told.stream()
        .filter(quantity -> !quantity.form().isZero() || !quantity.name().contains("_"))
        .map(q -> new FormulaSheet.Entry(q.name(), q.form(), q.unit()))
        .toList();
  }

  /** The numbers at a point by the names of the formulas, in their units. */
  public Map<String, double[]> named(RotationalNumbers numbers) {
    Map<String, double[]> named = new LinkedHashMap<>();
    named.put("at " + coordinate(), new double[] {numbers.coordinate()});
    for (Quantity quantity : told) {
      named.put(quantity.name(), new double[] {quantity.number().applyAsDouble(numbers)});
    }
    return named;
  }
}
