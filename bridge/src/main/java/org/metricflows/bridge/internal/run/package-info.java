/**
 * Runs on disk: the folder of a run, its checkpoints, and carrying on after an interruption.
 *
 * <pre>
 *   spec.yaml        the spec as resolved; it names the run
 *   checkpoint.bin   while it runs: where the integration stands, and the records so far
 *   series.csv       the numbers of the records, a row a record; kept up to date with checkpoints
 *   state.npy        at the end: the unknowns (θ at finite width, jets at infinite width)
 *   fields.npz       where asked for: arrays such as the metric on a grid at all recorded times
 *   result.json      at the very end: all of {@link org.metricflows.bridge.internal.run.RunResult}
 *   .lock            empty; locked while a process works here
 * </pre>
 *
 * <p><b>Whole or not at all.</b> Files are written under another name and renamed, so a run may be
 * killed at any moment, in the middle of a write too. A folder without result.json is unfinished:
 *
 * <pre>{@code
 * try (RunFolder folder = RunFolder.open(path)) {
 *   if (!folder.isFinished()) {
 *     Run.of(problem, spec, versions).in(folder);
 *   }
 * }
 * }</pre>
 *
 * goes on from the last checkpoint, or from the start if there is none, and ends with the same
 * bytes in every file as if it had never been interrupted, but for {@code cpu_seconds} in
 * result.json and, where records carry it, in series.csv.
 *
 * <p><b>Numbers</b> are written with the fewest digits that read back to the same double. NaN and
 * infinity, which JSON lacks, become null, and empty cells in series.csv.
 *
 * <p><b>Overwriting.</b> A folder that holds a run is never taken for another one, nor a finished
 * run repeated, without force. Every refusal is a {@link
 * org.metricflows.bridge.internal.run.RunFolderException}.
 */
package org.metricflows.bridge.internal.run;
