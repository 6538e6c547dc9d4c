package org.metricflows.app.internal.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The specs that come with the program, in the order in which they are best read. */
public final class Gallery {
  private static final List<String> NAMES =
      List.of(
          "ricci-two-widths",
          "learn-a-metric",
          "perelman-density",
          "perelman-torus",
          "network-to-perelman",
          "ricci-torus",
          "conformal-curvature",
          "cholesky-positive",
          "einstein-sphere",
          "three-dimensions",
          "own-density",
          "own-activation",
          "dumbbell-neck-pinch",
          "sausage",
          "shrinking-sphere",
          "bryant-soliton",
          "round-sphere-group",
          "berger-sphere",
          "homogeneous-geometries",
          "elliptic-curve",
          "k3-quartic",
          "k-energy",
          "fermat-quintic",
          "fermat-quintic-full",
          "dwork-quintic",
          "quintic-regimes",
          "quintic-spectrum",
          "quintic-locality",
          "donaldson-quintic",
          "bicubic",
          "two-cubics",
          "ntk-against-width",
          "metric-against-width",
          "perelman-against-bandwidth",
          "grid-convergence",
          "kerr");

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
