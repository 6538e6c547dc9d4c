package org.metricflows.bridge.internal.flow;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.batch.SymmetricIndex;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.network.Ansatz;

/**
 * Reads the metric off network outputs: g = G(x, f), pointwise, and its tangent ∂g/∂f, which turns
 * the kernel of f into the metric-NTK Θ_g = G′ Θ_f G′ᵀ.
 */
final class MetricHead {
  private final Ansatz ansatz;
  private final int dimension;
  private final Program value;
  private final Program tangent;

  MetricHead(Compiler compiler, Ansatz ansatz, int dimension) {
    this.ansatz = ansatz;
    this.dimension = dimension;
    this.value = compiler.compile(valueDerivation(ansatz, dimension));
    this.tangent = compiler.compile(tangentDerivation(ansatz, dimension));
  }

  /** f (C values), reference (D values) ↦ g (D values). */
  static Derivation valueDerivation(Ansatz ansatz, int d) {
    Derivation.Builder builder = Derivation.builder();
    return define(builder, metric(builder, ansatz, d), "g");
  }

  /** f (C values), reference (D values) ↦ ∂g_k/∂f_c, at k·C + c. */
  static Derivation tangentDerivation(Ansatz ansatz, int d) {
    Derivation.Builder builder = Derivation.builder();
    List<Expr> slopes = new ArrayList<>();
    for (Expr g : metric(builder, ansatz, d)) {
      for (String f : ansatz.outputNames(d)) {
        slopes.add(g.differentiate(new Symbol(f)));
      }
    }
    return define(builder, slopes, "slope");
  }

  private static List<Expr> metric(Derivation.Builder builder, Ansatz ansatz, int d) {
    List<Jet> f = ansatz.outputJets(builder, d, 0);
    List<Jet> reference = ansatz.referenceJets(builder, d, 0);
    return ansatz.metric(reference, f).stream().map(Jet::value).toList();
  }

  private static Derivation define(Derivation.Builder builder, List<Expr> values, String prefix) {
    List<String> outputs = new ArrayList<>();
    for (int k = 0; k < values.size(); k++) {
      outputs.add(prefix + "out" + k);
      builder.define(prefix + "out" + k, values.get(k));
    }
    return builder.build(outputs);
  }

  /** f (C values), reference (D values) ↦ g (D values). */
  ColumnMap value() {
    return value;
  }

  /** f (C values), reference (D values) ↦ ∂g_k/∂f_c, at k·C + c. */
  ColumnMap tangent() {
    return tangent;
  }

  int components() {
    return new SymmetricIndex(dimension).size();
  }

  int outputs() {
    return ansatz.outputs(dimension);
  }

  /** Functions or components by which a velocity of the metric is given at a point. */
  int velocities() {
    return ansatz.moved().outputs(dimension);
  }

  /**
   * ∂g_k/∂f_c at f = 0: {@code [k · C + c][point]}.
   *
   * @param reference {@code [component][point]}
   */
  double[][] slopesAtRest(double[][] reference) {
    double[][] f = new double[outputs()][reference[0].length];
    return PointColumns.apply(tangent, PointColumns.join(f, reference));
  }

  /**
   * g at points.
   *
   * @param f {@code [output][point]}
   * @param reference {@code [component][point]}
   * @return {@code [component][point]}
   */
  double[][] metric(double[][] f, double[][] reference) {
    return PointColumns.apply(value, PointColumns.join(f, reference));
  }

  /** ∂_t g = 0. */
  double[][] atRest(int points) {
    return new double[components()][points];
  }

  /**
   * ∂_t g = G′ ∂_t f at points.
   *
   * @param f {@code [output][point]}
   * @param reference {@code [component][point]}
   * @param speed ∂_t f, {@code [output][point]}
   * @return {@code [component][point]}
   */
  double[][] change(double[][] f, double[][] reference, double[][] speed) {
    double[][] slopes = PointColumns.apply(tangent, PointColumns.join(f, reference));
    double[][] change = new double[components()][f[0].length];
    for (int k = 0; k < change.length; k++) {
      for (int c = 0; c < speed.length; c++) {
        double[] slope = slopes[k * speed.length + c];
        for (int p = 0; p < slope.length; p++) {
          change[k][p] += slope[p] * speed[c][p];
        }
      }
    }
    return change;
  }

  /**
   * Θ_g = G′ Θ_f G′ᵀ over points, from the outputs' kernel.
   *
   * @param kernel Θ_f, rows and columns over (point, output)
   * @return rows and columns over (point, component)
   */
  double[][] metricKernel(double[][] kernel, double[][] f, double[][] reference) {
    double[][] slopes = PointColumns.apply(tangent, PointColumns.join(f, reference));
    int points = f[0].length;
    int c = outputs();
    int k = components();
    double[][] metric = new double[points * k][points * k];
    for (int row = 0; row < points * k; row++) {
      for (int column = 0; column < points * k; column++) {
        double sum = 0;
        for (int a = 0; a < c; a++) {
          double left = slopes[(row % k) * c + a][row / k];
          for (int b = 0; left != 0 && b < c; b++) {
            double right = slopes[(column % k) * c + b][column / k];
            sum += left * kernel[(row / k) * c + a][(column / k) * c + b] * right;
          }
        }
        metric[row][column] = sum;
      }
    }
    return metric;
  }
}
