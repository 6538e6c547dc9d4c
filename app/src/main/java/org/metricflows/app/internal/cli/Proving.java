package org.metricflows.app.internal.cli;

import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.proofs.internal.theorem.Prover;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.proofs.internal.theorem.Verdict;

/** Verifies theorems on all cores; the verdicts come in the order of the catalogue. */
record Proving(Prover prover, long seed) {

  private record Task(Theorem theorem, int dimension) {}

  List<Verdict> all(List<Theorem> theorems) {
    List<Task> tasks =
        theorems.stream().flatMap(t -> t.dimensions().stream().map(d -> new Task(t, d))).toList();
    Verdict[] verdicts = new Verdict[tasks.size()];
    List<Integer> longestFirst =
        IntStream.range(0, tasks.size())
            .boxed()
            .sorted((a, b) -> tasks.get(b).dimension() - tasks.get(a).dimension())
            .toList();
    longestFirst.parallelStream()
        .forEach(
            i -> {
              Task task = tasks.get(i);
              verdicts[i] = prover.verify(task.theorem(), task.dimension(), seed);
            });
    return List.of(verdicts);
  }
}
