package org.metricflows.bridge.internal.spec;

import java.util.Collections;
import java.util.List;

/** Reads and writes the section {@code sample} of a spec with a closed manifold. */
final class ManifoldSampleReader {
  private static final int MAX_DEGREE = 500;
  private static final int MAX_POINTS = 1_000_000;

  private static final Key<Integer> DEGREE =
      Key.of(
          "degree",
          Kind.integer(1, MAX_DEGREE),
          "of a product rule, on spheres, ellipsoids and tori: on a sphere exact on polynomials of"
              + " this degree in the coordinates, elsewhere as fine");
  private static final Key<Integer> COUNT =
      Key.of(
          "count",
          Kind.integer(1, MAX_POINTS),
          "in its place random points, uniform by the volume, where random planes meet the manifold:"
              + " at least so many; each weight is an estimate of the volume / N");
  private static final Key<Long> SEED = Key.of("seed", Kind.seed(), 1L, "1", "of `count`");
  private static final Key<Value> POINTS =
      Key.of(
          "points",
          Kind.points(),
          "in their place `[[…], …]`, a row a point in ambient coordinates, on the manifold");
  private static final Key<Value> WEIGHTS =
      Key.of("weights", Kind.list(Kind.notNegative().schema()), "of the `points`, none negative")
          .without("1/N each");
  static final Codec<SampleSpec> CODEC =
      Codec.of(
          "sample",
          DEGREE.of(SampleSpec.Rule.class, SampleSpec.Rule::degree),
          COUNT.of(SampleSpec.Uniform.class, SampleSpec.Uniform::count),
          SEED.of(SampleSpec.Uniform.class, SampleSpec.Uniform::seed),
          POINTS.as(SampleSpec.Points.class, sample -> sample.points().toLists()),
          WEIGHTS.as(SampleSpec.Points.class, SampleSpec.Points::weights));

  private ManifoldSampleReader() {}

  static SampleSpec read(Value section, ManifoldSpec manifold) {
    Fields fields = CODEC.in(section);
    List<String> kinds = List.of("degree", "count", "points").stream().filter(fields::has).toList();
    if (kinds.size() != 1) {
      throw section.error(
          "must have exactly one of degree, count, points, but has "
              + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
    }
    String why = "has no meaning beside '" + kinds.get(0) + "'";
    if (!fields.has("count")) {
      fields.refuse("seed", why);
    }
    if (!fields.has("points")) {
      fields.refuse("weights", why);
    }
    return switch (kinds.get(0)) {
      case "degree" -> rule(section, fields, manifold);
      case "count" -> new SampleSpec.Uniform(fields.get(COUNT), fields.get(SEED));
      default -> {
        Table points = SampleReader.points(fields.get(POINTS), manifold.coordinates().size());
        int n = points.rows();
        yield new SampleSpec.Points(
            points,
            fields.get(
                "weights", Collections.nCopies(n, 1.0 / n), v -> SampleReader.weights(v, n)));
      }
    };
  }

  private static SampleSpec rule(Value section, Fields fields, ManifoldSpec manifold) {
    if (manifold.shape() instanceof ManifoldShape.Zeros) {
      throw fields
          .get("degree")
          .error("is of spheres, ellipsoids and tori by name; give 'count', of random points");
    }
    int degree = fields.get(DEGREE);
    double points = 2 * Math.pow((degree + 2) / 2.0, manifold.dimension());
    if (points > MAX_POINTS) {
      throw fields
          .get("degree")
          .error("makes some " + (long) points + " points; at most " + MAX_POINTS + " are allowed");
    }
    return new SampleSpec.Rule(degree);
  }
}
