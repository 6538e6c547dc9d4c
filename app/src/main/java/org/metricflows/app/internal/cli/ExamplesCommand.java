package org.metricflows.app.internal.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.gallery.Example;
import org.metricflows.app.internal.gallery.Gallery;
import org.metricflows.symbolic.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, prints or copies the specs of the gallery. */
@Command(
    name = "examples",
    description = "The gallery of specs: lists them, prints one, or copies one.",
    footer = {"", "Example: metricflows examples ricci-torus --copy"})
final class ExamplesCommand extends Subcommand {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The example to print or copy.")
  private String name;

  @Option(
      names = "--copy",
      arity = "0..1",
      fallbackValue = ".",
      paramLabel = "DIR",
      description = "Copy the example into this folder (default: here) instead of printing it.")
  private Path folder;

  @Override
  ExitCode run() {
    if (name == null) {
      list();
      return ExitCode.DONE;
    }
    Example example =
        Gallery.find(name)
            .orElseThrow(
                () ->
                    new BadInputException(
                        "examples: no example is called '"
                            + name
                            + "'; "
                            + Suggestion.ending(name, Gallery.names())));
    Path copy = folder == null ? null : copy(example);
    if (wantsJson()) {
      Map<String, Object> document = new LinkedHashMap<>(entry(example));
      document.put("text", example.text());
      if (copy != null) {
        document.put("copy", copy.toString());
      }
      console().json(document);
    } else if (copy != null) {
      console().println(copy + " written; run it with: metricflows run " + copy);
    } else {
      console().print(example.text());
    }
    return ExitCode.DONE;
  }

  private void list() {
    if (folder != null) {
      throw new BadInputException("examples: --copy needs the NAME of an example");
    }
    List<Example> examples = Gallery.all();
    if (wantsJson()) {
      console().json(Map.of("examples", examples.stream().map(ExamplesCommand::entry).toList()));
      return;
    }
    int width = Gallery.names().stream().mapToInt(String::length).max().orElse(0);
    String form = "%2d  %-" + width + "s  %s";
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      console().println(String.format(form, i + 1, example.name(), example.about()));
    }
    console().println("");
    console()
        .println(
            "metricflows run NAME runs one, metricflows examples NAME prints it, with --copy it is");
    console().println("copied here. In this order they are a course: docs/course.md.");
  }

  private static Map<String, Object> entry(Example example) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", example.name());
    entry.put("about", example.about());
    return entry;
  }

  private Path copy(Example example) {
    Path file = folder.resolve(example.name() + ".yaml").normalize();
    try {
      Files.writeString(file, example.text(), StandardOpenOption.CREATE_NEW);
      return file;
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException("examples: " + file + " exists already and is left as it is");
    } catch (IOException e) {
      throw new BadInputException("examples: " + file + " cannot be written");
    }
  }
}
