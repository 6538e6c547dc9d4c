package org.metricflows.symbolic.internal.typesetting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.Simplifier;
import org.metricflows.symbolic.internal.rotational.PoleSeries;
import org.metricflows.symbolic.internal.rotational.RadialMetric;
import org.metricflows.symbolic.internal.rotational.SphereFlow;
import org.metricflows.symbolic.internal.rotational.SteadySoliton;
import org.metricflows.symbolic.internal.rotational.WarpedProduct;

/**
 * Rotationally symmetric flows written down: the curvature by the general formulas, then Ricci flow
 * of spheres in the variables that are integrated, or the equation of steady solitons.
 */
final class RotationalDocument {
  private static final int LARGEST_EXPANSION = 20_000;
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int SERIES_TERMS = 4;

  private static final Symbol PSI = new Symbol("psi");
  private static final Symbol SLOPE = new Symbol("psis");
  private static final Symbol BEND = new Symbol("psiss");
  private static final Symbol LAPSE = new Symbol("chi");
  private static final Symbol LAPSE_SLOPE = new Symbol("chid1");

  private final int dimension;
  private final Derivation curvature;

  RotationalDocument(int dimension) {
    this.dimension = dimension;
    this.curvature = new WarpedProduct(dimension).curvature();
  }

  List<Section> sphere(RadialMetric start) {
    return List.of(sphereMetric(start), curvature(), ricciFlow(), gauge(), equation());
  }

  List<Section> soliton(Expr tipCurvature) {
    return List.of(solitonMetric(), curvature(), solitonEquation(), pole(tipCurvature));
  }

  private Section sphereMetric(RadialMetric start) {
    Section.Builder section = new Section.Builder("Metric");
    sayMetric(section);
    section.formula(
        "g = \\chi(x)^2\\, \\mathrm{d}x^2 + \\psi(x)^2\\, g_S", "g = chi(x)^2 dx^2 + psi(x)^2 g_S");
    String x = start.coordinate().name();
    section.say(
        "At time 0, from the pole at "
            + x
            + " = "
            + Dialect.TEXT.print(start.from())
            + " to that at "
            + x
            + " = "
            + Dialect.TEXT.print(start.to())
            + ", the lapse chi and the radius psi are");
    explicit(section, "\\chi", "chi", start.lapse());
    explicit(section, "\\psi", "psi", start.radius());
    return section.build();
  }

  private static void explicit(Section.Builder section, String latex, String text, Expr value) {
    section.formula(
        latex + " = " + Dialect.LATEX.print(value), text + " = " + Dialect.TEXT.print(value));
  }

  private void sayMetric(Section.Builder section) {
    section.say(
        "A rotationally symmetric metric of dimension "
            + dimension
            + ", g_S that of the unit sphere of dimension "
            + (dimension - 1)
            + ":");
  }

  private Section solitonMetric() {
    Section.Builder section = new Section.Builder("Metric");
    sayMetric(section);
    section.formula(
        "g = \\mathrm{d}s^2 + \\psi(s)^2\\, g_S,\\quad f = f(s)",
        "g = ds^2 + psi(s)^2 g_S, f = f(s)");
    section.say("It closes at the pole s = 0, and the lapse chi below is 1.");
    return section.build();
  }

  private Section curvature() {
    Section.Builder section = new Section.Builder("Curvature");
    section.say(
        "Three dimensions have planes of both kinds. In coordinates x, y1, y2 with g_S = (dy1^2 +"
            + " dy2^2)/(1 + |y|^2/4)^2 the general formulas give, at y = 0, the sectional curvatures"
            + " of planes that contain d/dx and of planes tangent to the sphere, and by counting"
            + " planes R in dimension "
            + dimension
            + ":");
    section.lines(curvature);
    section.say("By arc length, with psis = dpsi/ds and psiss = d^2psi/ds^2, d/ds = (1/chi) d/dx:");
    state(section, "K_{rad}", "K_rad", byArcLength("Krad"));
    state(section, "K_{tan}", "K_tan", byArcLength("Ktan"));
    section.say("and the Ricci curvatures of d/ds and of unit tangents of the sphere and R are");
    Derivation geometry = new WarpedProduct(dimension).geometry();
    state(section, "\\mathrm{Ric}_{rad}", "Ric_rad", byPlanes(geometry, "Ricrad"));
    state(section, "\\mathrm{Ric}_{tan}", "Ric_tan", byPlanes(geometry, "Rictan"));
    state(section, "R", "R", byPlanes(curvature, "R"));
    return section.build();
  }

