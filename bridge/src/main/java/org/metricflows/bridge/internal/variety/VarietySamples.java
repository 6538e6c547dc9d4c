package org.metricflows.bridge.internal.variety;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.Table;
import org.metricflows.bridge.internal.spec.VarietySampleSpec;
import org.metricflows.bridge.internal.spec.VarietySpec;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;

/** The points that a spec asks for. */
public final class VarietySamples {

  private VarietySamples() {}

  /**
   * Points as a person gives them, of a variety that is known to be smooth.
   *
   * @param points a row each: Re z0, Im z0, Re z1, …
   * @param field what gave them, for messages
   * @throws InputException naming the first point that is not on the variety
   */
  public static VarietySample given(CompiledVariety variety, double[][] points, String field) {
    return new GivenPoints(variety, field).sample(Table.of(points), null, 0);
  }

  /** Random points of a variety that is known to be smooth. */
  public static VarietySample drawn(CompiledVariety variety, int count, long seed) {
    return variety.sampler().draw(count, 0, seed);
  }

  /**
   * Compiles the variety, looks for singular points, and draws its points or takes those given.
   *
   * @throws InputException naming the field, if the variety is singular or a given point is not on
   *     it
   */
  public static VarietySample of(VarietySpec spec, VarietySampleSpec points, Compiler compiler) {
    CompiledVariety variety = CompiledVariety.of(spec.variety(), compiler);
    SmoothnessCheck.of(variety, compiler);
    if (points instanceof VarietySampleSpec.Drawn drawn) {
      return variety.sampler().draw(drawn.count(), drawn.heldOut(), drawn.seed());
    }
    if (points instanceof VarietySampleSpec.Dataset dataset) {
      double[] weights = dataset.weights().stream().mapToDouble(Double::doubleValue).toArray();
      return new GivenPoints(variety, "sample.file")
          .sample(dataset.points(), weights, dataset.heldOut());
    }
    VarietySampleSpec.Given given = (VarietySampleSpec.Given) points;
    return new GivenPoints(variety, "sample.points").sample(given.points(), null, given.heldOut());
  }
}
