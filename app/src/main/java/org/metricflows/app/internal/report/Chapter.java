package org.metricflows.app.internal.report;

import java.util.List;

/**
 * A part of a report.
 *
 * @param id where links lead
 * @param title its heading
 * @param content what it shows; a chapter without any is left out
 */
record Chapter(String id, String title, List<Html> content) {

  Chapter {
    content = List.copyOf(content);
  }

  Html toHtml() {
    return Html.of(
        "section id='" + id + "' aria-labelledby='" + id + "-title'",
        Html.of("h2 id='" + id + "-title'", title),
        Html.joined(content));
  }
}