  private Section ricciFlow() {
    Derivation flow = new WarpedProduct(dimension).ricciFlow();
    Section.Builder section = new Section.Builder("Ricci flow");
    section.say("With x held fixed, dg/dt = -2 Ric moves radius and lapse,");
    section.lines(flow, firstNew(flow), flow.lines().size());
    section.say("which is, by arc length,");
    Expr lapseRate = byPlanes(flow, "chit");
    state(section, "\\partial_t\\psi", "d/dt psi", byPlanes(flow, "psit"));
    state(section, "\\partial_t\\chi", "d/dt chi", lapseRate);
    section.say("Since chi moves, d/dt and d/ds do not commute:");
    Expr commutator = simplified(lapseRate.over(LAPSE).negate());
    state(
        section,
        "[\\partial_t, \\partial_s]",
        "[d/dt, d/ds]",
        commutator,
        "\\, \\partial_s",
        " d/ds");
    return section.build();
  }

  /** The first line that the curvature does not have. */
  private int firstNew(Derivation flow) {
    int line = 0;
    while (curvature.lines().contains(flow.lines().get(line))) {
      line++;
    }
    return line;
  }

  private Section gauge() {
    Section.Builder section = new Section.Builder("Points in proportion to arc length");
    section.say(
        "What is integrated is a function v that is smooth at the poles. Points keep their share"
            + " x/pi of the length pi l from pole to pole, the lapse is the number l, and");
    section.formula(
        "\\psi = \\ell\\, p \\sin x,\\quad p = 1 + v \\sin^2 x,\\quad 0 \\le x \\le \\pi",
        "psi = l p sin(x), p = 1 + v sin(x)^2, 0 <= x <= pi");
    section.say(
        "Whatever v, dpsi/ds is 1 and -1 at the poles; the round sphere is v = 0. With c = cos x, s ="
            + " sin x, u = v_x/sin x, w = v_xx the geometry has no singular terms; psi is short for"
            + " psi/l, Krad, Ktan and R for l^2 K_rad, l^2 K_tan and l^2 R:");
    section.lines(equations(), 0, after("R"));
    return section.build();
  }

  private Section equation() {
    Section.Builder section = new Section.Builder("Flow");
    section.say(
        "Ricci flow moves points towards their pole; to hold x, that is subtracted with its share of"
            + " the whole. What the integral of Ric(d/ds, d/ds) is after one integration by parts,");
    section.lines(equations(), after("R"), after("e"));
    section.formula(
        "h \\sin x = \\int_0^x (e - \\bar e)\\, \\mathrm{d}x,\\quad \\bar e ="
            + " \\tfrac1\\pi \\int_0^\\pi e\\, \\mathrm{d}x",
        "h sin(x) = int_0^x (e - mean e) dx, mean e = int_0^pi e dx/pi");
    section.say("moves v and the length by (vt is l^2 dv/dt, y = h_x/sin x)");
    section.lines(equations(), after("e"), equations().lines().size());
    section.formula(
        "\\partial_t \\ell^2 = -" + rate() + "(1 - \\bar e)",
        "d/dt v = vt/l^2, d/dt l^2 = -" + rate() + " (1 - mean e)");
    return section.build();
  }

  private int rate() {
    return 2 * (dimension - 1);
  }

  private Derivation equations() {
    return new SphereFlow(dimension).equations();
  }

  /** The index after a line of the sphere's equations. */
  private int after(String name) {
    Derivation program = equations();
    return program.lines().indexOf(program.line(new Symbol(name)).orElseThrow()) + 1;
  }

  private Section solitonEquation() {
    SteadySoliton soliton = new SteadySoliton(dimension);
    Derivation defect = soliton.defect();
    Section.Builder section = new Section.Builder("Soliton");
    section.say(
        "Ricci flow moves a steady soliton by diffeomorphisms along grad f alone, Ric + Hess f = 0;"
            + " on d/ds and on unit tangents of the spheres (psis = psi', fs = f', ...)");
    Function<Symbol, String> names = defect.notation();
    section.formula(
        Dialect.LATEX.print(closed(defect, "radial"), names) + " = 0",
        Dialect.TEXT.print(closed(defect, "radial")) + " = 0");
    section.formula(
        Dialect.LATEX.print(closed(defect, "tangential"), names) + " = 0",
        Dialect.TEXT.print(closed(defect, "tangential")) + " = 0");
    section.say("solved for the second derivatives, with R:");
    Derivation equations = soliton.equations();
    section.lines(equations);
    section.say("Along solutions there is a first integral, since");
    Expr rate = firstIntegralRate(equations);
    section.formula(
        "\\frac{\\mathrm{d}}{\\mathrm{d}s}\\left(R + f'^2\\right) = " + Dialect.LATEX.print(rate),
        "d/ds (R + f'^2) = " + Dialect.TEXT.print(rate));
    return section.build();
  }

