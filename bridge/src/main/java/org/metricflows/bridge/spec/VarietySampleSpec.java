package org.metricflows.bridge.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Points of a variety. */
public sealed interface VarietySampleSpec {

  /** Points that are not trained on; without any, records look at those that are. */
  int heldOut();

  Map<String, Object> toTree();

  /**
   * Intersections with random lines.
   *
   * @param count points for training
   * @param heldOut further points
   * @param seed of the lines
   */
  record Drawn(int count, int heldOut, long seed) implements VarietySampleSpec {
    @Override
    public Map<String, Object> toTree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("count", count);
      tree.put("held_out", heldOut);
      tree.put("seed", seed);
      return tree;
    }
  }

  /**
   * Points as given.
   *
   * @param points homogeneous coordinates, a row {@code Re z0, Im z0, Re z1, …} a point
   * @param heldOut how many, the last ones, are held out
   */
  record Given(Table points, int heldOut) implements VarietySampleSpec {
    @Override
    public Map<String, Object> toTree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      List<List<List<Double>>> rows =
          points.toLists().stream()
              .map(
                  row ->
                      IntStream.range(0, row.size() / 2)
                          .mapToObj(i -> List.of(row.get(2 * i), row.get(2 * i + 1)))
                          .toList())
              .toList();
      tree.put("points", rows);
      tree.put("held_out", heldOut);
      return tree;
    }
  }

  /**
   * Points from a file; the spec keeps its name.
   *
   * @param file its path
   * @param points homogeneous coordinates, a row {@code Re z0, Im z0, Re z1, …} a point
   * @param weights of the points, in any normalisation
   * @param heldOut how many, the last ones, are held out
   */
  record Dataset(String file, Table points, List<Double> weights, int heldOut)
      implements VarietySampleSpec {
    /** Copies its arguments. */
    public Dataset {
      weights = List.copyOf(weights);
    }

    @Override
    public Map<String, Object> toTree() {
      return Map.of("file", file);
    }
  }
}
