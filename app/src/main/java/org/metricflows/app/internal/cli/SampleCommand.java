package org.metricflows.app.internal.cli;

import java.nio.file.Path;
import java.util.Map;
import org.metricflows.app.internal.result.Measured;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.bridge.internal.variety.SampleFile;
import org.metricflows.bridge.internal.variety.SampleReport;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.numeric.internal.variety.VarietySample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Points, weights and volumes of a spec's variety. */
@Command(
    name = "sample",
    description = {
      "Draws points of a Calabi-Yau variety: where random lines meet it, all of them.",
      "Prints the volumes and how far the Fubini-Study metric is from Ricci-flat, with errors."
    },
    footer = {"", "Example: metricflows sample bicubic --out bicubic.npz"})
final class SampleCommand extends SpecCommand {
  @Option(
      names = "--out",
      paramLabel = "FILE.npz",
      description = "Write points, weights and pull-backs in cymetric's layout.")
  private Path out;

  @Option(names = "--points", description = "Print every point with its weight and metric as well.")
  private boolean points;

  @Override
  ExitCode run(SpecSource source) {
    if (out != null && !out.toString().endsWith(".npz")) {
      throw new BadInputException("--out: must be the path of a .npz file, but is '" + out + "'");
    }
    SampleReport report = Geometries.answer(source, "sample", Geometry::sample);
    if (out != null) {
      SampleFile.write(out.toAbsolutePath(), report.sample());
    }
    if (wantsJson()) {
      Map<String, Object> tree = report.toTree();
      if (points) {
        tree.put("points", report.points());
      }
      console().json(tree);
    } else {
      console().print(text(report));
      if (points) {
        report.points().forEach(point -> console().print(Json.text(point)));
      }
    }
    return ExitCode.DONE;
  }

  private String text(SampleReport report) {
    VarietySample sample = report.sample();
    TextTable table =
        new TextTable()
            .row("points", String.valueOf(sample.points()), "")
            .row("dimension", String.valueOf(sample.dimension()), "")
            .row("Vol_K", Numbers.text(sample.volumeKahler()), "exact, an intersection number");
    row(table, "Vol_Omega", sample.volumes().omega());
    row(table, "kappa", sample.volumes().kappa());
    row(table, "sigma of Fubini-Study", report.sigma());
    table.row("points a second", Numbers.brief(sample.points() / report.seconds()), "");
    return table + (out == null ? "" : "written to " + out + "\n");
  }

  private static void row(TextTable table, String name, Estimate estimate) {
    Measured measured = new Measured(estimate.value(), estimate.error());
    boolean known = Double.isFinite(estimate.error());
    table.row(name, measured.toString(), known ? "estimated" : "estimated, error unknown");
  }
}
