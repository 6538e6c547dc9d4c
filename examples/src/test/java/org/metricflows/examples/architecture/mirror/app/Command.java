package org.metricflows.examples.architecture.mirror.app;

import org.metricflows.examples.architecture.mirror.examples.Walk;

/** A command that knows what is shown of it. */
public class Command {
  Walk walk;
}
