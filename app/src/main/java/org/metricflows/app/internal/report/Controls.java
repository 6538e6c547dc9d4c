package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.List;

/** What moves a picture through time, and chooses what it shows; the page's script listens. */
final class Controls {
  private Controls() {}

  /**
   * @param clock what the slider shows
   * @param times how many there are
   * @param choices what can be shown; no choice of one
   */
  static Html of(String clock, int times, List<String> choices) {
    List<Html> controls = new ArrayList<>();
    if (choices.size() > 1) {
      controls.add(
          Html.of(
              "label",
              Html.text("field "),
              Html.of(
                  "select", choices.stream().map(choice -> Html.of("option", choice)).toList())));
    }
    if (times > 1) {
      controls.add(Html.of("button type='button' class='play' aria-pressed='false'", "▶ play"));
      controls.add(
          Html.of(
              "label class='time'",
              Html.of("span", clock + " = "),
              Html.of("output", ""),
              new Html(
                  "<input type='range' min='0' step='1' value='0' max='" + (times - 1) + "'>")));
    }
    return Html.of("div class='controls'", controls);
  }
}
