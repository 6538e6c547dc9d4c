package org.metricflows.symbolic.internal.typesetting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.LieAlgebra;
import org.metricflows.symbolic.internal.door.Simplifier;
import org.metricflows.symbolic.internal.evolution.HomogeneousFlow;

/**
 * Ricci flow of left-invariant metrics written down, in the components that do not stay zero.
 *
 * <p>A component that is 0 at the start and whose speed vanishes with all such components is left
 * out, so that Milnor's diagonal metrics read as three equations.
 */
final class LieGroupDocument {
  private static final int LARGEST_EXPANSION = 20_000;
  private static final int LONGEST_TO_READ = 150;
  private static final Duration TIME = Duration.ofSeconds(5);

  private final HomogeneousFlow flow;
  private final Derivation velocity;

  /**
   * @param start g_ij at time 0 in the order 11, 12, …, 22, …
   */
  LieGroupDocument(HomogeneousFlow flow, List<Expr> start) {
    this.flow = flow;
    this.velocity = restricted(flow.velocity(), start);
  }

  private static Derivation restricted(Derivation general, List<Expr> start) {
    Map<Symbol, Expr> zeros = new HashMap<>();
    for (int c = 0; c < start.size(); c++) {
      if (start.get(c).isZero()) {
        zeros.put(general.inputs().get(c).name(), Rational.ZERO);
      }
    }
    while (true) {
      Derivation program = Inlining.of(general, zeros);
      List<Symbol> moving =
          zeros.keySet().stream().filter(g -> !closedForm(program, speed(g)).isZero()).toList();
      if (moving.isEmpty()) {
        return program.withOutputs(
            program.inputs().stream().map(Input::name).map(LieGroupDocument::speed).toList());
      }
      zeros.keySet().removeAll(moving);
    }
  }

  private static Symbol speed(Symbol component) {
    return new Symbol("speed" + component.name().substring(1));
  }

  /** The value of a line, as short as it gets within size and time. */
  private static Expr closedForm(Derivation program, Symbol name) {
    Expr line = program.line(name).orElseThrow().value();
    if (line.operands().isEmpty()) {
      return line;
    }
    try {
      Expr expanded = program.expand(name, LARGEST_EXPANSION);
      return Simplifier.within(TIME).simplify(expanded).value();
    } catch (IllegalStateException tooLarge) {
      return name;
    }
  }

  List<Section> sections() {
    return List.of(equation(), algebra(), curvature());
  }

  private Section algebra() {
    Section.Builder section = new Section.Builder("Lie algebra");
    section.say("A left-invariant metric has the same components at every point,");
    section.formula("g_{ij} = \\langle e_i, e_j \\rangle", "g_ij = <e_i, e_j>");
    section.say("in a basis $e_1$, $e_2$, ... of the Lie algebra with the brackets");
    LieAlgebra algebra = flow.algebra();
    for (int i = 0; i < algebra.dimension(); i++) {
      for (int j = i + 1; j < algebra.dimension(); j++) {
        List<Expr> bracket = algebra.bracket(i, j);
        if (!bracket.stream().allMatch(Expr::isZero)) {
          String indices = "%1$s%2$d, %1$s%3$d";
          section.formula(
              "[" + indices.formatted("e_", i + 1, j + 1) + "] = " + vector(bracket, "e_"),
              "[" + indices.formatted("e", i + 1, j + 1) + "] = " + vector(bracket, "e"));
        }
      }
    }
    section.say("and all other brackets vanish.");
    return section.build();
  }

  private static String vector(List<Expr> coefficients, String basis) {
    boolean latex = basis.endsWith("_");
    List<Expr> terms = new ArrayList<>();
    for (int k = 0; k < coefficients.size(); k++) {
      terms.add(coefficients.get(k).times(new Symbol("e" + (k + 1))));
    }
    Dialect dialect = latex ? Dialect.LATEX : Dialect.TEXT;
    return dialect.print(
        Expr.sum(terms), symbol -> latex ? "e_" + symbol.name().substring(1) : symbol.name());
  }

  private Section curvature() {
    Section.Builder section = new Section.Builder("Curvature");
    if (velocity.inputs().size() < flow.components()) {
      section.say(
          "Of the metric's components all but "
              + velocity.inputs().stream()
                  .map(input -> input.name().name())
                  .collect(Collectors.joining(", "))
              + " are 0 at the start and stay so.");
    }
    section.say("By Koszul's formula:");
    section.formula("C_{k,ij} = \\langle [e_i, e_j], e_k \\rangle", "C_k,ij = <[e_i, e_j], e_k>");
    section.formula(
        "\\Gamma_{k,ij} = \\tfrac12 (C_{k,ij} - C_{i,jk} + C_{j,ki})",
        "Gamma_k,ij = (C_k,ij - C_i,jk + C_j,ki)/2");
    section.formula(
        "R_{abcd} = \\Gamma_{a,ce} \\Gamma^e_{db} - \\Gamma_{a,de} \\Gamma^e_{cb}"
            + " - C^e_{cd} \\Gamma_{a,eb}, \\qquad R_{bd} = g^{ac} R_{abcd}",
        "R_abcd = Gamma_a,ce Gamma^e_db - Gamma_a,de Gamma^e_cb - C^e_cd Gamma_a,eb,"
            + " R_bd = g^ac R_abcd");
    section.program("$\\Gamma_{k,ij}$ is `GammaLowkij`:", velocity, 0, velocity.lines().size());
    return section.build();
  }

  private Section equation() {
    Section.Builder section = new Section.Builder("Flow equation");
    section.say("A left-invariant metric moves by its curvature, with no loss and no kernel:");
    section.formula(
        "\\partial_t g_{ij} = -2 R_{ij}" + (flow.fixedVolume() ? " + \\tfrac2d R g_{ij}" : ""),
        "d/dt g_ij = -2 Ric_ij" + (flow.fixedVolume() ? " + (2/d) R g_ij" : ""));
    section.say("The components move by, where it is short,");
    for (Input input : velocity.inputs()) {
      readable(speed(input.name()))
          .ifPresent(
              e ->
                  section.formula(
                      "\\partial_t "
                          + input.latex()
                          + " = "
                          + Dialect.LATEX.print(e, velocity.notation()),
                      "d/dt " + input.name() + " = " + Dialect.TEXT.print(e)));
    }
    return section.build();
  }

  private Optional<Expr> readable(Symbol speed) {
    Expr form = closedForm(velocity, speed);
    return Optional.of(form).filter(e -> e.size() <= LONGEST_TO_READ && !e.equals(speed));
  }
}
