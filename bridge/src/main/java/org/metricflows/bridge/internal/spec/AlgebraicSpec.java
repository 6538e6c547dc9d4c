package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import org.metricflows.bridge.observable.Place;

/**
 * The spec of an algebraic metric (1/πk) ∂∂̄ log s†Hs on a Calabi–Yau variety and of how it is
 * balanced, understood.
 *
 * @param title a line of text, empty if there is none
 * @param variety the variety
 * @param degrees k₁, k₂, … of the sections in each factor
 * @param sample the points
 * @param iterations the most of Donaldson's iteration
 * @param tolerance distance from balanced at which it is over
 * @param record iterations from one record to the next
 */
public record AlgebraicSpec(
    String title,
    VarietySpec variety,
    List<Integer> degrees,
    VarietySampleSpec sample,
    int iterations,
    double tolerance,
    int record)
    implements RunSpec {

  public AlgebraicSpec {
    degrees = List.copyOf(degrees);
  }

  @Override
  public Place place() {
    return Place.VARIETY;
  }

  @Override
  public Map<String, Object> toTree() {
    return AlgebraicReader.CODEC.write(this);
  }
}
