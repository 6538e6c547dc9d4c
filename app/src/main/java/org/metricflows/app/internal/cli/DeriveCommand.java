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
      "The flow equation of a spec, first in tensors: the metric's kernel and the variation of the"
          + " loss written out for its ansatz, network and loss, boundary terms given; then how each"
          + " comes about; in an appendix the program, line by line.",
      "Of a left-invariant or rotationally symmetric metric its Ricci flow and curvature; of a Kaehler"
          + " potential the variety, the loss and its gradient."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  metricflows derive examples/gallery/ricci-two-widths.yaml --format html > flow.html")
final class DeriveCommand extends SpecCommand {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text (the default), latex, html (a page that needs no other file), symja, sympy or"
              + " mathematica.")
  private String format;

  @Option(names = "--short", description = "Without the appendix.")
  private boolean brief;

  @Override
  ExitCode run(SpecSource source) {
    Format wanted = Format.of("--format", format);
    FlowDocument document = Geometries.answer(source, "derive", Geometry::derivation);
    String printed = (brief ? document.brief() : document).print(wanted);
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
