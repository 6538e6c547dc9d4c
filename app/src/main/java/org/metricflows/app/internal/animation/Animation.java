package org.metricflows.app.internal.animation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.metricflows.app.internal.result.Lattice;
import org.metricflows.app.internal.result.Measured;
import org.metricflows.app.internal.result.StoredFields;
import org.metricflows.app.internal.result.StoredRun;
import org.metricflows.app.internal.surface.Movie;
import org.metricflows.app.internal.surface.RunSurface;
import org.metricflows.bridge.internal.run.RunFolderException;
import org.metricflows.bridge.internal.run.WholeFile;
import org.metricflows.symbolic.InputException;

/** A flow as a film: of a surface in space where the metric is one, else of its map. */
public final class Animation {

  /** How finely a kind of film is drawn: how many pictures, and points along a coordinate. */
  private enum Kind {
    GIF(80, 72, 56, 96),
    SVG(24, 30, 24, 28);

    private final int frames;
    private final int along;
    private final int around;
    private final int cells;

    Kind(int frames, int along, int around, int cells) {
      this.frames = frames;
      this.along = along;
      this.around = around;
      this.cells = cells;
    }

    static Kind of(String option, Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".gif")) {
        return GIF;
      }
      if (name.endsWith(".svg")) {
        return SVG;
      }
      throw InputException.of(option, "'" + file + "' should end in .gif or .svg");
    }
  }

  private Animation() {}

  /**
   * Writes the film of a run, whole or not at all.
   *
   * @param option that gave the file, for messages
   * @param file that ends in .gif or .svg
   * @throws InputException if it ends otherwise
   * @throws RunFolderException if the run has neither a surface nor fields of two coordinates
   */
  public static void write(StoredRun run, String option, Path file) {
    Kind kind = Kind.of(option, file);
    IntFunction<List<Patch>> scene = scene(run, kind);
    double[] times = run.fieldTimes();
    int count = Math.min(kind.frames, times.length);
    List<Frame> frames =
        IntStream.range(0, count)
            .map(k -> count == 1 ? 0 : (int) Math.round(k * (times.length - 1.0) / (count - 1)))
            .mapToObj(
                k ->
                    new Frame(
                        run.records().clock() + " = " + Measured.of(times[k]), scene.apply(k)))
            .toList();
    byte[] film =
        kind == Kind.GIF
            ? GifFilm.of(frames)
            : SvgFilm.of(run.result().at("/spec/title").asText(), frames)
                .getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, film);
  }

  private static IntFunction<List<Patch>> scene(StoredRun run, Kind kind) {
    Optional<Movie> movie = RunSurface.of(run);
    if (movie.isPresent()) {
      return new SurfaceScene(movie.get(), kind.along, kind.around)::at;
    }
    StoredFields fields = run.fields();
    if (!fields.isEmpty() && fields.coordinates() == 2 && fields.has("g")) {
      Optional<Lattice> lattice = Lattice.of(fields.points());
      if (lattice.isPresent()) {
        return new MapScene(fields, lattice.get(), kind.cells)::at;
      }
    }
    throw new RunFolderException(
        run.folder(),
        "has nothing to animate: neither a surface of revolution nor a grid of two coordinates");
  }
}
