package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.result.StoredRun;
import org.metricflows.app.internal.surface.Movie;
import org.metricflows.app.internal.surface.Profile;
import org.metricflows.app.internal.surface.RunSurface;

/** Metrics that are surfaces in space: a view that can be turned and played. */
final class SurfaceChapter {
  private static final int POINTS = 72;
  private static final int TIMES = 200;

  private final Map<String, StoredRun> runs;

  SurfaceChapter(Map<String, StoredRun> runs) {
    this.runs = runs;
  }

  Chapter chapter() {
    List<Html> blocks = new ArrayList<>();
    runs.forEach(
        (name, run) -> RunSurface.of(run).ifPresent(movie -> blocks.add(block(name, movie))));
    return new Chapter(
        "surface",
        "The surface in space",
        blocks.isEmpty() ? List.of() : List.of(Html.of("div class='grid wide'", blocks)));
  }

  private static Html block(String name, Movie movie) {
    int[] times = Selection.of(movie.times().length, TIMES);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("clock", movie.clock());
    data.put("times", Selection.of(movie.times(), times));
    data.put("shade", movie.shade());
    data.put("lo", movie.low());
    data.put("hi", movie.high());
    data.put("typical", movie.typical());
    data.put(
        "frames",
        Arrays.stream(times)
            .mapToObj(k -> frame(movie.profiles().get(k).thinned(POINTS)))
            .toList());
    return Html.of(
        "figure class='surface'",
        Html.of("h3", name.isEmpty() ? "Turn it by pointer or arrow keys" : name),
        new Html(
            "<canvas width='960' height='640' role='img' tabindex='0' aria-label='Surface'></canvas>\n"),
        Controls.of(movie.clock(), times.length, List.of()),
        Html.of(
            "figcaption",
            Html.text(movie.caption() + " "),
            Html.of("button type='button' class='csv'", "CSV of the profiles")),
        Data.of(data));
  }

  private static Map<String, Object> frame(Profile profile) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("r", rounded(profile.radius()));
    frame.put("z", rounded(profile.height()));
    frame.put("c", rounded(profile.shade()));
    return frame;
  }

  private static double[] rounded(double[] values) {
    return Arrays.stream(values).map(Data::rounded).toArray();
  }
}
