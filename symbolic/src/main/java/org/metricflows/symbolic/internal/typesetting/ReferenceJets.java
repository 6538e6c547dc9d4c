package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.derivation.Coordinates;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.equation.StartMetric;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/**
 * What the ansatz refers to, g₀ or its Cholesky factor, with the derivatives that the loss needs.
 */
final class ReferenceJets {
  private final Derivation derivation;
  private final Map<Symbol, Expr> numbers = new HashMap<>();

  ReferenceJets(StartMetric background, Ansatz ansatz, int order) {
    Coordinates coordinates = background.coordinates();
    List<String> indices = Ansatz.indices(background.dimension());
    Derivation.Builder builder = Derivation.builder();
    coordinates.symbols().forEach(x -> builder.input(x.name()));
    List<Jet> jets = new ArrayList<>();
    for (String ij : indices) {
      Expr entry = background.get(ij.charAt(0) - '1', ij.charAt(1) - '1');
      Jet jet = Jet.of(entry, coordinates, order);
      jets.add(
          ansatz == ChartAnsatz.CHOLESKY
              ? jet.define(builder, "b" + ij, "g^{0}_{" + ij + "}")
              : jet);
    }
    List<Jet> reference = ansatz.reference(builder, jets);
    List<String> names =
        ansatz.referenceJets(Derivation.builder(), background.dimension(), 0).stream()
            .map(jet -> ((Symbol) jet.value()).name())
            .toList();
    List<String> outputs = new ArrayList<>();
    List<String> suffixes = Jet.suffixes(background.dimension(), order);
    for (int c = 0; c < reference.size(); c++) {
      String name = names.get(c);
      reference.get(c).define(builder, name, name.charAt(0) + "_{" + name.substring(1) + "}");
      for (int k = 0; k < suffixes.size(); k++) {
        Expr value = builder.value(name + suffixes.get(k));
        if (value instanceof Rational) {
          numbers.put(new Symbol(name + suffixes.get(k)), value);
        } else {
          outputs.add(name + suffixes.get(k));
        }
      }
    }
    derivation = builder.build(outputs);
  }

  /** Coordinates ↦ the coefficients r11, r11d1, … that are no numbers. */
  Derivation derivation() {
    return derivation;
  }

  /** The coefficients that are numbers. */
  Map<Symbol, Expr> numbers() {
    return numbers;
  }
}
