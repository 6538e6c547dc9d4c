package org.metricflows.app.internal.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.Suggestion;

/** The specs that come with the program, in the order of the course that they are. */
public final class Gallery {
  private static final List<String> NAMES =
      List.of(
          "curvature-of-a-sphere",
          "kerr",
          "shrinking-sphere",
          "round-sphere-group",
          "berger-sphere",
          "homogeneous-geometries",
          "ricci-torus",
          "sausage",
          "dumbbell-neck-pinch",
          "bryant-soliton",
          "learn-a-metric",
          "own-activation",
          "ntk-against-width",
          "ricci-two-widths",
          "metric-against-width",
          "grid-convergence",
          "conformal-curvature",
          "einstein-sphere",
          "cholesky-positive",
          "three-dimensions",
          "own-density",
          "perelman-density",
          "perelman-torus",
          "perelman-against-bandwidth",
          "network-to-perelman",
          "elliptic-curve",
          "k3-quartic",
          "k-energy",
          "fermat-quintic",
          "fermat-quintic-full",
          "dwork-quintic",
          "bicubic",
          "two-cubics",
          "donaldson-quintic",
          "quintic-spectrum",
          "quintic-locality",
          "quintic-regimes",
          "natural-quintic",
          "natural-ricci-torus",
          "natural-deturck",
          "natural-perelman",
          "natural-ricci-sphere",
          "torus-of-revolution",
          "nirenberg",
          "kahler-ricci-cubic",
          "kahler-ricci-quintic",
          "optimal-quintic",
          "laplacian-quintic");

  private Gallery() {}

  /** Their names. */
  public static List<String> names() {
    return NAMES;
  }

  /** All of them. */
  public static List<Example> all() {
    return NAMES.stream().map(Gallery::read).toList();
  }

  /** The one of that name, with or without {@code .yaml}. */
  public static Optional<Example> find(String name) {
    String plain = name.endsWith(".yaml") ? name.substring(0, name.length() - 5) : name;
    return NAMES.contains(plain) ? Optional.of(read(plain)) : Optional.empty();
  }

  /**
   * The spec of a file or, where there is no such file, of the example of that name.
   *
   * @throws InputException if there is neither, or the file is not one YAML or JSON mapping
   */
  public static SpecSource source(Path file) {
    if (Files.exists(file)) {
      return SpecSource.of(file);
    }
    String name = file.toString();
    Optional<Example> example = find(name);
    if (example.isEmpty() && Suggestion.nearest(name, NAMES).isPresent()) {
      String problem = "no such file or example; " + Suggestion.ending(name, NAMES);
      throw InputException.of("", problem).in(name);
    }
    return example
        .map(e -> SpecSource.ofText(e.text(), e.name() + ".yaml"))
        .orElseGet(() -> SpecSource.of(file));
  }

  private static Example read(String name) {
    try (InputStream in = Gallery.class.getResourceAsStream("/gallery/" + name + ".yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String first = text.lines().findFirst().orElse("");
      return new Example(name, first.replaceFirst("^#\\s*", ""), text);
    } catch (IOException e) {
      throw new UncheckedIOException("the gallery cannot be read", e);
    }
  }
}
