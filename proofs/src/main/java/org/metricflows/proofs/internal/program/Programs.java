package org.metricflows.proofs.internal.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.tensor.Worlds;
import org.metricflows.proofs.internal.theorem.Claim;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;
import org.metricflows.symbolic.internal.variation.EulerOperator;
import org.metricflows.symbolic.loss.EinsteinLoss;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.loss.PerelmanLoss;
import org.metricflows.symbolic.loss.RicciLoss;
import org.metricflows.symbolic.loss.ScalarCurvatureLoss;

/**
 * The derivations that are compiled and run, against the definitions: curvature of metric jets, and
 * Euler operators of losses.
 */
public final class Programs {
  private Programs() {}

  public static List<Theorem> theorems() {
    return List.of(
        new Theorem(
            "curvature-programs",
            "The compiled curvature of metric jets is the curvature",
            List.of(1, 2, 3, 4),
            Programs::curvature),
        new Theorem(
            "euler-einstein-hilbert",
            "The derived Euler operator of √g R is -√g G",
            List.of(2, 3, 4),
            Programs::einsteinHilbert),
        new Theorem(
            "euler-perelman",
            "The derived Euler operator of Perelman's loss at fixed measure is Ric + ∇∇f",
            List.of(2, 3),
            Programs::perelman),
        new Theorem(
            "euler-of-losses",
            "The derived Euler operator of each loss is its jet form integrated by parts",
            List.of(2, 3),
            Programs::losses));
  }

  private static List<Claim> curvature(int d) {
    Derivation.Builder builder = Derivation.builder();
    Curvature curvature = Curvature.of(builder, MetricJet.input(builder, d));
    List<Output> outputs = new ArrayList<>();
    for (int i = 1; i <= d; i++) {
      for (int j = i; j <= d; j++) {
        outputs.add(Output.of(curvature.ricci(i - 1, j - 1), "R_{" + i + j + "}"));
      }
    }
    outputs.add(Output.of(curvature.sqrtDet(), "\\sqrt{g}"));
    outputs.add(Output.of(curvature.scalar(), "R"));
    outputs.add(Output.of(curvature.ricciSquared(), "R_{ab}R^{ab}"));
    outputs.add(Output.of(curvature.kretschmann(), "R_{abcd}R^{abcd}"));
    List<Output> wrong = List.of(Output.of(curvature.sqrtDet(), "g"));
    Derivation program = builder.build(List.of());
    Setting setting = Worlds.riemannian(d).build();
    JetBinding binding = JetBinding.ofMetric(d, Map.of());
    return List.of(
        new Claim(
            new ProgramStatement(
                "\\mathtt{Ric}_{ij} = R_{ij},\\; \\mathtt{sqrtdet} = \\sqrt{g},\\;"
                    + " \\mathtt{R} = R,\\; \\mathtt{Ric2} = R_{ab}R^{ab},\\;"
                    + " \\mathtt{Kret} = R_{abcd}R^{abcd}",
                setting,
                program,
                binding,
                outputs,
                2),
            new ProgramStatement("\\mathtt{sqrtdet} = g", setting, program, binding, wrong, 2)));
  }

