package org.metricflows.app.internal.cli;

import java.util.Locale;
import org.metricflows.bridge.internal.check.CheckReport;
import org.metricflows.bridge.internal.check.CheckResult;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.spec.SpecSource;
import picocli.CommandLine.Command;

/** Compares every evaluator that a spec's flow uses with independent paths. */
@Command(
    name = "check",
    description = {
      "Checks every evaluator that the flow of a spec needs: against automatic differentiation of"
          + " formulas written a second time, and against central differences.",
      "Prints the largest relative error of each; exit code 1 if one is too large."
    },
    footer = {"", "Example: metricflows check k3-quartic"})
final class CheckCommand extends SpecCommand {

  @Override
  ExitCode run(SpecSource source) {
    CheckReport report =
        Geometries.answer(source, "check", Geometry::check)
            .run(part -> console().note("checking " + part));
    if (wantsJson()) {
      console().json(report.toTree());
    } else {
      console().print(table(report));
    }
    for (CheckResult failure : report.failures()) {
      console()
          .note(
              failure.name()
                  + " disagrees with "
                  + failure.against()
                  + ", most so in "
                  + failure.worst());
    }
    return report.passed() ? ExitCode.DONE : ExitCode.STOPPED;
  }

  private static String table(CheckReport report) {
    TextTable table =
        new TextTable().row("evaluator", "against", "points", "relative error", "tolerance", "");
    for (CheckResult result : report.evaluators()) {
      table.row(
          result.name(),
          result.against(),
          String.valueOf(result.points()),
          brief(result.maxRelativeError()),
          brief(result.tolerance()),
          result.passed() ? "ok" : "FAILED");
    }
    return table.toString()
        + (report.passed()
            ? "all " + report.evaluators().size() + " comparisons agree\n"
            : report.failures().size() + " of " + report.evaluators().size() + " failed\n");
  }

  private static String brief(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }
}
