package org.metricflows.app.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.metricflows.app.internal.figure.RunFigures;
import org.metricflows.app.internal.plot.Axis;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.Histogram;
import org.metricflows.app.internal.plot.Series;

/** Learning curves, and the metric tangent kernel: its spectrum at both ends, how local it is. */
final class KernelChapter {
  private static final int BINS = 24;

  private static final Map<String, String> CAPTIONS =
      Map.of(
          "learning-curves",
          "σ at points held out, with its standard error; what was solved for is a level.",
          "ntk-spectrum",
          "The eigenvalues of the metric tangent kernel, largest first, at both ends.",
          "ntk-evolution",
          "How far the kernel has moved from its start, how it is aligned with the loss, and the"
              + " effective number of its directions.",
          "locality",
          "The factor gained in the loss at points ever farther from those trained on.");

  private final Material material;

  KernelChapter(Material material) {
    this.material = material;
  }

  Chapter chapter() {
    List<Html> blocks = new ArrayList<>();
    figures()
        .forEach(
            (name, figure) -> {
              blocks.add(Block.of(figure, Html.text(CAPTIONS.get(name))));
              if (name.equals("ntk-spectrum")) {
                spectra().forEach(blocks::add);
              }
            });
    return new Chapter(
        "learning",
        "Learning and the tangent kernel",
        blocks.isEmpty() ? List.of() : List.of(Html.of("div class='grid'", blocks)));
  }

  private Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>(new RunFigures(material.results()).all());
    figures.keySet().retainAll(CAPTIONS.keySet());
    return figures;
  }

  /** The spectrum of each run as a histogram, before and after, over the same bins. */
  private List<Html> spectra() {
    List<Html> blocks = new ArrayList<>();
    material
        .results()
        .forEach(
            (name, result) -> {
              double[] start = spectrum(result.at("/records/0"));
              double[] end =
                  spectrum(result.path("records").path(result.path("records").size() - 1));
              if (start.length > 0 && end.length > 0) {
                blocks.add(
                    Block.of(
                        histogram(name, start, end),
                        Html.text(
                            "How many eigenvalues lie in each of " + BINS + " equal factors.")));
              }
            });
    return blocks;
  }

  private static Figure histogram(String name, double[] start, double[] end) {
    Axis axis = Axis.logarithmic("eigenvalue");
    double[] all =
        DoubleStream.concat(Arrays.stream(start), Arrays.stream(end))
            .filter(v -> v > 0)
            .sorted()
            .toArray();
    double low = all[0];
    double high = Math.max(all[all.length - 1], low * (1 + 1e-9));
    List<Series> series =
        List.of(
            Histogram.of(start, BINS, axis, low, high).toSeries("at the start"),
            Histogram.of(end, BINS, axis, low, high).toSeries("at the end"));
    String title = "Histogram of the spectrum" + (name.isEmpty() ? "" : ", " + name);
    return new Figure(title, axis, Axis.linear("eigenvalues"), series);
  }

  private static double[] spectrum(JsonNode record) {
    return StreamSupport.stream(record.path("ntk_spectrum").spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .filter(v -> v > 0)
        .toArray();
  }
}
