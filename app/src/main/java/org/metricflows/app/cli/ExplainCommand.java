package org.metricflows.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.spec.SpecDocumentation;
import org.metricflows.symbolic.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a key of a spec means. */
@Command(
    name = "explain",
    description = {
      "What a key of a spec means: its default, what it may hold, and the spaces whose specs have it.",
      "A section stands for all its keys, the end of a dotted path for every key that ends so."
    })
final class ExplainCommand extends Subcommand {
  @Parameters(paramLabel = "KEY", description = "Such as network.activation, flow, or tau.")
  private String key;

  @Override
  ExitCode run() {
    List<SpecDocumentation.Entry> entries = SpecDocumentation.explain(key);
    if (entries.isEmpty()) {
      throw InputException.of(
          "explain",
          "'"
              + key
              + "' is no key of a spec"
              + SpecDocumentation.nearest(key)
                  .map(known -> "; did you mean '" + known + "'?")
                  .orElse("; docs/spec.md lists all"));
    }
    if (wantsJson()) {
      console().json(Map.of("keys", entries.stream().map(ExplainCommand::tree).toList()));
    } else {
      entries.forEach(this::print);
    }
    return ExitCode.DONE;
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
