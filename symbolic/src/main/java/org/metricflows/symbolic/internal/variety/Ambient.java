package org.metricflows.symbolic.internal.variety;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricflows.symbolic.InputException;

/**
 * A product P^{n₁} × P^{n₂} × … of complex projective spaces. Its homogeneous coordinates z0, z1, …
 * are counted through all factors.
 *
 * @param dimensions n₁, n₂, …
 */
public record Ambient(List<Integer> dimensions) {

  private static final int MOST_COORDINATES = 24;

  /**
   * @throws InputException unless there are factors of dimension 1 at least and not too many
   *     coordinates
   */
  public Ambient {
    dimensions = List.copyOf(dimensions);
    if (dimensions.isEmpty() || dimensions.stream().anyMatch(n -> n < 1)) {
      throw InputException.of(
          "variety.ambient",
          "dimensions of projective spaces, each at least 1, are expected, but "
              + dimensions
              + " was given");
    }
    int coordinates = dimensions.stream().mapToInt(n -> n + 1).sum();
    if (coordinates > MOST_COORDINATES) {
      throw InputException.of(
          "variety.ambient",
          ""
              + coordinates
              + " homogeneous coordinates; at most "
              + MOST_COORDINATES
              + " are supported");
    }
  }

  /** Number of factors. */
  public int factors() {
    return dimensions.size();
  }

  /** Number of homogeneous coordinates of all factors. */
  public int coordinates() {
    return dimensions.stream().mapToInt(n -> n + 1).sum();
  }

  /** Complex dimension, Σ nᵢ. */
  public int dimension() {
    return dimensions.stream().mapToInt(n -> n).sum();
  }

  /** First coordinate of a factor. */
  public int first(int factor) {
    return dimensions.subList(0, factor).stream().mapToInt(n -> n + 1).sum();
  }

  /** The coordinates of a factor. */
  public IntStream coordinatesOf(int factor) {
    int first = first(factor);
    return IntStream.rangeClosed(first, first + dimensions.get(factor));
  }

  /** z0, z1, …. */
  public List<String> names() {
    return IntStream.range(0, coordinates()).mapToObj(i -> "z" + i).toList();
  }

  @Override
  public String toString() {
    return dimensions.stream().map(n -> "P^" + n).collect(Collectors.joining(" x "));
  }
}
