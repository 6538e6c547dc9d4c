package org.metricflows.app.internal.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;
import org.metricflows.symbolic.internal.typesetting.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes down the flow equation of a spec. */
@Command(
    name = "derive",
    description = {
      "The flow equation of a spec: ansatz, network, metric-NTK at finite and infinite width, the"
          + " loss's variation, and the assembled flow; of a left-invariant or rotationally symmetric"
          + " metric its curvature and Ricci flow; of a Kaehler potential the variety, the Monge-Ampere loss and its gradient.",
      "Every named line is a definition of earlier names."
    })
final class DeriveCommand extends SpecCommand {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text (the default), latex, html (a page that needs no other file), symja or sympy.")
  private String format;

  @Override
  ExitCode run(SpecSource source) {
    Format wanted = Format.of("--format", format);
    FlowDocument document = Geometries.answer(source, "derive", Geometry::derivation);
    String printed = document.print(wanted);
    if (wantsJson()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("title", document.title());
      tree.put("format", format);
      tree.put("document", printed);
      console().json(tree);
    } else {
      console().print(printed);
    }
    return ExitCode.DONE;
  }
}
