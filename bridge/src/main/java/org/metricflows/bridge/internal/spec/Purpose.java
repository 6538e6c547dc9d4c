package org.metricflows.bridge.internal.spec;

import java.util.List;

/** What a spec is wanted for, which says what sections it must have. */
public enum Purpose {
  /** Closed forms and numbers of the background's curvature. */
  CURVATURE("curvature", "chart", "metric"),
  /** The kernel of the network. */
  KERNEL("kernel", "network"),
  /** The flow's equations. */
  DERIVE("derive", "chart", "metric", "network", "features", "loss"),
  /** Integrating the flow. */
  RUN("run", "chart", "metric", "network", "features", "sample", "loss", "flow"),
  /** Checking the evaluators. */
  CHECK("check", "chart", "metric", "network", "features", "sample", "loss");

  private final String command;
  private final List<String> sections;

  Purpose(String command, String... sections) {
    this.command = command;
    this.sections = List.of(sections);
  }

  /** The command that has this purpose. */
  public String command() {
    return command;
  }

  /** Whether it is about the flow, which then says what else is needed. */
  boolean followsFlow() {
    return this == RUN || this == DERIVE || this == CHECK;
  }

  /** The sections it needs. */
  public List<String> sections() {
    return sections;
  }
}
