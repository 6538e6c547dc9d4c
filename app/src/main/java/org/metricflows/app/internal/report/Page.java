package org.metricflows.app.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.metricflows.app.internal.result.Finding;
import org.metricflows.app.internal.sweep.TableFormat;

/**
 * The document around the chapters: head, opening, contents, and the page's own style and script.
 */
final class Page {
  private static final List<String> SCRIPTS =
      List.of("page.js", "colours.js", "map.js", "surface.js");

  private Page() {}

  static String of(Material material, List<Chapter> chapters) {
    String title = material.title();
    Html head =
        Html.of(
            "head",
            new Html("<meta charset='utf-8'>\n"),
            new Html("<meta name='viewport' content='width=device-width, initial-scale=1'>\n"),
            new Html("<meta name='color-scheme' content='light dark'>\n"),
            Html.of("title", title),
            new Html("<style>\n" + resource("page.css") + "</style>\n"));
    Html body =
        Html.of(
            "body",
            new Html("<a class='skip' href='#main'>Skip to the content</a>\n"),
            opening(material, title),
            contents(chapters),
            Html.of("main id='main'", chapters.stream().map(Chapter::toHtml).toList()),
            Html.of("footer", Html.of("p", "Written by metricflows report.")),
            script());
    return "<!DOCTYPE html>\n" + Html.of("html lang='en'", head, body).markup();
  }

  private static Html opening(Material material, String title) {
    List<Html> parts = new ArrayList<>();
    parts.add(
        new Html("<button type='button' id='theme' aria-label='Light or dark page'>◐</button>\n"));
    parts.add(Html.of("h1", title));
    parts.add(Html.of("p class='finding'", finding(material)));
    parts.addAll(abouts(material));
    return Html.of("header", parts);
  }

  private static String finding(Material material) {
    return material.sweeps().isEmpty()
        ? Finding.of(material.results()).sentence()
        : material.sweeps().values().stream()
            .map(sweep -> new ObjectMapper().valueToTree(TableFormat.tree(sweep)))
            .map(tree -> Finding.ofSweep((JsonNode) tree).sentence())
            .collect(Collectors.joining(" "));
  }

  /** Each run in its sentences; what all runs share is said once, before. */
  private static List<Html> abouts(Material material) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    material.runs().forEach((name, run) -> all.put(name, new Account(run.result()).sentences()));
    Set<String> shared = new LinkedHashSet<>();
    all.values().stream().findFirst().ifPresent(shared::addAll);
    all.values().forEach(shared::retainAll);
    List<Html> parts = new ArrayList<>();
    if (!shared.isEmpty()) {
      parts.add(Html.of("p class='lead'", String.join(" ", shared)));
    }
    if (!material.isSingle()) {
      all.forEach((name, sentences) -> parts.add(about(name, sentences, shared)));
    }
    return parts;
  }

  private static Html about(String name, List<String> sentences, Set<String> shared) {
    String own =
        sentences.stream().filter(s -> !shared.contains(s)).collect(Collectors.joining(" "));
    return Html.of("p class='lead'", Html.of("b", name + ". "), Html.text(own));
  }

  private static Html contents(List<Chapter> chapters) {
    return Html.of(
        "nav aria-label='Contents'",
        Html.of(
            "ul",
            chapters.stream()
                .map(c -> Html.of("li", Html.of("a href='#" + c.id() + "'", c.title())))
                .toList()));
  }

  private static Html script() {
    StringBuilder script = new StringBuilder();
    SCRIPTS.forEach(name -> script.append(resource(name)));
    return new Html("<script>\n'use strict';\n" + script + "</script>\n");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
