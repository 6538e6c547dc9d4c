package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.SampleSpec;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.evolution.DensityPotential;
import org.metricflows.symbolic.loss.FixedMeasure;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.loss.PointField;

/**
 * The quadrature of a sample, and the fixed measure dm = m dx of Perelman's loss over it.
 *
 * @param coordinate weights of ∫ dx
 * @param density m and its logarithm's derivatives, present for Perelman's loss
 */
record Measure(double[] coordinate, Optional<Density> density) {

  /**
   * A positive density at the sample points.
   *
   * @param values m
   * @param weights of ∫ dm
   * @param logDerivatives the columns of {@link DensityPotential#fields}
   */
  record Density(double[] values, double[] weights, double[][] logDerivatives) {}

  /**
   * The measure of a loss over a sample. Weights of given points hold m and the quadrature
   * together; those of grids and random points are the quadrature's alone.
   */
  static Measure of(Compiler compiler, FlowData data, SampleSpec sample, Optional<Loss> loss) {
    double[] weights = data.sampling().weights();
    Optional<FixedMeasure> kept = loss.flatMap(Loss::measure);
    if (kept.isEmpty()) {
      return new Measure(weights, Optional.empty());
    }
    Expr density = kept.get().density();
    DensityPotential potential = new DensityPotential(density, kept.get().coordinates());
    double[] m = columns(compiler, data, List.of(density))[0];
    FieldCheck.positive(m);
    double[][] slopes =
        columns(compiler, data, potential.fields().stream().map(PointField::value).toList());
    requireFinite(slopes);
    boolean given = sample instanceof SampleSpec.Points;
    double[] coordinate = weights.clone();
    double[] fixed = weights.clone();
    for (int p = 0; p < m.length; p++) {
      if (given) {
        coordinate[p] /= m[p];
      } else {
        fixed[p] *= m[p];
      }
    }
    return new Measure(coordinate, Optional.of(new Density(m, fixed, slopes)));
  }

  private static void requireFinite(double[][] slopes) {
    for (double[] column : slopes) {
      for (int p = 0; p < column.length; p++) {
        if (!Double.isFinite(column[p])) {
          throw InputException.of(
              "loss.density",
              "the derivatives of its logarithm are not finite at sample point " + p);
        }
      }
    }
  }

  /** Functions of the coordinates over the sample: {@code [function][point]}. */
  static double[][] columns(Compiler compiler, FlowData data, List<Expr> functions) {
    Derivation.Builder builder = Derivation.builder();
    data.coordinates().forEach(x -> builder.input(x.name()));
    String[] names = new String[functions.size()];
    Arrays.setAll(names, i -> "function" + i);
    for (int i = 0; i < names.length; i++) {
      builder.define(names[i], functions.get(i));
    }
    return PointColumns.evaluate(compiler, builder.build(names), data.sampleColumns());
  }

  /** The weights of the loss: those of ∫ dm where there is a density. */
  double[] lossWeights() {
    return density.map(Density::weights).orElse(coordinate);
  }
}
