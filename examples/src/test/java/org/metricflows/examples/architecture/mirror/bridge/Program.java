package org.metricflows.examples.architecture.mirror.bridge;

import org.metricflows.examples.architecture.mirror.proofs.Certificate;

/** A bridge that leans on what is built on it. */
public class Program {
  Certificate certificate;
}
