package org.metricflows.app.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.FinishedRun;
import org.metricflows.bridge.internal.evaluate.Quantity;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.spec.PointFile;
import org.metricflows.symbolic.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The metric of a finished run, wherever it is asked for. */
@Command(
    name = "evaluate",
    description = {
      "Evaluates the metric that a run has ended with, and its derived tensors, at points.",
      "Of a chart: metric, inverse, determinant, volume, christoffel, riemann, ricci, scalar, ...",
      "Of a variety: potential, metric, determinant, omega_squared, q, ricci, ricci_scalar.",
      "With --count also integrals over the space with their standard errors."
    },
    footer = {
      "",
      "Example: metricflows evaluate runs/k3-quartic --count 10000 --what metric,determinant"
          + " --out g.npz"
    })
final class EvaluateCommand extends Subcommand {
  private static final int MOST_POINTS = 10_000_000;

  @Parameters(paramLabel = "DIR", description = "The run folder.")
  private Path folder;

  @Option(
      names = "--at",
      paramLabel = "X,Y,...",
      description = "A point, coordinate by coordinate; may be repeated.")
  private List<String> at = new ArrayList<>();

  @Option(
      names = "--points",
      paramLabel = "FILE",
      description =
          "Points from a .npy, .csv or .npz file (array 'points'), a row each; of a variety complex"
              + " homogeneous coordinates, or real and imaginary parts in turn.")
  private Path points;

  @Option(names = "--count", paramLabel = "N", description = "So many random points, with weights.")
  private Integer count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1000003",
      description = "Of random points; by default one that no spec is likely to train with.")
  private long seed;

  @Option(
      names = "--what",
      split = ",",
      paramLabel = "A,B,...",
      description = "What to evaluate; 'all' for everything there is.")
  private List<String> what = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the arrays to a .npz, .csv or .json file.")
  private Path out;

  @Override
  ExitCode run() {
    EvaluatedFile file = out == null ? null : EvaluatedFile.of(out);
    FinishedRun run = FinishedRun.of(folder);
    Evaluated values;
    try {
      Evaluation evaluation = Geometries.answer(run.source(), "evaluate", Geometry::evaluation);
      values = values(evaluation, run.state(), what(evaluation));
    } catch (InputException e) {
      throw e.isPlaced() || e.field().startsWith("--") || e.field().startsWith("points")
          ? e
          : run.source().locate(e);
    }
    if (file != null) {
      file.write(values);
    }
    if (wantsJson()) {
      console().json(EvaluatedText.tree(values, out == null));
    } else {
      console().print(EvaluatedText.of(values, out == null));
      if (out != null) {
        console()
            .println(values.arrays().get("points").shape().get(0) + " points, written to " + out);
      }
    }
    return ExitCode.DONE;
  }

  private List<String> what(Evaluation evaluation) {
    if (what.isEmpty()) {
      return evaluation.usual();
    }
    return what.equals(List.of("all"))
        ? evaluation.quantities().stream().map(Quantity::name).toList()
        : evaluation.checked(what, "--what");
  }

  private Evaluated values(Evaluation evaluation, double[] state, List<String> names) {
    int ways = (at.isEmpty() ? 0 : 1) + (points == null ? 0 : 1) + (count == null ? 0 : 1);
    List<String> coordinates = evaluation.coordinates();
    if (coordinates.isEmpty()) {
      if (ways > 0) {
        throw InputException.of(
            at.isEmpty() ? points == null ? "--count" : "--points" : "--at",
            "the metric is the same at every point: leave it out");
      }
      return evaluation.at(state, new double[1][0], names);
    }
    if (ways != 1) {
      throw InputException.of(
          "--points", "one of --at, --points and --count is needed, but there are " + ways);
    }
    if (count != null) {
      if (count < 1 || count > MOST_POINTS) {
        throw InputException.of("--count", "must be 1 to " + MOST_POINTS + ", but is " + count);
      }
      return evaluation.drawn(state, count, seed, names);
    }
    double[][] given =
        points == null
            ? at.stream()
                .map(text -> PointOption.parse("--at", text, coordinates.size()))
                .toArray(double[][]::new)
            : PointFile.points(points, coordinates.size(), "--points");
    return evaluation.at(state, given, names);
  }
}
