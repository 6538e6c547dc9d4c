package org.metricflows.app.internal.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.metricflows.bridge.internal.geometry.Curvature;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.typesetting.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Curvature of a spec's background metric. */
@Command(
    name = "curvature",
    description = {
      "Closed forms of the background metric's inverse, Christoffel symbols and curvature.",
      "With --at numbers at a point instead, from the compiled program, 0 for what is rounding;",
      "with --json as well they are as computed, beside the closed forms.",
      "Of a left-invariant metric: connection and Ricci tensor in the frame, and scalars.",
      "Of a rotationally symmetric metric: sectional curvatures, Ricci tensor and scalars in its one"
          + " coordinate; --at X.",
      "Of a closed manifold: numbers --at a point of it, in an orthonormal frame of R^N's metric."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  metricflows curvature examples/gallery/kerr.yaml --at=0,3,1,0.5",
      "  metricflows curvature examples/gallery/kerr.yaml --format sympy > kerr.py"
    })
final class CurvatureCommand extends SpecCommand {
  @Option(
      names = "--at",
      paramLabel = "X,Y,...",
      description = "The point, coordinate by coordinate.")
  private String at;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "Of the formulas: text (the default), latex, html, symja, sympy or mathematica.")
  private String format;

  @Override
  ExitCode run(SpecSource source) {
    Format wanted = Format.of("--format", format);
    if (at != null && wanted != Format.TEXT) {
      throw InputException.of(
          "--format", "'" + format + "' is for formulas; numbers --at a point are text or --json");
    }
    Curvature curvature = Geometries.answer(source, "curvature", Geometry::curvature);
    if (at == null) {
      tell(curvature.everywhere(), wanted);
      return ExitCode.DONE;
    }
    List<String> coordinates = curvature.coordinates();
    double[] point =
        coordinates.isEmpty() ? new double[0] : PointOption.parse("--at", at, coordinates.size());
    if (wantsJson()) {
      console().json(curvature.document("--at", point));
      return ExitCode.DONE;
    }
    Curvature.Numbers numbers = curvature.at("--at", point);
    print(numbers.values());
    numbers
        .tensors()
        .map(tensors -> new CurvatureText(coordinates, curvature.frame(), point, tensors))
        .ifPresent(text -> console().print(text.toString()));
    return ExitCode.DONE;
  }

  private void print(Map<String, double[]> values) {
    values.forEach(
        (name, numbers) ->
            console()
                .println(
                    name
                        + ": "
                        + Arrays.stream(numbers)
                            .mapToObj(Numbers::text)
                            .collect(Collectors.joining(", "))));
  }

  private void print(String document) {
    if (wantsJson()) {
      console().json(new TreeMap<>(Map.of("format", format, "document", document)));
    } else {
      console().print(document);
    }
  }

  private void tell(Curvature.Told told, Format wanted) {
    if (wanted != Format.TEXT) {
      print(told.sheet().document("Curvature of " + file().getFileName()).print(wanted));
      return;
    }
    if (wantsJson()) {
      console().json(told.tree());
      return;
    }
    told.formulas().forEach(console()::println);
    print(told.values());
  }
}
