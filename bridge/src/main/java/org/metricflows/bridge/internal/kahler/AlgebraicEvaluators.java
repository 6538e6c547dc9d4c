package org.metricflows.bridge.internal.kahler;

import java.util.Map;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.internal.spec.VarietySampleSpec;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.algebraic.AlgebraicMetric;
import org.metricflows.numeric.internal.algebraic.BalancingMap;
import org.metricflows.numeric.internal.algebraic.Sections;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;

/**
 * What balancing an algebraic metric is made of, as the iteration itself uses it. Forms H are N²
 * numbers: for each row h_ii, then Re h_ij and Im h_ij for j > i.
 *
 * @param sample all points
 * @param heldOut those that records look at
 * @param forms H
 * @param values ∂∂̄φ, g₀, |Ω|² ↦ g, minors, q
 */
public record AlgebraicEvaluators(
    VarietySample sample, VarietySample heldOut, AlgebraicForms forms, ColumnMap values) {

  /**
   * Samples the variety and finds the sections.
   *
   * @throws InputException naming the field, if the variety is none, or there are too few points
   *     for the sections
   */
  public static AlgebraicEvaluators of(AlgebraicSpec spec) {
    return of(spec, spec.sample());
  }

  /**
   * The same at fewer points, where they are drawn.
   *
   * @param pointsPerSection how many points there are for a monomial, at least 2
   */
  public static AlgebraicEvaluators of(AlgebraicSpec spec, int pointsPerSection) {
    int most = pointsPerSection * Sections.all(spec.variety().ambient(), spec.degrees()).count();
    return of(spec, KahlerEvaluators.few(spec.sample(), most));
  }

  private static AlgebraicEvaluators of(AlgebraicSpec spec, VarietySampleSpec points) {
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), points, compiler);
    return new AlgebraicEvaluators(
        sample,
        points.heldOut() > 0 ? sample.heldOut() : sample,
        AlgebraicForms.of(spec, sample.training()),
        compiler.compile(new KahlerMetric(sample.dimension()).values()));
  }

  /** The sections of the forms. */
  public Sections sections() {
    return forms.sections();
  }

  /** Donaldson's map over the points trained on. */
  public BalancingMap map() {
    return new BalancingMap(sections(), sample.training(), Parallel.common());
  }

  /**
   * The metric of a form at the points of records, {@code [number of the packed matrix][point]}.
   *
   * @param form in Hermitian packing
   */
  public double[][] metric(double[] form) {
    return new AlgebraicMetric(sections(), heldOut, Parallel.common()).at(form);
  }

  /** q = det g/|Ω|² of a metric there, by the program for g₀ + ∂∂̄φ with g₀ = 0. */
  public double[] ratio(double[][] g) {
    int points = heldOut.points();
    double[][] in = new double[values.inputs()][];
    double[] zero = new double[points];
    for (int k = 0; k < g.length; k++) {
      in[k] = g[k];
      in[g.length + k] = zero;
    }
    in[2 * g.length] = heldOut.omegaSquared();
    double[][] out = new double[values.outputs()][points];
    values.apply(in, new int[in.length], out, new int[out.length], points);
    return out[out.length - 1];
  }

  /** What a record says of a metric. */
  public Map<String, Object> record(double[][] g) {
    return HeldOutRecord.OBSERVATIONS.of(heldOut(g));
  }

  HeldOutRecord heldOut(double[][] g) {
    return HeldOutRecord.of(heldOut, new PotentialMetric.Values(g, ratio(g), heldOut.weight()));
  }
}
