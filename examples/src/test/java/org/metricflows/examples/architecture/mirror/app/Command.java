package org.metricflows.examples.architecture.mirror.app;

import org.metricflows.examples.architecture.mirror.bridge.internal.geometry.TorusGeometry;
import org.metricflows.examples.architecture.mirror.examples.Walk;

/** A command that knows what is shown of it, and a space by name. */
public class Command {
  Walk walk;
  TorusGeometry torus;
}