  /** d/ds (R + f'²) with ψ'' and f'' from the equations. */
  private Expr firstIntegralRate(Derivation equations) {
    Symbol drift = new Symbol("fs");
    Expr integral = closed(equations, "R").plus(drift.pow(2));
    return simplified(
        Expr.sum(
            List.of(
                integral.differentiate(PSI).times(SLOPE),
                integral.differentiate(SLOPE).times(closed(equations, "psiss")),
                integral.differentiate(drift).times(closed(equations, "fss")))));
  }

  private Section pole(Expr tipCurvature) {
    Section.Builder section = new Section.Builder("Pole");
    Expr k = tipCurvature.over(dimension * (dimension - 1L));
    section.say(
        "At the pole psi = 0, and the equations determine the solution by power series in s from the"
            + " one number k = R(0)/"
            + dimension * (dimension - 1)
            + ", the sectional curvature there:");
    section.formula("k = " + Dialect.LATEX.print(k), "k = " + Dialect.TEXT.print(k));
    PoleSeries series = new SteadySoliton(dimension).series(SERIES_TERMS);
    series(section, "\\psi", "psi", series.radius(), 0);
    series(section, "f'", "f'", series.drift(), 1);
    section.say("and R + f'^2 is R(0), whose error measures that of an integration:");
    section.formula(
        "R + f'^2 = " + Dialect.LATEX.print(tipCurvature),
        "R + f'^2 = " + Dialect.TEXT.print(tipCurvature));
    return section.build();
  }

  /** Σ a_i k^{i+shift} s^{2i+1} + …. */
  private static void series(
      Section.Builder section, String latex, String text, List<Rational> a, int shift) {
    Symbol k = new Symbol("k");
    Symbol s = new Symbol("s");
    List<String> inLatex = new ArrayList<>();
    List<String> inText = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      Expr term = a.get(i).times(k.pow(i + (long) shift)).times(s.pow(2L * i + 1));
      boolean negative = a.get(i).signum() < 0;
      Expr size = negative ? term.negate() : term;
      String sign = negative ? " - " : " + ";
      inLatex.add(sign + Dialect.LATEX.print(size));
      inText.add(sign + Dialect.TEXT.print(size));
    }
    section.formula(
        latex + " = " + sum(inLatex) + " + \\dots", text + " = " + sum(inText) + " + ...");
  }

  /** Signed terms, the first without a plus. */
  private static String sum(List<String> terms) {
    return String.join("", terms).strip().replaceFirst("^\\+ ", "");
  }

  /** A sectional curvature with derivatives by x as derivatives by arc length. */
  private Expr byArcLength(String plane) {
    Map<Symbol, Expr> chain = new HashMap<>();
    chain.put(new Symbol("psid1"), LAPSE.times(SLOPE));
    chain.put(new Symbol("psid11"), LAPSE.pow(2).times(BEND).plus(LAPSE_SLOPE.times(SLOPE)));
    return simplified(expanded(curvature, plane).substitute(chain));
  }

  /** A line that is linear in the sectional curvatures, each of its two terms simplified. */
  private Expr byPlanes(Derivation program, String name) {
    Expr line = program.line(new Symbol(name)).orElseThrow().value();
    List<Expr> terms = new ArrayList<>();
    for (String plane : List.of("Krad", "Ktan")) {
      terms.add(simplified(line.differentiate(new Symbol(plane)).times(byArcLength(plane))));
    }
    return Expr.sum(terms);
  }

  private static Expr closed(Derivation program, String name) {
    return simplified(expanded(program, name));
  }

  private static Expr expanded(Derivation program, String name) {
    return program.expand(new Symbol(name), LARGEST_EXPANSION);
  }

  private static Expr simplified(Expr e) {
    return Simplifier.within(TIME).simplify(e).value();
  }

  private static void state(Section.Builder section, String latex, String text, Expr value) {
    state(section, latex, text, value, "", "");
  }

  private static void state(
      Section.Builder section,
      String latex,
      String text,
      Expr value,
      String latexUnit,
      String textUnit) {
    section.formula(
        latex + " = " + Dialect.LATEX.print(value, RotationalDocument::latex) + latexUnit,
        text + " = " + Dialect.TEXT.print(value) + textUnit);
  }

  private static String latex(Symbol symbol) {
    return switch (symbol.name()) {
      case "psi" -> "\\psi";
      case "psis" -> "\\psi_s";
      case "psiss" -> "\\psi_{ss}";
      case "chi" -> "\\chi";
      default -> symbol.name();
    };
  }
}
