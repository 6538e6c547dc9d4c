package org.metricflows.app.internal.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.spec.SpecDocumentation;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a key of a spec means. */
@Command(
    name = "explain",
    description = {
      "What a key of a spec means: its default, what it may hold, and the spaces whose specs have it;",
      "and what an observable is that records carry: its formula, unit, shape and places.",
      "A section stands for all its keys, the end of a dotted path for every key that ends so."
    },
    footer = {"", "Example: metricflows explain flow.time"})
final class ExplainCommand extends Subcommand {
  @Parameters(
      paramLabel = "KEY",
      description = "Such as network.activation, flow, tau, or soliton_defect.")
  private String key;

  @Override
  ExitCode run() {
    List<SpecDocumentation.Entry> entries = SpecDocumentation.explain(key);
    List<Observable> observables = Vocabulary.named(key);
    if (entries.isEmpty() && observables.isEmpty()) {
      throw InputException.of(
          "explain", "'" + key + "' is no key of a spec, nor an observable" + hint());
    }
    if (wantsJson()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("keys", entries.stream().map(ExplainCommand::tree).toList());
      tree.put("observables", observables.stream().map(ExplainCommand::tree).toList());
      console().json(tree);
    } else {
      entries.forEach(this::print);
      observables.forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private String hint() {
    List<String> names = Vocabulary.all().stream().map(Observable::name).toList();
    return SpecDocumentation.nearest(key)
        .or(() -> Suggestion.nearest(key, names))
        .map(known -> "; did you mean '" + known + "'?")
        .orElse("; docs/spec.md and docs/results.md list all");
  }

  private static Map<String, Object> tree(Observable observable) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("observable", observable.name());
    tree.put("formula", observable.formula());
    tree.put("unit", observable.unit());
    List<Map<String, Object>> places = new ArrayList<>();
    for (Place place : observable.places()) {
      Map<String, Object> where = new LinkedHashMap<>();
      where.put("place", place.label());
      where.put("shape", observable.at(place).shape().indices());
      observable.at(place).former().ifPresent(name -> where.put("also_as", name));
      places.add(where);
    }
    tree.put("places", places);
    return tree;
  }

  private void print(Observable observable) {
    console().println(observable.name() + " (observable)");
    console().println("  " + observable.formula());
    console().println("  unit: " + observable.unit());
    console().println("  " + observable.where().replace("`", ""));
  }

  private static Map<String, Object> tree(SpecDocumentation.Entry entry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("key", entry.path());
    tree.put("space", entry.space());
    tree.put("meaning", entry.meaning());
    tree.put("default", entry.fallback());
    tree.put("allowed", entry.allowed());
    return tree;
  }

  private void print(SpecDocumentation.Entry entry) {
    console().println(entry.path() + " (" + entry.space() + ")");
    console().println("  " + entry.meaning().replace("`", ""));
    AllowedText.of(entry.allowed()).ifPresent(text -> console().println("  allowed: " + text));
    if (!entry.fallback().isEmpty()) {
      console().println("  default: " + entry.fallback().replace("`", ""));
    }
  }
}
