package org.metricflows.proofs.internal.tensor;

import org.metricflows.proofs.internal.formula.Index;

/** A free index of a tensor and what it runs over. */
record Slot(Index index, Range range) {

  String label() {
    return index.label();
  }

  int size() {
    return range.size();
  }
}
