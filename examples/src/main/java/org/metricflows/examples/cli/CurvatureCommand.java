package org.metricflows.examples.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.metricflows.bridge.curvature.CurvatureFormulas;
import org.metricflows.bridge.curvature.CurvatureNumbers;
import org.metricflows.bridge.curvature.CurvatureReport;
import org.metricflows.bridge.homogeneous.HomogeneousReport;
import org.metricflows.bridge.spec.HomogeneousSpec;
import org.metricflows.bridge.spec.Purpose;
import org.metricflows.bridge.spec.RunSpec;
import org.metricflows.bridge.spec.Spec;
import org.metricflows.bridge.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Curvature of a spec's background metric. */
@Command(
    name = "curvature",
    description = {
      "Closed forms of the background metric's inverse, Christoffel symbols and curvature.",
      "With --at also numbers at a point, from the compiled program.",
      "Of a left-invariant metric: connection and Ricci tensor in the frame, and scalars."
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
    RunSpec spec = source.readChartOrLieAlgebra(Purpose.CURVATURE);
    return spec instanceof HomogeneousSpec homogeneous ? run(homogeneous) : run((Spec) spec);
  }

  private ExitCode run(HomogeneousSpec spec) {
    if (at != null) {
      throw new InputException("--at: a left-invariant metric is the same at every point");
    }
    HomogeneousReport report = HomogeneousReport.of(spec);
    if (wantsJson()) {
      console().json(report.toTree());
      return ExitCode.DONE;
    }
    report.lines().forEach(console()::println);
    String eigenvalues =
        Arrays.stream(report.ricciEigenvalues())
            .mapToObj(Numbers::text)
            .collect(Collectors.joining(", "));
    console().println("eigenvalues of Ric relative to g: " + eigenvalues);
    return ExitCode.DONE;
  }

  private ExitCode run(Spec spec) {
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
