package org.metricflows.examples.architecture.mirror.bridge;

import org.metricflows.examples.architecture.mirror.bridge.internal.geometry.TorusGeometry;

/** What users see, with an internal type in a constructor and in a method. */
public class Face {
  private final TorusGeometry torus;

  public Face(TorusGeometry torus) {
    this.torus = torus;
  }

  /** A space that users cannot know. */
  public TorusGeometry torus() {
    return torus;
  }
}
