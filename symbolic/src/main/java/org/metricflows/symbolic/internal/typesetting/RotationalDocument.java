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
    return List.of(
        flowEquation(), sphereMetric(start), curvature(), ricciFlow(), gauge(), equation());
  }

  List<Section> soliton(Expr tipCurvature) {
    return List.of(solitonEquation(), solitonMetric(), curvature(), integral(), pole(tipCurvature));
  }

  private Section sphereMetric(RadialMetric start) {
    Section.Builder section = new Section.Builder("Metric");
    sayMetric(section);
    section.formula(
        "g = \\chi(x)^2\\, \\mathrm{d}x^2 + \\psi(x)^2\\, g_S", "g = chi(x)^2 dx^2 + psi(x)^2 g_S");
    String x = start.coordinate().name();
    section.say(
        "At time 0, from the pole at %1$s = %2$s to that at %1$s = %3$s, the lapse $\\chi$ and the radius $\\psi$ are"
            .formatted(x, Dialect.TEXT.print(start.from()), Dialect.TEXT.print(start.to())));
    explicit(section, "\\chi", "chi", start.lapse());
    explicit(section, "\\psi", "psi", start.radius());
    return section.build();
  }

  /** Ricci flow in radius and lapse. */
  private Section flowEquation() {
    Derivation flow = new WarpedProduct(dimension).ricciFlow();
    Section.Builder section = new Section.Builder("Flow equation");
    section.say("The metric moves by its curvature, with no loss and no kernel:");
    section.formula("\\partial_t g_{ij} = -2 R_{ij}", "d/dt g_ij = -2 Ric_ij");
    section.say(
        "With $x$ held fixed this moves radius and lapse of $g = \\chi^2 dx^2 + \\psi^2 g_S$ by");
    state(section, "\\partial_t\\psi", "d/dt psi", byPlanes(flow, "psit"));
    state(section, "\\partial_t\\chi", "d/dt chi", byPlanes(flow, "chit"));
    section.say("with derivatives by arc length, $\\psi_s = \\partial\\psi/\\partial s$.");
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
            + ", $g_S$ that of the unit sphere of dimension "
            + (dimension - 1)
            + ":");
  }

  private Section solitonMetric() {
    Section.Builder section = new Section.Builder("Metric");
    sayMetric(section);
    section.formula(
        "g = \\mathrm{d}s^2 + \\psi(s)^2\\, g_S,\\quad f = f(s)",
        "g = ds^2 + psi(s)^2 g_S, f = f(s)");
    section.say("It closes at the pole $s = 0$, and the lapse $\\chi$ below is 1.");
    return section.build();
  }

  private Section curvature() {
    Section.Builder section = new Section.Builder("Curvature");
    section.say(
        "The sectional curvatures of planes that contain $\\partial_x$ and of planes tangent to the"
            + " sphere are, by arc length, $\\partial_s = \\chi^{-1} \\partial_x$, with `psis` for"
            + " $\\psi_s$ and `psiss` for $\\psi_{ss}$,");
    section.program(
        "Three dimensions have planes of both kinds. In coordinates $x$, $y_{1}$, $y_{2}$ with $g_S ="
            + " (dy_1^2 + dy_2^2)/(1 + |y|^2/4)^2$ the general formulas give, at $y = 0$, the"
            + " sectional curvatures, and by counting planes $R$ in dimension "
            + dimension
            + ":",
        curvature);
    state(section, "K_{rad}", "K_rad", byArcLength("Krad"));
    state(section, "K_{tan}", "K_tan", byArcLength("Ktan"));
    section.say(
        "and the Ricci curvatures of $\\partial_s$ and of unit tangents of the sphere and $R$ are");
    Derivation geometry = new WarpedProduct(dimension).geometry();
    state(section, "\\mathrm{Ric}_{rad}", "Ric_rad", byPlanes(geometry, "Ricrad"));
    state(section, "\\mathrm{Ric}_{tan}", "Ric_tan", byPlanes(geometry, "Rictan"));
    state(section, "R", "R", byPlanes(curvature, "R"));
    return section.build();
  }

  private Section ricciFlow() {
    Derivation flow = new WarpedProduct(dimension).ricciFlow();
    Section.Builder section = new Section.Builder("Ricci flow");
    section.program(
        "With $x$ held fixed, $\\partial_t g = -2 \\mathrm{Ric}$ moves radius and lapse,",
        flow,
        firstNew(flow),
        flow.lines().size());
    Expr lapseRate = byPlanes(flow, "chit");
    section.say("Since $\\chi$ moves, $\\partial_t$ and $\\partial_s$ do not commute:");
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
        "What is integrated is a function $v$ that is smooth at the poles. Points keep their share"
            + " $x/\\pi$ of the length $\\pi \\ell$ from pole to pole, the lapse is the number $\\ell$,"
            + " and");
    section.formula(
        "\\psi = \\ell\\, p \\sin x,\\quad p = 1 + v \\sin^2 x,\\quad 0 \\le x \\le \\pi",
        "psi = l p sin(x), p = 1 + v sin(x)^2, 0 <= x <= pi");
    section.say(
        "Whatever $v$, $\\psi_s$ is 1 and -1 at the poles; the round sphere is $v = 0$. With $c = \\cos"
            + " x$, $s = \\sin x$, $u = v_x/\\sin x$, $w = v_{xx}$ the geometry has no singular terms.");
    section.program(
        "`psi` is short for $\\psi/\\ell$, `Krad`, `Ktan` and `R` for $\\ell^2 K_{rad}$, $\\ell^2"
            + " K_{tan}$ and $\\ell^2 R$:",
        equations(),
        0,
        after("R"));
    return section.build();
  }

  private Section equation() {
    Section.Builder section = new Section.Builder("Flow of the shape");
    section.say(
        "Ricci flow moves points towards their pole; to hold $x$, that is subtracted with its share"
            + " of the whole, $h$, from $e$, which is the integral of $\\mathrm{Ric}(\\partial_s,"
            + " \\partial_s)$ after one integration by parts:");
    section.formula(
        "h \\sin x = \\int_0^x (e - \\bar e)\\, \\mathrm{d}x,\\quad \\bar e ="
            + " \\tfrac1\\pi \\int_0^\\pi e\\, \\mathrm{d}x",
        "h sin(x) = int_0^x (e - mean e) dx, mean e = int_0^pi e dx/pi");
    section.program(
        "The velocity `vt` is $\\ell^2 \\partial_t v$, and $y = h_x/\\sin x$:",
        equations(),
        after("R"),
        equations().lines().size());
    section.formula(
        "\\partial_t v = v_t/\\ell^2,\\quad \\partial_t \\ell^2 = -" + rate() + "(1 - \\bar e)",
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
    Section.Builder section = new Section.Builder("Soliton equation");
    section.say(
        "Ricci flow moves a steady soliton by diffeomorphisms along the gradient of $f$ alone,");
    section.formula("R_{ij} + \\nabla_i \\nabla_j f = 0", "Ric_ij + D_i D_j f = 0");
    section.say(
        "which is, on $\\partial_s$ and on unit tangents of the spheres (`psis` is $\\psi'$, `fs` is"
            + " $f'$),");
    Function<Symbol, String> names = defect.notation();
    section.formula(
        Dialect.LATEX.print(closed(defect, "radial"), names) + " = 0",
        Dialect.TEXT.print(closed(defect, "radial")) + " = 0");
    section.formula(
        Dialect.LATEX.print(closed(defect, "tangential"), names) + " = 0",
        Dialect.TEXT.print(closed(defect, "tangential")) + " = 0");
    section.say("solved for the second derivatives, with $R$:");
    section.lines(soliton.equations());
    return section.build();
  }

  private Section integral() {
    Section.Builder section = new Section.Builder("First integral");
    Derivation equations = new SteadySoliton(dimension).equations();
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
        "At the pole $\\psi = 0$, and the equations determine the solution by power series in $s$ from"
            + " the one number $k = R(0)/"
            + dimension * (dimension - 1)
            + "$, the sectional curvature there:");
    section.formula("k = " + Dialect.LATEX.print(k), "k = " + Dialect.TEXT.print(k));
    PoleSeries series = new SteadySoliton(dimension).series(SERIES_TERMS);
    series(section, "\\psi", "psi", series.radius(), 0);
    series(section, "f'", "f'", series.drift(), 1);
    section.say("and $R + f'^2$ is $R(0)$, whose error measures that of an integration:");
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
