package org.metricflows.proofs.internal.program;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.theorem.Claim;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.rotational.SphereFlow;

/**
 * The equations of rotationally symmetric spheres that are compiled and run, free of singular
 * terms, against the geometry of ψ = p sin x with p = 1 + v sin² x.
 */
public final class RotationalPrograms {
  private static final Map<String, String> INPUTS =
      Map.of(
          "c", "\\cos(x)",
          "s", "\\sin(x)",
          "v", "v",
          "u", "\\frac{\\partial_x v}{\\sin(x)}",
          "w", "\\partial_x\\partial_x v",
          "h", "h",
          "y", "\\frac{\\partial_x h}{\\sin(x)}");

  private RotationalPrograms() {}

  public static List<Theorem> theorems() {
    return List.of(
        new Theorem(
            "sphere-programs",
            "The compiled flow of spheres is Ricci flow with points in proportion to arc length",
            List.of(2, 3, 4, 5),
            RotationalPrograms::claims));
  }

  /**
   * Points are held by a drift V = (n−1)b. For any h the velocity is that of Ricci flow with this
   * drift and the mean μ of ε that h belongs to, ε − ∂(h sin x).
   */
  private static Setting setting(int n) {
    return Setting.of(1)
        .chart("x")
        .functionOf("x", "v")
        .functionOf("x", "h")
        .define(
            "p = 1 + v(\\sin(x))^2",
            "\\psi = p\\sin(x)",
            "K = -\\frac{\\partial_x\\partial_x\\psi}{\\psi}",
            "L = \\frac{1 - (\\partial_x\\psi)^2}{\\psi^2}",
            "q = \\frac{\\partial_x p}{p}",
            "b = q + h\\sin(x)",
            "\\epsilon = 1 - K - \\partial_x q",
            "\\mu = \\epsilon - \\partial_x b + \\partial_x q",
            "A = " + velocity(n, "-"),
            "B = " + velocity(n, "+"))
        .build();
  }

  private static String velocity(int n, String sign) {
    return "\\frac{"
        + (n - 1)
        + "(1 - \\mu)\\psi - (K + "
        + (n - 2)
        + "L)\\psi "
        + sign
        + (n - 1)
        + "b\\partial_x\\psi}{(\\sin(x))^3}";
  }

  private static List<Claim> claims(int n) {
    SphereFlow flow = new SphereFlow(n);
    Setting setting = setting(n);
    String scalar = (n - 1) + "(2K + " + (n - 2) + "L)";
    return List.of(
        claim(
            setting,
            flow.velocity(),
            "\\mathtt{vt} = A",
            List.of(equal("vt", "A")),
            List.of(equal("vt", "B"))),
        claim(
            setting,
            flow.stretching(),
            "\\mathtt{e} = \\epsilon",
            List.of(equal("e", "\\epsilon")),
            List.of(equal("e", "-\\epsilon"))),
        claim(
            setting,
            flow.geometry(),
            "\\mathtt{K_{rad}} = K,\\; \\mathtt{K_{tan}} = L,\\; \\mathtt{R} = " + scalar,
            List.of(
                equal("psi", "\\psi"),
                equal("psis", "\\partial_x\\psi"),
                equal("Krad", "K"),
                equal("Ktan", "L"),
                equal("R", scalar)),
            List.of(equal("Krad", "L"))));
  }

  private static Output equal(String name, String formula) {
    return Output.of(new Symbol(name), formula);
  }

  private static Claim claim(
      Setting setting, Derivation program, String latex, List<Output> outputs, List<Output> wrong) {
    Map<String, Formula> fields =
        INPUTS.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> Equation.parse("0 = " + e.getValue()).right()));
    JetBinding binding = new JetBinding(fields);
    String twin = wrong.get(0).equation().latex();
    return new Claim(
        new ProgramStatement(latex, setting, program, binding, outputs, 2),
        new ProgramStatement(twin, setting, program, binding, wrong, 2));
  }
}
