package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;

/**
 * A metric's value, first and second derivatives at a point.
 *
 * @param dimension d, 1 to 6
 * @param components the d(d+1)/2 jets of g_ij in the order 11, 12, …, 1d, 22, …
 */
public record MetricJet(int dimension, List<Jet> components) {

  public MetricJet {
    components = List.copyOf(components);
    if (dimension < 1
        || dimension > 6
        || components.size() != new SymmetricIndex(dimension).size()) {
      throw new IllegalArgumentException(
          "metric jet: " + components.size() + " components in dimension " + dimension);
    }
  }

  /** Declares the jet of a general metric as inputs g11, g11d1, …, g11d11, …, g12, …. */
  public static MetricJet input(Derivation.Builder builder, int dimension) {
    List<Jet> components = new ArrayList<>();
    for (int i = 1; i <= dimension; i++) {
      for (int j = i; j <= dimension; j++) {
        components.add(Jet.input(builder, "g" + i + j, "g_{" + i + j + "}", dimension, 2));
      }
    }
    return new MetricJet(dimension, components);
  }

  /** The jet whose coefficients are lines g11, g11d1, … of the builder. */
  public MetricJet define(Derivation.Builder builder) {
    List<Jet> named = new ArrayList<>();
    for (int i = 1; i <= dimension; i++) {
      for (int j = i; j <= dimension; j++) {
        named.add(component(i - 1, j - 1).define(builder, "g" + i + j, "g_{" + i + j + "}"));
      }
    }
    return new MetricJet(dimension, named);
  }

  /** The jet of g_ij, in either order of the indices. */
  public Jet component(int i, int j) {
    return components.get(new SymmetricIndex(dimension).of(i, j));
  }

  /** g_ij. */
  public Expr g(int i, int j) {
    return component(i, j).value();
  }

  /** ∂_k g_ij. */
  public Expr first(int i, int j, int k) {
    return component(i, j).first(k);
  }

  /** ∂_k∂_l g_ij. */
  public Expr second(int i, int j, int k, int l) {
    return component(i, j).second(k, l);
  }
}
