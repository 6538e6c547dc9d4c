package org.metricflows.bridge.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.metricflows.bridge.graph.Constants;
import org.metricflows.bridge.spec.LossSpec;
import org.metricflows.bridge.spec.Spec;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.door.ExpressionParser;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.network.Activation;
import org.metricflows.symbolic.network.Ansatz;

/** Turns the formulas of a spec into expressions; every error names the field. */
public final class Formulas {
  private final Spec spec;
  private final List<Symbol> coordinates;
  private final ExpressionParser parser;

  private Formulas(Spec spec) {
    this.spec = spec;
    this.coordinates = spec.chart().coordinates().stream().map(Symbol::new).toList();
    this.parser = ExpressionParser.of(spec.chart().coordinates());
  }

  /** The formulas of a spec that has a chart. */
  public static Formulas of(Spec spec) {
    return new Formulas(spec);
  }

  /** The chart's coordinates. */
  public List<Symbol> coordinates() {
    return coordinates;
  }

  /** The ansatz. */
  public Ansatz ansatz() {
    return Ansatz.valueOf(spec.metric().ansatz().name());
  }

  /** The background's independent components, in the coordinates. */
  public List<Expr> background() {
    return components("metric.background", spec.metric().background());
  }

  private List<Expr> components(String field, List<List<String>> matrix) {
    List<Expr> components = new ArrayList<>();
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        Expr entry = parser.parse(field + "[" + i + "][" + j + "]", matrix.get(i).get(j));
        if (j >= i) {
          components.add(entry);
        }
      }
    }
    return components;
  }

  /** The background as an ansatz sees it. */
  Background reference() {
    return new Background(ansatz(), coordinates, background());
  }

  /** The activation: a name or an expression in u. */
  public static Activation activation(String text) {
    if (Activation.isNamed(text)) {
      return Activation.named(text);
    }
    Expr value = ExpressionParser.of(Activation.ARGUMENT.name()).parse("network.activation", text);
    return new Activation(text, value);
  }

  /** The loss. */
  public Loss loss() {
    LossSpec loss = spec.loss();
    if (loss instanceof LossSpec.Mse mse) {
      return new Loss.MeanSquare(components("loss.target", mse.target()));
    } else if (loss instanceof LossSpec.Einstein einstein) {
      return new Loss.Einstein(Rational.of(einstein.lambda()));
    } else if (loss instanceof LossSpec.ScalarCurvature scalar) {
      return new Loss.ScalarCurvature(parser.parse("loss.target", scalar.target()));
    } else if (loss instanceof LossSpec.Perelman perelman) {
      return new Loss.Perelman(parser.parse("loss.density", perelman.density()), coordinates);
    } else if (loss instanceof LossSpec.Density density) {
      return custom(density.density());
    }
    return new Loss.Ricci();
  }

  private Loss custom(String text) {
    List<String> invariants = Loss.Custom.invariants(coordinates.size());
    for (Symbol x : coordinates) {
      if (invariants.contains(x.name())) {
        throw InputException.of(
            "loss.density",
            "the coordinate '" + x.name() + "' has the name of an invariant; rename it");
      }
    }
    List<String> names = new ArrayList<>(invariants);
    coordinates.forEach(x -> names.add(x.name()));
    String plain = text.replaceAll("\\|Ric\\|\\s*\\^\\s*2", "Ric2");
    plain = plain.replaceAll("\\|Riem\\|\\s*\\^\\s*2", "Riem2");
    Expr value = ExpressionParser.of(names).parse("loss.density", plain);
    return new Loss.Custom(value, coordinates);
  }

  /** The period of each coordinate that has one, in the chart's order. */
  public List<OptionalDouble> periods() {
    return IntStream.range(0, coordinates.size()).mapToObj(this::period).toList();
  }

  private OptionalDouble period(int i) {
    String name = coordinates.get(i).name();
    String text = spec.chart().periods().get(name);
    if (text == null) {
      return OptionalDouble.empty();
    }
    String field = "chart.periodic." + name;
    Expr period = ExpressionParser.of(List.of()).parse(field, text);
    double value = Constants.valueOf(period);
    if (!(value > 0) || Double.isInfinite(value)) {
      throw InputException.of(field, "'" + text + "' is not a positive number");
    }
    return OptionalDouble.of(value);
  }
}
