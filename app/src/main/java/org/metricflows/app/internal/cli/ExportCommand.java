package org.metricflows.app.internal.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.gallery.Gallery;
import org.metricflows.bridge.internal.evaluate.FinishedRun;
import org.metricflows.bridge.internal.export.Exports;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.run.WholeFile;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.source.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Programs of a spec and the trained metric of a run as source. */
@Command(
    name = "export",
    description = {
      "Writes source that runs elsewhere by itself, in double precision.",
      "Of a run folder with a network: the metric that it ended with as a function of the point; of a"
          + " chart with curvature, of a variety in homogeneous coordinates with potential,"
          + " determinant and patch.",
      "Of a spec: a program derived from it, such as curvature, loss, gradients or velocity."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  metricflows export runs/k3-quartic --format numpy --out k3.py && echo 1 0 .5 .5 -1 .2 .3"
            + " .1 | python3 k3.py")
final class ExportCommand extends Subcommand {
  @Parameters(
      paramLabel = "DIR|SPEC",
      description = "A run folder, a spec, or the name of an example.")
  private Path file;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "jax, numpy, c, java or mathematica.")
  private String format;

  @Option(
      names = "--program",
      paramLabel = "NAME",
      description = "Which program; 'model' for a network's metric. The first one by default.")
  private String program;

  @Option(
      names = "--set",
      paramLabel = "a.b=value",
      description = "Replace one value of the spec; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to a file; the class of Java is named like it.")
  private Path out;

  @Override
  ExitCode run() {
    Language language = Language.of("--format", format);
    String className = language == Language.JAVA ? className() : "";
    boolean isRun = Files.isDirectory(file);
    SpecSource source = isRun ? trained() : Gallery.source(file);
    for (String assignment : assignments) {
      source = source.with(assignment);
    }
    try {
      Exports exports = Geometries.answer(source, "export", Geometry::export);
      String text = language.write(exports.program("--program", chosen(exports, isRun)), className);
      tell(text);
    } catch (InputException e) {
      throw e.field().startsWith("--") ? e : source.locate(e);
    }
    return ExitCode.DONE;
  }

  /** The spec of a run with the parameters that it has ended with. */
  private SpecSource trained() {
    FinishedRun run = FinishedRun.of(file);
    if (!Files.exists(file.resolve("parameters.npz"))) {
      return run.source();
    }
    SpecSource source = run.source();
    for (String former : List.of("seed", "initialisation", "start")) {
      source = source.with("network." + former + "=null");
    }
    return source.withText("network.parameters", file.toAbsolutePath().toString(), "DIR");
  }

  private String chosen(Exports exports, boolean isRun) {
    if (program != null) {
      return program;
    }
    if (isRun && !exports.names().contains(Exports.MODEL)) {
      throw InputException.of(
          "--program",
          "is missing: the run's metric is no function of a network's parameters alone; of its spec"
              + " there are "
              + exports.names());
    }
    return isRun ? Exports.MODEL : exports.names().get(0);
  }

  private String className() {
    if (out == null) {
      return "Metric";
    }
    String name = out.getFileName().toString().replaceFirst("\\.java$", "");
    if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw InputException.of(
          "--out", "'" + name + "' is not the name of a class: letters and digits are");
    }
    return name;
  }

  private void tell(String text) {
    if (out != null) {
      WholeFile.write(out.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
      console().note("written to " + out);
    } else if (wantsJson()) {
      console().json(Map.of("source", text));
    } else {
      console().print(text);
    }
  }
}
