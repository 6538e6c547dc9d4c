package org.metricflows.examples.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.curvature.CurvatureFormulas;
import org.metricflows.bridge.curvature.CurvatureNumbers;
import org.metricflows.bridge.curvature.CurvatureReport;
import org.metricflows.bridge.spec.Purpose;
import org.metricflows.bridge.spec.Spec;
import org.metricflows.bridge.spec.SpecSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Curvature of a spec's background metric. */
@Command(
    name = "curvature",
    description = {
      "Closed forms of the background metric's inverse, Christoffel symbols and curvature.",
      "With --at also numbers at a point, from the compiled program."
    })
final class CurvatureCommand extends SpecCommand {
  /** How long formulas are simplified; what outgrows it stays a named line. */
  private static final Duration TIME = Duration.ofSeconds(10);

  /** The same where numbers are wanted and should not wait. */
  private static final Duration TIME_BESIDE_NUMBERS = Duration.ofSeconds(2);

  @Option(
      names = "--at",
      paramLabel = "X,Y,...",
      description = "The point, coordinate by coordinate.")
  private String at;

  @Override
  ExitCode run(SpecSource source) {
    Spec spec = source.read(Purpose.CURVATURE);
    double[] point = at == null ? null : PointOption.parse("--at", at, spec.chart().dimension());
    CurvatureReport report = CurvatureReport.of(spec.chart(), spec.metric());
    CurvatureNumbers numbers = point == null ? null : report.at("--at", point);
    CurvatureFormulas formulas = report.formulas(point == null ? TIME : TIME_BESIDE_NUMBERS);
    if (wantsJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      if (point != null) {
        document.put("at", point);
        document.putAll(numbers.toTree());
      }
      document.put("closed_form", formulas.toTree());
      console().json(document);
      return ExitCode.DONE;
    }
    formulas.lines().forEach(console()::println);
    if (point != null) {
      console().print(new CurvatureText(spec.chart().coordinates(), point, numbers).toString());
    }
    return ExitCode.DONE;
  }
}
