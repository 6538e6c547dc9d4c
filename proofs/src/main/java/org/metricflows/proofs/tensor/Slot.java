package org.metricflows.proofs.tensor;

import org.metricflows.proofs.formula.Index;

/** A free index of a tensor and what it runs over. */
record Slot(Index index, Range range) {

  String label() {
    return index.label();
  }

  int size() {
    return range.size();
  }
}
