package org.metricflows.symbolic.loss;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Gradient;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;
import org.metricflows.symbolic.network.Ansatz;

/**
 * A loss as a function of the jets of the network's outputs at one point, with its derivatives.
 *
 * <p>Inputs, in this order: the jets of the outputs f_c (output by output, coefficients in jet
 * order), the jets of the ansatz's reference (component by component), the loss's fields, the
 * weight w.
 *
 * @param ansatz how outputs make a metric
 * @param loss the density
 * @param dimension d
 * @param value inputs ↦ w ℓ, output {@code wl}
 */
public record JetLoss(Ansatz ansatz, Loss loss, int dimension, Derivation value) {

  /** The name of the output w ℓ. */
  public static final String OUTPUT = "wl";

  /** Derives w ℓ for an ansatz in dimension d. */
  public static JetLoss of(Ansatz ansatz, Loss loss, int d) {
    int order = loss.order();
    Derivation.Builder builder = Derivation.builder();
    List<Jet> f = ansatz.outputJets(builder, d, order);
    List<Jet> reference = ansatz.referenceJets(builder, d, order);
    loss.fields().forEach(field -> builder.input(field.name(), field.latex()));
    Symbol weight = builder.input("w");
    MetricJet metric = new MetricJet(d, ansatz.metric(reference, f)).define(builder);
    Expr density = loss.density(builder, Curvature.of(builder, metric));
    Expr named = builder.define("ell", "\\ell", density);
    builder.define(OUTPUT, "w\\,\\ell", named.times(weight));
    return new JetLoss(ansatz, loss, d, builder.build(OUTPUT));
  }

  /** The derivatives of the outputs' jets that occur, 0 or 2. */
  public int order() {
    return loss.order();
  }

  /** The inputs that are jet coefficients of the network's outputs. */
  public List<Symbol> outputJets() {
    List<Symbol> names = new ArrayList<>();
    for (String f : ansatz.outputNames(dimension)) {
      Jet.suffixes(dimension, order()).forEach(s -> names.add(new Symbol(f + s)));
    }
    return names;
  }

  /** Inputs ↦ w ℓ and ∂(w ℓ)/∂(∂^β f_c), in the order of {@link #outputJets}. */
  public Derivation gradient() {
    Symbol output = new Symbol(OUTPUT);
    Derivation all = Gradient.of(value, output, outputJets());
    return all.withOutputs(all.outputs());
  }
}
