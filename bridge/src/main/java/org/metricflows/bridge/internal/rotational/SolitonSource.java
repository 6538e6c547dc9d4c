package org.metricflows.bridge.internal.rotational;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.metricflows.bridge.internal.run.SpecIntegration;
import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.rotational.SolitonFlow;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.rotational.SteadySoliton;
import org.metricflows.symbolic.internal.rotational.WarpedProduct;

/** The curvature of a soliton in formulas of ψ, ψ' and f'; numbers are integrated from the pole. */
record SolitonSource(RotationalSpec spec) implements RotationalCurvature.Source {
  private static final Symbol PSI = new Symbol("psi");
  private static final Symbol SLOPE = new Symbol("psis");
  private static final Symbol DRIFT = new Symbol("fs");
  private static final int LARGEST_EXPANSION = 1000;

  @Override
  public String coordinate() {
    return "s";
  }

  @Override
  public Expr lapse() {
    return Rational.ONE;
  }

  @Override
  public Expr radius() {
    return PSI;
  }

  /** χ = 1, and ψ'' as the equation has it. */
  @Override
  public Expr form(String line) {
    Derivation equations = new SteadySoliton(spec.dimension()).equations();
    Map<Symbol, Expr> jets = new HashMap<>();
    jets.put(new Symbol("psid1"), SLOPE);
    jets.put(new Symbol("psid11"), equations.expand(new Symbol("psiss"), LARGEST_EXPANSION));
    jets.put(new Symbol("chi"), Rational.ONE);
    jets.put(new Symbol("chid1"), Rational.ZERO);
    Derivation geometry = new WarpedProduct(spec.dimension()).geometry();
    return geometry.expand(new Symbol(line), LARGEST_EXPANSION).substitute(jets);
  }

  @Override
  public Function<Symbol, String> notation() {
    return name -> name.equals(SLOPE) ? "psi'" : name.equals(DRIFT) ? "f'" : name.name();
  }

  @Override
  public double[] jets(String field, double s) {
    FlowSpec settings = spec.flow();
    if (!(s > 0 && s <= settings.time())) {
      throw InputException.of(
          field,
          "must be between the pole, 0, and flow.time, " + settings.time() + ", but is " + s);
    }
    FlowSpec way =
        new FlowSpec(
            settings.dynamics(),
            s,
            List.of(s),
            settings.integrator(),
            settings.relativeTolerance(),
            settings.absoluteTolerance(),
            settings.step(),
            settings.tau());
    SolitonFlow flow = SolitonEvaluators.of(spec).flow();
    double[] y = SpecIntegration.of(flow, way).run(new FlowListener() {}).state();
    return new double[] {y[0], y[1], flow.equations(y)[0], 1, 0};
  }
}