  private static List<String> components(int d) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= d; i++) {
      for (int j = i; j <= d; j++) {
        names.add("g" + i + j);
      }
    }
    return names;
  }

  private static List<Output> components(int d, String tensor) {
    List<Output> outputs = new ArrayList<>();
    for (int i = 1; i <= d; i++) {
      for (int j = i; j <= d; j++) {
        Symbol output = new Symbol(EulerOperator.PREFIX + "g" + i + j);
        outputs.add(Output.of(output, (i == j ? "" : "2") + tensor + "_{" + i + j + "}"));
      }
    }
    return outputs;
  }

  private static List<Claim> einsteinHilbert(int d) {
    Derivation.Builder builder = Derivation.builder();
    Curvature curvature = Curvature.of(builder, MetricJet.input(builder, d));
    builder.define("l", curvature.scalar().times(curvature.sqrtDet()));
    Derivation euler =
        EulerOperator.of(builder.build("l"), new Symbol("l"), d, components(d), List.of());
    String right = "A_{ij} = -\\sqrt{g}\\,\\delta_{ik}\\delta_{jl}G^{kl}";
    String wrong = "B_{ij} = -\\sqrt{g}\\,\\delta_{ik}\\delta_{jl}R^{kl}";
    Setting setting = Worlds.riemannian(d).define(right, wrong).build();
    JetBinding binding = JetBinding.ofMetric(d, Map.of());
    String statement =
        "\\frac{\\delta}{\\delta g_{ij}}\\int\\sqrt{g}R\\,\\mathrm{d}x = -\\sqrt{g}\\,";
    return List.of(
        new Claim(
            new ProgramStatement(
                statement + "G^{ij}", setting, euler, binding, components(d, "A"), 4),
            new ProgramStatement(
                statement + "R^{ij}", setting, euler, binding, components(d, "B"), 4)));
  }

  private static final String DENSITY = "m";

  /** ∂_k log m for each k, as the loss reads it. */
  private static Map<String, Formula> slopes(int d) {
    Map<String, Formula> fields = new HashMap<>();
    fields.put(DENSITY, Equation.parse("0 = m").right());
    for (int k = 1; k <= d; k++) {
      fields.put("logm" + k, Equation.parse("0 = \\frac{\\partial_" + k + " m}{m}").right());
    }
    return fields;
  }

  private static Derivation density(Loss loss, int d, boolean measured) {
    Derivation.Builder builder = Derivation.builder();
    Curvature curvature = Curvature.of(builder, MetricJet.input(builder, d));
    loss.fields().forEach(field -> builder.input(field.name(), field.latex()));
    Expr density = loss.density(builder, curvature);
    builder.define("l", measured ? density.times(builder.input(DENSITY)) : density);
    return builder.build("l");
  }

  private static Loss perelmanLoss(int d) {
    List<Symbol> coordinates = new ArrayList<>();
    for (int k = 1; k <= d; k++) {
      coordinates.add(new Symbol("x" + k));
    }
    return new PerelmanLoss(Rational.ONE, coordinates);
  }

  private static List<String> background(int d) {
    List<String> names = new ArrayList<>(List.of(DENSITY));
    for (int k = 1; k <= d; k++) {
      names.add("logm" + k);
    }
    return names;
  }

  private static List<Claim> perelman(int d) {
    Derivation euler =
        EulerOperator.of(
            density(perelmanLoss(d), d, true), new Symbol("l"), d, components(d), background(d));
    String right = "A_{ij} = m\\,\\delta_{ik}\\delta_{jl}S^{kl}";
    String wrong = "B_{ij} = m\\,\\delta_{ik}\\delta_{jl}R^{kl}";
    Setting setting = Worlds.measured(d).define(right, wrong).build();
    JetBinding binding = JetBinding.ofMetric(d, slopes(d));
    String statement =
        "-\\frac{\\delta}{\\delta g_{ij}}\\int(R + |\\nabla f|^2)m\\,\\mathrm{d}x = m\\,";
    return List.of(
        new Claim(
            new ProgramStatement(
                statement + "S^{ij}", setting, euler, binding, components(d, "A"), 4),
            new ProgramStatement(
                statement + "R^{ij}", setting, euler, binding, components(d, "B"), 4)));
  }

  private static List<Claim> losses(int d) {
    Map<String, Loss> losses = new LinkedHashMap<>();
    losses.put("ricci", new RicciLoss());
    losses.put("einstein", new EinsteinLoss(Expr.of(3)));
    losses.put("scalar-curvature", new ScalarCurvatureLoss(Rational.ONE));
    losses.put("perelman", perelmanLoss(d));
    Setting setting = Worlds.riemannian(d).field(DENSITY).field("\\rho").build();
    Map<String, Formula> fields = slopes(d);
    fields.put("targetR", Equation.parse("0 = \\rho").right());
    List<String> background = background(d);
    background.add("targetR");
    JetBinding binding = JetBinding.ofMetric(d, fields);
    List<Claim> claims = new ArrayList<>();
    losses.forEach(
        (name, loss) -> {
          Derivation density = density(loss, d, true);
          String latex = "E_{\\mathrm{" + name + "}} = \\textstyle\\sum_\\alpha";
          String rest = "\\partial^\\alpha p_\\alpha";
          EulerStatement statement =
              EulerStatement.of(
                  latex + "(-1)^{|\\alpha|}" + rest,
                  setting,
                  binding,
                  density,
                  components(d),
                  background);
          claims.add(new Claim(statement, statement.twin(latex + rest)));
        });
    return claims;
  }
}
