package org.metricflows.symbolic.network;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;

/**
 * How network outputs f make a metric g from a reference metric g₀, pointwise.
 *
 * <p>Symmetric matrices are lists of their independent components 11, 12, …, 1d, 22, … (i ≤ j);
 * lower-triangular matrices the same, component ij (i ≤ j) standing for the entry of row j, column
 * i.
 */
public sealed interface Ansatz permits ChartAnsatz, AmbientForm {

  /** g = g₀ + f: a linear head, the metric's kernel is the network's. */
  Ansatz ADDITIVE = ChartAnsatz.ADDITIVE;

  /** g = e^{2f} g₀ with one output. */
  Ansatz CONFORMAL = ChartAnsatz.CONFORMAL;

  /** g_ii = g₀_ii e^{2 f_i}, off-diagonal components zero. */
  Ansatz DIAGONAL_EXPONENTIAL = ChartAnsatz.DIAGONAL_EXPONENTIAL;

  /** g = (C + f)(C + f)ᵀ with C the Cholesky factor of g₀: positive semi-definite always. */
  Ansatz CHOLESKY = ChartAnsatz.CHOLESKY;

  /** The name in a spec. */
  String key();

  /** The defining formula. */
  String latex();

  /** The defining formula for a terminal. */
  String text();

  /** The outputs' names in dimension d: f, f11, f22, … or f11, f12, …. */
  List<String> outputNames(int d);

  /** The number of network outputs in dimension d. */
  default int outputs(int d) {
    return outputNames(d).size();
  }

  /** Whether a change of the outputs adds to the metric, so that any change of it can be made. */
  boolean isAdditive();

  /**
   * The ansatz whose functions a velocity of the metric is given by: this one, unless different
   * outputs make the same metric; then that of the metric's own components.
   */
  default Ansatz moved() {
    return this;
  }

  /** The independent components as index pairs: 11, 12, …, 1d, 22, …. */
  static List<String> indices(int d) {
    List<String> indices = new ArrayList<>();
    for (int i = 1; i <= d; i++) {
      for (int j = i; j <= d; j++) {
        indices.add("" + i + j);
      }
    }
    return indices;
  }

  /** Declares the jets of the network outputs as inputs of a derivation. */
  default List<Jet> outputJets(Derivation.Builder builder, int d, int order) {
    return outputNames(d).stream()
        .map(name -> Jet.input(builder, name, latexName(name), d, order))
        .toList();
  }

  private static String latexName(String name) {
    return name.length() == 1 ? name : name.charAt(0) + "_{" + name.substring(1) + "}";
  }

  /** Declares the jets of the reference, see {@link #reference}, as inputs of a derivation. */
  default List<Jet> referenceJets(Derivation.Builder builder, int d, int order) {
    return indices(d).stream()
        .map(ij -> Jet.input(builder, "r" + ij, "r_{" + ij + "}", d, order))
        .toList();
  }

  /**
   * What the ansatz refers to: g₀ itself, its Cholesky factor C, or g₀ and the tangents of a
   * submanifold.
   *
   * @param background the jets of g₀'s components
   */
  List<Jet> reference(Derivation.Builder builder, List<Jet> background);

  /**
   * The jets of g's independent components.
   *
   * @param reference jets of {@link #reference}
   * @param f jets of the network outputs
   */
  List<Jet> metric(List<Jet> reference, List<Jet> f);
}
