package org.metricflows.app.internal.animation;

import java.util.List;

/**
 * A picture of a film.
 *
 * @param label when it is, such as {@code t = 0.5}
 * @param patches what is seen, the hindmost first
 */
record Frame(String label, List<Patch> patches) {
  static final int WIDTH = 480;
  static final int HEIGHT = 400;

  Frame {
    patches = List.copyOf(patches);
  }
}
