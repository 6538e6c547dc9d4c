package org.metricflows.app.internal.surface;

import java.util.Arrays;
import java.util.List;

/**
 * A surface of revolution at the recorded times of a flow.
 *
 * @param clock what runs
 * @param times what it showed
 * @param profiles one a time
 * @param shade what the surface is coloured by
 * @param caption what is seen, a sentence or two
 */
@SuppressWarnings("ArrayRecordComponent") // read where surfaces are drawn
public record Movie(
    String clock, double[] times, List<Profile> profiles, String shade, String caption) {

  /** Copies the list. */
  public Movie {
    profiles = List.copyOf(profiles);
  }

  /** The least shade of all times. */
  public double low() {
    return profiles.stream().flatMapToDouble(p -> Arrays.stream(p.shade())).min().orElse(0);
  }

  /** The greatest shade of all times. */
  public double high() {
    return profiles.stream().flatMapToDouble(p -> Arrays.stream(p.shade())).max().orElse(0);
  }

  /** The median of the sizes of all shades. */
  public double typical() {
    double[] sizes =
        profiles.stream()
            .flatMapToDouble(p -> Arrays.stream(p.shade()))
            .map(Math::abs)
            .sorted()
            .toArray();
    return sizes[sizes.length / 2];
  }
}
