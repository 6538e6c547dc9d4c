package org.metricflows.app.internal.animation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.app.internal.plot.Colours;
import org.metricflows.app.internal.result.Lattice;
import org.metricflows.app.internal.result.StoredFields;

/**
 * A surface in its coordinates: shaded by its curvature R, or without it by √det g, with the
 * ellipses that g takes for circles of one radius.
 */
final class MapScene {
  private static final int ELLIPSES = 9;
  private static final int CORNERS = 24;
  private static final double MARGIN = 20;
  private static final double CAPTION = 40;

  private final Lattice lattice;
  private final StoredFields fields;
  private final Colours colours;
  private final double scale;
  private final double[] step;

  /**
   * @param fields of a chart of two coordinates, with g
   * @param whole the lattice of their points
   * @param most points along a coordinate
   */
  MapScene(StoredFields fields, Lattice whole, int most) {
    int longest = Math.max(whole.x().length, whole.y().length);
    this.lattice = whole.thinned((longest + most - 1) / most);
    this.fields = fields;
    double[] sorted =
        IntStream.range(0, fields.times().length)
            .boxed()
            .flatMapToDouble(t -> Arrays.stream(lattice.order()).mapToDouble(p -> shade(t, p)))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double[] sizes = Arrays.stream(sorted).map(Math::abs).sorted().toArray();
    this.colours = new Colours(sorted[0], sorted[sorted.length - 1], sizes[sizes.length / 2]);
    this.step = new double[] {step(lattice.x()), step(lattice.y())};
    this.scale =
        Math.min(
            (Frame.WIDTH - 2 * MARGIN) / (step[0] * lattice.x().length),
            (Frame.HEIGHT - MARGIN - CAPTION) / (step[1] * lattice.y().length));
  }

  private double g(int component, int time, int point) {
    return fields.at("g", component, time, point);
  }

  private double shade(int time, int point) {
    if (fields.has("R")) {
      return fields.at("R", 0, time, point);
    }
    double b = g(1, time, point);
    return Math.sqrt(g(0, time, point) * g(2, time, point) - b * b);
  }

  private static double step(double... sorted) {
    return (sorted[sorted.length - 1] - sorted[0]) / (sorted.length - 1);
  }

  /** What is seen at a time. */
  List<Patch> at(int time) {
    List<Patch> patches = new ArrayList<>();
    int nx = lattice.x().length;
    for (int cell = 0; cell < lattice.order().length; cell++) {
      double x = lattice.x()[cell % nx];
      double y = lattice.y()[cell / nx];
      double[] across = {x - step[0] / 2, x + step[0] / 2, x + step[0] / 2, x - step[0] / 2};
      double[] up = {y - step[1] / 2, y - step[1] / 2, y + step[1] / 2, y + step[1] / 2};
      patches.add(patch(across, up, colours.of(shade(time, lattice.order()[cell])), true));
    }
    ellipses(time, patches);
    return patches;
  }

  private void ellipses(int time, List<Patch> patches) {
    int nx = lattice.x().length;
    int skipX = Math.max(1, Math.round((float) nx / ELLIPSES));
    int skipY = Math.max(1, Math.round((float) lattice.y().length / ELLIPSES));
    double radius = 0.42 * Math.sqrt(step[0] * skipX * step[1] * skipY) * Math.sqrt(least());
    for (int j = skipY / 2; j < lattice.y().length; j += skipY) {
      for (int i = skipX / 2; i < nx; i += skipX) {
        patches.add(
            ellipse(time, lattice.x()[i], lattice.y()[j], lattice.order()[j * nx + i], radius));
      }
    }
  }

  /** The least eigenvalue of g at the start, so that one radius serves at all times. */
  private double least() {
    double least = Double.POSITIVE_INFINITY;
    for (int p : lattice.order()) {
      double a = g(0, 0, p);
      double c = g(2, 0, p);
      least = Math.min(least, (a + c) / 2 - Math.hypot((a - c) / 2, g(1, 0, p)));
    }
    return least;
  }

  private Patch ellipse(int time, double x, double y, int point, double radius) {
    double[] across = new double[CORNERS];
    double[] up = new double[CORNERS];
    for (int k = 0; k < CORNERS; k++) {
      double u = Math.cos(2 * Math.PI * k / CORNERS);
      double v = Math.sin(2 * Math.PI * k / CORNERS);
      double length =
          Math.sqrt(
              g(0, time, point) * u * u
                  + 2 * g(1, time, point) * u * v
                  + g(2, time, point) * v * v);
      across[k] = x + radius * u / length;
      up[k] = y + radius * v / length;
    }
    return patch(across, up, 0xffffff, false);
  }

  /** From coordinates to places on the sheet. */
  private Patch patch(double[] x, double[] y, int colour, boolean filled) {
    double left = (Frame.WIDTH - scale * step[0] * lattice.x().length) / 2;
    double top = CAPTION;
    double x0 = lattice.x()[0] - step[0] / 2;
    double y1 = lattice.y()[lattice.y().length - 1] + step[1] / 2;
    return new Patch(
        Arrays.stream(x).map(u -> left + scale * (u - x0)).toArray(),
        Arrays.stream(y).map(v -> top + scale * (y1 - v)).toArray(),
        colour,
        filled);
  }
}
