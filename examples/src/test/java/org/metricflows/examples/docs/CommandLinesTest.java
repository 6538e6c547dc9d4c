package org.metricflows.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.app.internal.cli.CommandLineInterface;
import org.metricflows.app.internal.gallery.Gallery;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.spec.SpecSource;

/** The command lines that the pages show work as they stand. */
class CommandLinesTest {
  private static final Path HOUSE = Path.of("..");

  /** A line of its own, or in quotes; with a word in capitals it is a form, not a command. */
  private static final Pattern COMMAND =
      Pattern.compile("(?:^ {4}\\./|`(?:\\./)?)metricflows ([a-z][^`#\\n]*)", Pattern.MULTILINE);

  private static final Pattern FORM = Pattern.compile("\\b(DIR|SPEC|KEY|NAME|SPACE|FILE)\\b|…");

  static Stream<String> commands() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(HOUSE.resolve("README.md")));
    try (Stream<Path> docs = Files.list(HOUSE.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    List<String> commands = new ArrayList<>();
    for (Path page : pages) {
      COMMAND
          .matcher(Files.readString(page))
          .results()
          .map(match -> match.group(1).strip())
          .filter(line -> line.contains(" ") && !FORM.matcher(line).find())
          .forEach(commands::add);
    }
    return commands.stream().distinct();
  }

  /** Runs take minutes together: their specs are read, and GalleryTest runs them reduced. */
  @ParameterizedTest
  @MethodSource("commands")
  void works(String line) {
    List<String> words = new ArrayList<>(List.of(line.split("\\s+")));
    words.replaceAll(word -> word.startsWith("examples/") ? HOUSE.resolve(word).toString() : word);
    if (List.of("run", "sweep").contains(words.get(0))) {
      SpecSource source = Gallery.source(Path.of(words.get(1)));
      for (int i = 2; i + 1 < words.size(); i++) {
        source = words.get(i).equals("--set") ? source.with(words.get(i + 1)) : source;
      }
      assertThat(Geometries.read(source).toYaml()).isNotEmpty();
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new CommandLineInterface(print(out), print(err), true)
            .execute(words.toArray(String[]::new));
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isNotBlank();
  }

  private static PrintStream print(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
