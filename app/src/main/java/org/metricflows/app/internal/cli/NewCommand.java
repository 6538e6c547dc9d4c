package org.metricflows.app.internal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.metricflows.bridge.internal.spec.StarterSpec;
import org.metricflows.symbolic.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A spec to start from. */
@Command(
    name = "new",
    description = {
      "Writes a small spec to start from, with what each key means beside it.",
      "It runs as it is."
    },
    footer = {"", "Example: metricflows new variety"})
final class NewCommand extends Subcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "SPACE",
      defaultValue = "chart",
      description =
          "chart (the default), torus, lie_algebra, rotational, manifold, variety or algebraic.")
  private String space;

  @Option(names = "--out", paramLabel = "FILE", description = "Write it there (default: print it).")
  private Path out;

  @Override
  ExitCode run() {
    String text = StarterSpec.of(space).text();
    if (out != null) {
      write(text);
    } else if (wantsJson()) {
      console().json(Map.of("space", space, "spec", text));
    } else {
      console().print(text);
    }
    return ExitCode.DONE;
  }

  private void write(String text) {
    if (Files.exists(out)) {
      throw InputException.of("--out", out + " exists already and is left as it is");
    }
    try {
      Files.writeString(out, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw InputException.of(
          "--out", out + " cannot be written (" + e.getClass().getSimpleName() + ")");
    }
    if (wantsJson()) {
      console().json(Map.of("space", space, "file", out.toString()));
    } else {
      console().println("written to " + out + "; metricflows run " + out + " runs it");
    }
  }
}
