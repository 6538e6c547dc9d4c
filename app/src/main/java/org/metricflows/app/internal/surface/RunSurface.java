package org.metricflows.app.internal.surface;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.metricflows.app.internal.result.Lattice;
import org.metricflows.app.internal.result.StoredFields;
import org.metricflows.app.internal.result.StoredRun;

/** The surface that a run's metric is, where one can be seen in space. */
public final class RunSurface {

  /** How far a component may differ along circles, relative to the largest, and be the same. */
  private static final double ROUNDING = 1e-9;

  private RunSurface() {}

  /**
   * The surface of a rotationally symmetric metric: of a sphere, whose fields are radius and
   * curvature, or of a chart with g = a(u)² du² + b(u)² dv² and v periodic.
   */
  public static Optional<Movie> of(StoredRun run) {
    return run.fields().isEmpty()
        ? Optional.empty()
        : run.fields().has("radius") ? sphere(run) : ring(run);
  }

  private static Optional<Movie> sphere(StoredRun run) {
    StoredFields fields = run.fields();
    double[] lengths = lengths(run.result().path("records"));
    if (lengths.length != fields.times().length) {
      return Optional.empty();
    }
    List<Profile> embedded = new ArrayList<>();
    List<Profile> drawn = new ArrayList<>();
    for (int t = 0; t < lengths.length; t++) {
      double[] radius = fields.row("radius", 0, t);
      double[] radial = fields.row("curvature_radial", 0, t);
      double[] tangential = fields.row("curvature_tangential", 0, t);
      Embedding.sphere(lengths[t], radius, tangential, radial).ifPresent(embedded::add);
      drawn.add(overLength(lengths[t], radius, radial));
    }
    boolean all = embedded.size() == lengths.length;
    return Optional.of(
        new Movie(
            run.records().clock(),
            run.fieldTimes(),
            all ? embedded : drawn,
            "K",
            all
                ? "The surface through the poles, isometrically in space; of a sphere of higher"
                    + " dimension a cut through its middle. Its colour is its Gauss curvature K."
                : "The radius turned about the arc length: at some of the times the metric is"
                    + " that of no surface of revolution in space. The colour is the curvature K of"
                    + " planes through the axis."));
  }

  private static double[] lengths(JsonNode records) {
    double[] lengths = new double[records.size()];
    for (int t = 0; t < lengths.length; t++) {
      lengths[t] = records.path(t).path("length").asDouble(Double.NaN);
    }
    return Arrays.stream(lengths).allMatch(Double::isFinite) ? lengths : new double[0];
  }

  private static Profile overLength(double length, double[] radius, double[] shade) {
    double[] height = new double[radius.length];
    for (int i = 0; i < height.length; i++) {
      height[i] = (i + 0.5) * length / radius.length;
    }
    return new Profile(radius, height, shade);
  }

  private static Optional<Movie> ring(StoredRun run) {
    StoredFields fields = run.fields();
    if (fields.coordinates() != 2
        || !fields.has("g")
        || !run.coordinates().stream().allMatch(run::isPeriodic)) {
      return Optional.empty();
    }
    Optional<Lattice> lattice = Lattice.of(fields.points());
    return lattice
        .flatMap(l -> ring(run, l, false))
        .or(() -> lattice.flatMap(l -> ring(run, l, true)));
  }

  /** The ring whose circles run along the second coordinate, or along the first. */
  private static Optional<Movie> ring(StoredRun run, Lattice lattice, boolean first) {
    StoredFields fields = run.fields();
    List<Profile> profiles = new ArrayList<>();
    for (int t = 0; t < fields.times().length; t++) {
      Ring ring = new Ring(lattice, first);
      double[] along = fields.row("g", first ? 2 : 0, t);
      double[] around = fields.row("g", first ? 0 : 2, t);
      double scale = largest(along) + largest(around);
      if (!ring.isSymmetric(along, ROUNDING * scale)
          || !ring.isSymmetric(around, ROUNDING * scale)
          || largest(fields.row("g", 1, t)) > ROUNDING * scale) {
        return Optional.empty();
      }
      double turn = ring.period() / (2 * Math.PI);
      double[] stretch = Arrays.stream(ring.profile(along)).map(Math::sqrt).toArray();
      double[] radius = Arrays.stream(ring.profile(around)).map(v -> turn * Math.sqrt(v)).toArray();
      Optional<Profile> profile = Embedding.ring(stretch, radius, ring.step());
      if (profile.isEmpty()) {
        return Optional.empty();
      }
      profiles.add(profile.get());
    }
    return Optional.of(
        new Movie(
            run.records().clock(),
            run.fieldTimes(),
            profiles,
            "K",
            "The torus as a surface of revolution, isometrically in space; where it is drawn as a"
                + " tube, its ends are one circle. Its colour is its Gauss curvature K."));
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
