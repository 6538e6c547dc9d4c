package org.metricflows.symbolic.internal.variation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Gradient;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * The Euler operator of a density ℓ(u, ∂u, ∂²u): δL/δu = Σ_{|α|≤2} (−1)^{|α|} D^α ∂ℓ/∂(∂^αu).
 *
 * <p>It is what remains of a first variation after integration by parts; the jets of u enter up to
 * fourth order. A density that is a divergence has none.
 */
public final class EulerOperator {

  /** Prefix of the outputs: δL/δu is {@code Eu}. */
  public static final String PREFIX = "E";

  private static final int DENSITY_ORDER = 2;

  private EulerOperator() {}

  /**
   * The Euler operator as a derivation.
   *
   * @param density ℓ as a program of jet variables u, ud1, …, ud11, ud12, … of its fields
   * @param output ℓ, an output of the program
   * @param dimension number of coordinates d ≤ 9
   * @param fields the fields u to vary; every component of a symmetric tensor with i ≤ j is one of
   *     its own, so that the result for i &lt; j is twice the tensor's component
   * @param background fields that are not varied, whose jets enter up to fourth order
   * @return outputs {@code Eu} for each field, in their order; inputs that are neither jets of
   *     fields nor of the background are constants
   */
  public static Derivation of(
      Derivation density,
      Symbol output,
      int dimension,
      List<String> fields,
      List<String> background) {
    List<JetVariable> varied = jets(density, fields, dimension, DENSITY_ORDER);
    Set<Symbol> used = density.inputs().stream().map(Input::name).collect(Collectors.toSet());
    List<JetVariable> slots = varied.stream().filter(j -> used.contains(j.symbol())).toList();
    List<Symbol> variables = slots.stream().map(JetVariable::symbol).toList();
    Derivation gradient = Gradient.of(density, output, variables);
    Derivation pruned =
        gradient.withOutputs(
            variables.stream().map(v -> new Symbol(Gradient.PREFIX + v.name())).toList());
    List<JetVariable> all = jets(density, fields, dimension, 2 * DENSITY_ORDER);
    all.addAll(jets(density, background, dimension, 2 * DENSITY_ORDER));
    TotalDerivatives total = new TotalDerivatives(pruned, all);
    List<String> outputs = new ArrayList<>();
    for (String field : fields) {
      List<Expr> terms = new ArrayList<>();
      for (JetVariable slot : slots) {
        if (slot.field().equals(field)) {
          Expr slope = total.of(new Symbol(Gradient.PREFIX + slot.symbol().name()), slot.indices());
          terms.add(slot.order() % 2 == 0 ? slope : slope.negate());
        }
      }
      outputs.add(PREFIX + field);
      String latex = latex(density, field);
      total
          .builder()
          .define(PREFIX + field, "\\frac{\\delta L}{\\delta " + latex + "}", Expr.sum(terms));
    }
    return pruned(total.builder().build(outputs), used);
  }

  /** Without the lines that no output needs, and without the new inputs that no line uses. */
  private static Derivation pruned(Derivation program, Set<Symbol> kept) {
    Derivation needed = program.withOutputs(program.outputs());
    Set<Symbol> read = new HashSet<>(kept);
    needed.lines().forEach(line -> line.value().collectSymbols(read));
    return needed.withInputs(
        needed.inputs().stream().filter(input -> read.contains(input.name())).toList());
  }

  private static List<JetVariable> jets(
      Derivation density, List<String> fields, int dimension, int order) {
    List<JetVariable> jets = new ArrayList<>();
    for (String field : fields) {
      jets.addAll(JetVariable.upTo(field, latex(density, field), dimension, order));
    }
    return jets;
  }

  private static String latex(Derivation density, String field) {
    return density.inputs().stream()
        .filter(input -> input.name().name().equals(field))
        .map(Input::latex)
        .findFirst()
        .orElse(field);
  }
}
