package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.result.StoredRun;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;

/** The flow equation of each run, derived anew from its spec; runs of one equation share it. */
final class EquationChapter {
  private final Map<String, StoredRun> runs;

  EquationChapter(Map<String, StoredRun> runs) {
    this.runs = runs;
  }

  Chapter chapter() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    runs.forEach(
        (name, run) -> names.computeIfAbsent(equations(run), e -> new ArrayList<>()).add(name));
    List<Html> content = new ArrayList<>();
    names.forEach(
        (markup, of) ->
            content.add(
                names.size() == 1
                    ? new Html(markup)
                    : Html.of(
                        content.isEmpty() ? "details open" : "details",
                        Html.of("summary", "Of " + String.join(", ", of)),
                        new Html(markup))));
    return new Chapter("equations", "The equation", content);
  }

  private static String equations(StoredRun run) {
    try {
      FlowDocument document = Geometries.answer(run.source(), "derive", Geometry::derivation);
      return Html.of("div class='document'", new Html(document.fragment("h3"))).markup();
    } catch (InputException e) {
      return Html.of("p class='note'", e.getMessage()).markup();
    }
  }
}
