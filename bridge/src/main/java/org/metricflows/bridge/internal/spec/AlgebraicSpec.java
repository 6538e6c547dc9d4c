package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Place;

/**
 * The spec of an algebraic metric (1/πk) ∂∂̄ log s†Hs on a Calabi–Yau variety and of what moves its
 * form H, understood. One of {@code training} and {@code flow} is there.
 *
 * @param title a line of text, empty if there is none
 * @param variety the variety
 * @param form H
 * @param sample the points
 * @param training an iteration
 * @param flow a flow
 */
public record AlgebraicSpec(
    String title,
    VarietySpec variety,
    Form form,
    VarietySampleSpec sample,
    Optional<Iteration> training,
    Optional<FlowSpec> flow)
    implements RunSpec {

  /**
   * The form at the start.
   *
   * @param degrees k₁, k₂, … of the sections in each factor
   * @param symmetric whether it is invariant under the symmetries that the equations show
   * @param noise how far from the Fubini–Study metric's its numbers are drawn
   * @param seed of the noise
   */
  public record Form(List<Integer> degrees, boolean symmetric, double noise, long seed) {
    public Form {
      degrees = List.copyOf(degrees);
    }
  }

  /** How the form is improved. */
  public enum Method implements Named {
    /** Donaldson's iteration, to the balanced form. */
    DONALDSON("donaldson"),
    /** Gauss and Newton's steps, to the least of the squared Monge–Ampère loss. */
    OPTIMAL("optimal");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /**
   * An iteration.
   *
   * @param method what is iterated
   * @param iterations the most
   * @param tolerance of a balanced form the distance, of the optimal one the relative gain of a
   *     step at which it is over
   * @param record iterations from one record to the next
   */
  public record Iteration(Method method, int iterations, double tolerance, int record) {}

  /** k₁, k₂, …. */
  public List<Integer> degrees() {
    return form.degrees();
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
