package org.metricflows.examples.architecture.mirror.proofs;

import org.metricflows.examples.architecture.mirror.app.Command;

/** A proof that knows the command line. */
public class Certificate {
  Command command;
}
