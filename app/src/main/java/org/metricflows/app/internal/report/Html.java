package org.metricflows.app.internal.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricflows.app.internal.result.Measured;

/**
 * A piece of a page. Text gets in by {@link #text} and the values of attributes alone, which escape
 * it: nothing that a spec says can become markup.
 *
 * @param markup well-formed HTML
 */
record Html(String markup) {

  static final Html NOTHING = new Html("");

  /** What stands on lines of its own. */
  private static final Set<String> BLOCKS =
      Set.of("section", "figure", "p", "div", "tr", "li", "h2", "h3", "pre", "details", "head");

  /** Words as they are. */
  static Html text(String words) {
    return new Html(escaped(words));
  }

  /** Words with pieces in `backticks`, as the meanings of keys have them. */
  static Html prose(String words) {
    return new Html(escaped(words).replaceAll("`([^`]*)`", "<code>$1</code>"));
  }

  /**
   * An element.
   *
   * @param tag its name, followed by attributes without text of others, such as {@code p
   *     class='note'}
   */
  static Html of(String tag, Html... inside) {
    return of(tag, List.of(inside));
  }

  /** The same with a list of pieces. */
  static Html of(String tag, List<Html> inside) {
    int name = tag.indexOf(' ');
    String end = name < 0 ? tag : tag.substring(0, name);
    String newline = BLOCKS.contains(end) ? "\n" : "";
    return new Html("<" + tag + ">" + joined(inside).markup + "</" + end + ">" + newline);
  }

  /** An element of words alone. */
  static Html of(String tag, String words) {
    return of(tag, text(words));
  }

  /** One after another. */
  static Html joined(List<Html> pieces) {
    return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining()));
  }

  /** One after another. */
  static Html joined(Html... pieces) {
    return joined(List.of(pieces));
  }

  /** An attribute with a value from elsewhere, to stand in a tag. */
  static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(value) + "\"";
  }

  /** A table; the first row is its header. */
  static Html table(List<List<Html>> rows) {
    return table("table", rows);
  }

  /**
   * A table whose rows become blocks where the page is narrow, each cell beside its column's name.
   *
   * @param rows the first is the header, of words
   */
  static Html stacking(List<List<Html>> rows) {
    return table("table class='stacking'", rows);
  }

  private static Html table(String tag, List<List<Html>> rows) {
    List<Html> names = rows.get(0);
    Html head = of("tr", names.stream().map(cell -> of("th scope='col'", cell)).toList());
    List<Html> body = rows.stream().skip(1).map(row -> row(names, row)).toList();
    return of("div class='scroll' tabindex='0'", of(tag, of("thead", head), of("tbody", body)));
  }

  private static Html row(List<Html> names, List<Html> cells) {
    return of(
        "tr",
        IntStream.range(0, cells.size())
            .mapToObj(k -> of("td data-column=\"" + names.get(k) + "\"", cells.get(k)))
            .toList());
  }

  /** A link that saves a text as a file. */
  static Html download(String file, String text, String label) {
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return of(
        "a class='csv'"
            + attribute("download", file)
            + attribute("href", "data:text/csv;charset=utf-8;base64," + base64),
        label);
  }

  /** A number with the digits that it has: four, or those that its error leaves. */
  static String brief(double value, double error) {
    return Double.isNaN(value) ? "–" : new Measured(value, error).toString().replace('-', '−');
  }

  /** A number whose error is not known. */
  static String brief(double value) {
    return brief(value, Double.NaN);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return markup;
  }
}
