package org.metricflows.proofs.internal.tensor;

import java.util.List;
import java.util.function.Consumer;

/** All combinations of the values of some slots, the last running fastest. */
record Walk(List<Slot> slots) {

  /** Hands over one array, changed in place between calls. */
  void forEach(Consumer<int[]> visit) {
    int[] at = new int[slots.size()];
    int count = slots.stream().mapToInt(Slot::size).reduce(1, (a, b) -> a * b);
    for (int n = 0; n < count; n++) {
      visit.accept(at);
      for (int i = at.length - 1; i >= 0 && ++at[i] == slots.get(i).size(); i--) {
        at[i] = 0;
      }
    }
  }
}
