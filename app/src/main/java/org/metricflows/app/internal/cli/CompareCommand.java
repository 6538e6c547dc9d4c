package org.metricflows.app.internal.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.app.internal.result.Measured;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.FinishedRun;
import org.metricflows.bridge.internal.evaluate.MetricComparison;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.symbolic.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How far the metric of one run is from that of another. */
@Command(
    name = "compare",
    description = {
      "Compares the last metrics of two runs on one space point by point, at random points:",
      "e = sqrt(tr(h^-1 (g - h))^2/d), g of DIR and h of REFERENCE, its mean square's root, median",
      "and largest value. On a variety also sigma of both, which knows of determinants alone."
    },
    footer = {"", "Example: metricflows compare runs/natural-quintic runs/optimal-quintic"})
final class CompareCommand extends Subcommand {
  private static final int MOST_POINTS = 10_000_000;

  @Parameters(index = "0", paramLabel = "DIR", description = "The run folder.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "REFERENCE", description = "The one compared with.")
  private Path reference;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "10000",
      description = "So many random points; 10000 by default.")
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1000003",
      description = "Of the points; by default one that no spec is likely to train with.")
  private long seed;

  @Override
  ExitCode run() {
    if (count < 2 || count > MOST_POINTS) {
      throw InputException.of("--count", "must be 2 to " + MOST_POINTS + ", but is " + count);
    }
    Evaluated metric = drawn(folder);
    Evaluated other = drawn(reference);
    MetricComparison comparison = MetricComparison.of(metric, other);
    if (wantsJson()) {
      Map<String, Object> tree = new LinkedHashMap<>(comparison.toTree());
      sigma(metric).ifPresent(sigma -> tree.put("sigma", sigma.value()));
      sigma(other).ifPresent(sigma -> tree.put("sigma_reference", sigma.value()));
      console().json(tree);
    } else {
      console().print(text(comparison, metric, other));
    }
    return ExitCode.DONE;
  }

  private Evaluated drawn(Path of) {
    FinishedRun run = FinishedRun.of(of);
    try {
      Evaluation evaluation = Geometries.answer(run.source(), "compare", Geometry::evaluation);
      if (evaluation.coordinates().isEmpty()) {
        throw InputException.of(of.toString(), "its metric is the same at every point");
      }
      return evaluation.drawn(run.state(), count, seed, List.of(MetricComparison.METRIC));
    } catch (InputException e) {
      throw e.isPlaced() || e.field().startsWith("--") ? e : run.source().locate(e);
    }
  }

  private static Optional<Estimate> sigma(Evaluated values) {
    return Optional.ofNullable(values.integrals().get("sigma"));
  }

  private static String text(MetricComparison comparison, Evaluated metric, Evaluated other) {
    TextTable table =
        new TextTable()
            .row("points", String.valueOf(comparison.points()))
            .row("error of g, root mean square", text(comparison.error()))
            .row("median", Numbers.text(comparison.median()))
            .row("largest", Numbers.text(comparison.largest()));
    sigma(metric).ifPresent(sigma -> table.row("sigma", text(sigma)));
    sigma(other).ifPresent(sigma -> table.row("sigma of the reference", text(sigma)));
    return table.toString();
  }

  private static String text(Estimate estimate) {
    return new Measured(estimate.value(), estimate.error()).toString();
  }
}
