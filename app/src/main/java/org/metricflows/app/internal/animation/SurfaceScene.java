package org.metricflows.app.internal.animation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.app.internal.plot.Colours;
import org.metricflows.app.internal.surface.Movie;
import org.metricflows.app.internal.surface.Profile;

/** A surface of revolution as it is seen from one side, its axis across. */
final class SurfaceScene {
  private static final double YAW = 0.5;
  private static final double PITCH = 0.42;
  private static final double[] LIGHT = {0.35, 0.5, 0.79};

  private final Movie movie;
  private final int along;
  private final int around;
  private final double size;
  private final Colours colours;

  /**
   * @param along how many points of a profile are drawn
   * @param around how many of a circle
   */
  SurfaceScene(Movie movie, int along, int around) {
    this.movie = movie;
    this.along = along;
    this.around = around;
    this.size = movie.profiles().stream().mapToDouble(SurfaceScene::size).max().orElse(1);
    this.colours = new Colours(movie.low(), movie.high(), movie.typical());
  }

  private static double size(Profile profile) {
    return Math.hypot(max(profile.radius()), (max(profile.height()) - min(profile.height())) / 2);
  }

  private static double max(double... values) {
    return Arrays.stream(values).max().orElse(0);
  }

  private static double min(double... values) {
    return Arrays.stream(values).min().orElse(0);
  }

  /** What is seen at a time. */
  List<Patch> at(int time) {
    Profile profile = movie.profiles().get(time).thinned(along);
    double[][][] points = points(profile);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i + 1 < points.length; i++) {
      double shade = (profile.shade()[i] + profile.shade()[i + 1]) / 2;
      for (int j = 0; j < around; j++) {
        int k = (j + 1) % around;
        pieces.add(
            new Piece(
                new double[][] {points[i][j], points[i][k], points[i + 1][k], points[i + 1][j]},
                colours.of(shade)));
      }
    }
    pieces.sort(Comparator.comparingDouble(Piece::depth));
    return pieces.stream().map(Piece::toPatch).toList();
  }

  /** [along][around][right, up, towards the eye]. */
  private double[][][] points(Profile profile) {
    double middle = (max(profile.height()) + min(profile.height())) / 2;
    return IntStream.range(0, profile.radius().length)
        .mapToObj(
            i ->
                IntStream.range(0, around)
                    .mapToObj(
                        j -> {
                          double phi = 2 * Math.PI * j / around;
                          double r = profile.radius()[i] / size;
                          double z = (profile.height()[i] - middle) / size;
                          return seen(z, r * Math.cos(phi), r * Math.sin(phi));
                        })
                    .toArray(double[][]::new))
        .toArray(double[][][]::new);
  }

  private static double[] seen(double x, double y, double z) {
    double u = Math.cos(YAW) * x + Math.sin(YAW) * z;
    double w = -Math.sin(YAW) * x + Math.cos(YAW) * z;
    return new double[] {
      u, Math.cos(PITCH) * y - Math.sin(PITCH) * w, Math.sin(PITCH) * y + Math.cos(PITCH) * w
    };
  }

  /** Four corners of the surface. */
  @SuppressWarnings("ArrayRecordComponent") // lives in one method
  private record Piece(double[][] corners, int colour) {

    double depth() {
      return Arrays.stream(corners).mapToDouble(corner -> corner[2]).sum();
    }

    Patch toPatch() {
      double scale = 0.9 * Frame.HEIGHT / 2;
      double[] x =
          Arrays.stream(corners).mapToDouble(c -> Frame.WIDTH / 2.0 + scale * c[0]).toArray();
      double[] y =
          Arrays.stream(corners).mapToDouble(c -> Frame.HEIGHT / 2.0 - scale * c[1]).toArray();
      return new Patch(x, y, Colours.lit(colour, light()), true);
    }

    /** How much light falls on it, from whichever side. */
    private double light() {
      double[] p = difference(corners[2], corners[0]);
      double[] q = difference(corners[3], corners[1]);
      double[] n = {
        p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]
      };
      double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
      double cosine = (LIGHT[0] * n[0] + LIGHT[1] * n[1] + LIGHT[2] * n[2]) / length;
      return length > 0 ? 0.45 + 0.55 * Math.abs(cosine) : 1;
    }

    private static double[] difference(double[] a, double[] b) {
      return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }
  }
}
