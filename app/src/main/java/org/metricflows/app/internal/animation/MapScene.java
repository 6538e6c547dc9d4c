package org.metricflows.app.internal.animation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final List<double[][]> metric;
  private final double[][] shade;
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
    this.metric = fields.components("g");
    this.shade = fields.scalar("R").orElseGet(() -> roots(metric));
    double[] sorted =
        Arrays.stream(shade)
            .flatMapToDouble(Arrays::stream)
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

  private static double[][] roots(List<double[][]> g) {
    double[][] roots = new double[g.get(0).length][g.get(0)[0].length];
    for (int t = 0; t < roots.length; t++) {
      for (int p = 0; p < roots[t].length; p++) {
        double b = g.get(1)[t][p];
        roots[t][p] = Math.sqrt(g.get(0)[t][p] * g.get(2)[t][p] - b * b);
      }
    }
    return roots;
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
      patches.add(patch(across, up, colours.of(shade[time][lattice.order()[cell]]), true));
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
    for (int p = 0; p < metric.get(0)[0].length; p++) {
      double a = metric.get(0)[0][p];
      double b = metric.get(1)[0][p];
      double c = metric.get(2)[0][p];
      least = Math.min(least, (a + c) / 2 - Math.hypot((a - c) / 2, b));
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
              metric.get(0)[time][point] * u * u
                  + 2 * metric.get(1)[time][point] * u * v
                  + metric.get(2)[time][point] * v * v);
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
