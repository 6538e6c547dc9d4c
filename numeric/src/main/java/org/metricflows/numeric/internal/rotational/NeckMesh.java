package org.metricflows.numeric.internal.rotational;

import java.util.Arrays;
import java.util.Optional;
import org.metricflows.numeric.internal.spectral.ConcentratedGrid;
import org.metricflows.numeric.internal.spectral.Concentration;
import org.metricflows.numeric.internal.spectral.CosineGrid;
import org.metricflows.numeric.internal.spectral.EvenGrid;
import org.metricflows.numeric.internal.spectral.EvenSeries;

/**
 * Points that move into the narrowest neck: even in the coordinate of a {@link Concentration} about
 * its place c, whose width w is the neck's radius over ℓ. Behind ℓ² a state has c and w, which
 * stand still until the neck has shrunk or moved by a fraction of w; then v is read off its series
 * at the points of another grid. Without a neck points are nearly in proportion to arc length.
 */
public final class NeckMesh implements SphereMesh {
  private static final double CENTRE = Math.PI / 2;
  private static final double WIDEST = 1;

  /** Width and radius may differ by this factor. */
  private static final double SHRUNK = 1.5;

  private static final double GROWN = 2;

  /** By how many widths the neck may have moved. */
  private static final double MOVED = 0.25;

  private final CosineGrid base;
  private EvenGrid current;
  private Place place;

  /** Where points are wanted. */
  private record Place(double centre, double width) {

    boolean suits(Place wanted) {
      return width <= SHRUNK * wanted.width
          && wanted.width <= GROWN * width
          && (width == WIDEST || Math.abs(centre - wanted.centre) <= MOVED * width);
    }
  }

  /**
   * @param size the number of points
   */
  public NeckMesh(int size) {
    this.base = new CosineGrid(size);
    use(new Place(CENTRE, WIDEST));
  }

  private void use(Place wanted) {
    place = wanted;
    current = new ConcentratedGrid(base, new Concentration(wanted.centre, wanted.width));
  }

  @Override
  public int size() {
    return base.size();
  }

  @Override
  public EvenGrid of(double[] state) {
    return at(new Place(state[size() + 1], state[size() + 2]));
  }

  private EvenGrid at(Place wanted) {
    if (!place.equals(wanted)) {
      use(wanted);
    }
    return current;
  }

  /** The grid for a sphere of which v is known at the points of some other grid. */
  public EvenGrid suiting(EvenGrid known, double[] v) {
    return at(wanted(known, v));
  }

  /** The narrowest of the places where ψ is less than beside. */
  private static Place wanted(EvenGrid grid, double[] v) {
    double[] radius = grid.sines();
    for (int j = 0; j < radius.length; j++) {
      radius[j] *= 1 + v[j] * radius[j] * radius[j];
    }
    int least = -1;
    for (int j = 1; j + 1 < radius.length; j++) {
      boolean neck = radius[j] < radius[j - 1] && radius[j] <= radius[j + 1];
      if (neck && (least < 0 || radius[j] < radius[least])) {
        least = j;
      }
    }
    return least < 0
        ? new Place(CENTRE, WIDEST)
        : new Place(vertex(grid.points(), radius, least), Math.min(WIDEST, radius[least]));
  }

  /** Where the parabola through three points has its least value. */
  private static double vertex(double[] x, double[] y, int j) {
    double before = (y[j] - y[j - 1]) / (x[j] - x[j - 1]);
    double after = (y[j + 1] - y[j]) / (x[j + 1] - x[j]);
    double bend = (after - before) / (x[j + 1] - x[j - 1]);
    return (x[j - 1] + x[j]) / 2 - before / (2 * bend);
  }

  @Override
  public double[] state(EvenGrid grid, double[] v, double square) {
    double[] state = new double[size() + 3];
    grid.project(v, state);
    state[size()] = square;
    state[size() + 1] = place.centre;
    state[size() + 2] = place.width;
    return state;
  }

  @Override
  public Optional<double[]> renewed(double[] state) {
    EvenGrid old = of(state);
    double[] v = Arrays.copyOf(state, size());
    Place wanted = wanted(old, v);
    if (place.suits(wanted)) {
      return Optional.empty();
    }
    EvenSeries series = old.series(v).truncated(old.modes());
    EvenGrid grid = at(wanted);
    double[] moved = Arrays.stream(grid.points()).map(series::value).toArray();
    return Optional.of(state(grid, moved, state[size()]));
  }
}
