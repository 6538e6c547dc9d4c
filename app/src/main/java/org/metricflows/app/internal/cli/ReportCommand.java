package org.metricflows.app.internal.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.animation.Animation;
import org.metricflows.app.internal.report.Report;
import org.metricflows.app.internal.result.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a page about finished runs. */
@Command(
    name = "report",
    description = {
      "Writes one HTML file about a run, the variants of a spec, a sweep, or several of these side"
          + " by side: the equation, the metric as maps and surfaces over time, all that was"
          + " recorded as figures with the numbers behind them, checks, and the spec key by key.",
      "It needs no network and no other file; any browser opens it."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  metricflows run examples/gallery/dumbbell-neck-pinch.yaml --out runs/pinch",
      "  metricflows report runs/pinch --animation pinch.gif"
    })
final class ReportCommand extends Subcommand {
  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "Folders of finished runs or sweeps.")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page (default: report.html in the first folder).")
  private Path out;

  @Option(
      names = "--animation",
      paramLabel = "FILE",
      description =
          "Write the flow as a film too, an animated .gif or .svg: the surface in space where the"
              + " metric is one, else its map.")
  private Path animation;

  @Override
  ExitCode run() {
    Path file = out == null ? folders.get(0).resolve("report.html") : out;
    if (animation != null) {
      StoredRun first = StoredRun.in(folders.get(0)).values().iterator().next();
      Animation.write(first, "--animation", animation);
    }
    Report.of(folders).write(file);
    if (wantsJson()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("report", file.toString());
      if (animation != null) {
        tree.put("animation", animation.toString());
      }
      console().json(tree);
    } else {
      console().println("report: " + file);
      if (animation != null) {
        console().println("animation: " + animation);
      }
    }
    return ExitCode.DONE;
  }
}
