package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metricflows.app.internal.result.StoredRun;
import org.metricflows.bridge.internal.check.CheckReport;
import org.metricflows.bridge.internal.check.CheckResult;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.symbolic.InputException;

/** What was held against what: the checks of the runs themselves, and those of their evaluators. */
final class CheckChapter {
  private final Map<String, StoredRun> runs;

  CheckChapter(Map<String, StoredRun> runs) {
    this.runs = runs;
  }

  Chapter chapter() {
    List<Html> content = new ArrayList<>();
    runs.forEach((name, run) -> ofRun(name, run, content));
    runs.forEach((name, run) -> ofEvaluators(name, run, content));
    return new Chapter("checks", "Checked", content);
  }

  private static void ofRun(String name, StoredRun run, List<Html> content) {
    run.result()
        .path("checks")
        .forEach(
            check ->
                content.add(
                    Html.of(
                        "p",
                        mark(check.path("passed").asBoolean()),
                        Html.text(" " + prefix(name) + check.path("name").asText() + "."))));
  }

  private void ofEvaluators(String name, StoredRun run, List<Html> content) {
    CheckReport report;
    try {
      report = Geometries.answer(run.source(), "check", Geometry::check).run(part -> {});
    } catch (InputException e) {
      content.add(Html.of("p class='note'", prefix(name) + e.getMessage()));
      return;
    }
    content.add(
        Html.of(
            "p",
            mark(report.passed()),
            Html.text(
                " "
                    + prefix(name)
                    + (report.evaluators().size() - report.failures().size())
                    + " of "
                    + report.evaluators().size()
                    + " comparisons of compiled evaluators with independent paths agree.")));
    Html table = Html.stacking(rows(report));
    content.add(
        runs.size() == 1
            ? table
            : Html.of("details", Html.of("summary", "The comparisons of " + name), table));
  }

  private static List<List<Html>> rows(CheckReport report) {
    List<List<Html>> rows = new ArrayList<>();
    rows.add(cells("evaluator", "against", "points", "relative error", "tolerance", ""));
    for (CheckResult result : report.evaluators()) {
      List<Html> row =
          new ArrayList<>(
              cells(
                  result.name(),
                  result.against(),
                  String.valueOf(result.points()),
                  brief(result.maxRelativeError()),
                  brief(result.tolerance())));
      row.add(mark(result.passed()));
      rows.add(row);
    }
    return rows;
  }

  private static List<Html> cells(String... words) {
    return Arrays.stream(words).map(Html::text).toList();
  }

  private static Html mark(boolean passed) {
    return Html.of("strong class='" + (passed ? "pass'" : "fail'"), passed ? "✓ holds" : "✗ fails");
  }

  private static String brief(double value) {
    return String.format(Locale.ROOT, "%.1e", value).replace('-', '−');
  }

  private static String prefix(String name) {
    return name.isEmpty() ? "" : name + ": ";
  }
}
