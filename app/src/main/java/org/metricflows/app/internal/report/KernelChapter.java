package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricflows.app.internal.figure.RunFigures;
import org.metricflows.app.internal.plot.Figure;

/** Learning curves, and the metric tangent kernel: its spectrum at both ends, how local it is. */
final class KernelChapter {
  private static final Map<String, String> CAPTIONS =
      Map.of(
          "learning-curves",
          "σ at points held out, with its standard error; what was solved for is a level.",
          "ntk-spectrum",
          "The eigenvalues of the metric tangent kernel, largest first, at both ends.",
          "ntk-histogram",
          "How many of its eigenvalues lie in each of a row of equal factors, at both ends.",
          "ntk-evolution",
          "How far the kernel has moved from its start, how it is aligned with the loss, and the"
              + " effective number of its directions.",
          "locality",
          "The factor gained in the loss at points ever farther from those trained on.");

  /** Which numbers of records figures show. */
  private static final Map<String, List<String>> NUMBERS =
      Map.of(
          "learning-curves",
          List.of("sigma"),
          "ntk-evolution",
          List.of("ntk_drift", "alignment", "effective_rank"));

  private final Material material;

  KernelChapter(Material material) {
    this.material = material;
  }

  Chapter chapter() {
    List<Html> blocks = new ArrayList<>();
    figures()
        .forEach((name, figure) -> blocks.add(Block.of(figure, Html.text(CAPTIONS.get(name)))));
    return new Chapter(
        "learning",
        "Learning and the tangent kernel",
        blocks.isEmpty() ? List.of() : List.of(Html.of("div class='grid'", blocks)));
  }

  /** The numbers of records that are drawn here. */
  Set<String> drawn() {
    Set<String> drawn = new HashSet<>();
    figures().keySet().forEach(figure -> drawn.addAll(NUMBERS.getOrDefault(figure, List.of())));
    return drawn;
  }

  private Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>(new RunFigures(material.results()).all());
    figures.keySet().retainAll(CAPTIONS.keySet());
    return figures;
  }
}
