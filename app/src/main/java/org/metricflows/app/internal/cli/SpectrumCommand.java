package org.metricflows.app.internal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.metricflows.app.internal.gallery.Gallery;
import org.metricflows.app.internal.result.Measured;
import org.metricflows.bridge.internal.evaluate.FinishedRun;
import org.metricflows.bridge.internal.evaluate.Spectra;
import org.metricflows.bridge.internal.evaluate.Spectrum;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The Laplacian's eigenvalues in a finished run's metric. */
@Command(
    name = "spectrum",
    description = {
      "Prints the lowest eigenvalues of the Laplacian of a run's last metric, with multiplicities",
      "and standard errors; of a spec those of the metric that it starts from.",
      "On a variety: of -g^(ab') d_a d_b' on functions, sought among products of sections."
    },
    footer = {"", "Example: metricflows spectrum runs/optimal-quintic --count 60"})
final class SpectrumCommand extends Subcommand {

  @Parameters(paramLabel = "DIR|SPEC", description = "The run folder, or a spec.")
  private Path subject;

  @Option(
      names = "--count",
      paramLabel = "K",
      description = "So many eigenvalues, with multiplicities; by default a quarter of all.")
  private Integer count;

  @Option(
      names = "--degree",
      paramLabel = "K",
      description = "Of the sections; by default the highest that takes about a minute.")
  private Integer degree;

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "Points to integrate over; by default 40 a function.")
  private Integer points;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1000003",
      description = "Of the points; by default one that no spec is likely to train with.")
  private long seed;

  @Option(
      names = "--symmetric",
      description =
          "Of functions alone that the variety's permutations and phases leave as they are.")
  private boolean symmetric;

  @Override
  ExitCode run() {
    Spectra.Options options =
        new Spectra.Options(
            Optional.ofNullable(count),
            Optional.ofNullable(degree),
            Optional.ofNullable(points),
            seed,
            symmetric);
    Spectrum spectrum = Files.isDirectory(subject) ? ofRun(options) : ofSpec(options);
    if (wantsJson()) {
      console().json(spectrum.toTree());
    } else {
      console().print(text(spectrum));
    }
    return ExitCode.DONE;
  }

  private Spectrum ofRun(Spectra.Options options) {
    FinishedRun run = FinishedRun.of(subject);
    try {
      return Geometries.answer(run.source(), "spectrum", Geometry::spectra)
          .of(run.state(), options);
    } catch (InputException e) {
      throw e.isPlaced() || e.field().startsWith("--") ? e : run.source().locate(e);
    }
  }

  private Spectrum ofSpec(Spectra.Options options) {
    SpecSource source = Gallery.source(subject);
    try {
      Spectra spectra = Geometries.answer(source, "spectrum", Geometry::spectra);
      return spectra.of(spectra.start(), options);
    } catch (InputException e) {
      throw e.field().startsWith("--") ? e : source.locate(e);
    }
  }

  private static String text(Spectrum spectrum) {
    TextTable table = new TextTable().row("eigenvalue", "multiplicity");
    for (Spectrum.Level level : spectrum.levels()) {
      table.row(
          new Measured(level.value(), level.error()).toString(),
          String.valueOf(level.multiplicity()));
    }
    return "Eigenvalues of "
        + spectrum.operator()
        + ".\n\n"
        + table
        + "\n"
        + spectrum.functions()
        + " functions, "
        + spectrum.points()
        + " points\n";
  }
}
