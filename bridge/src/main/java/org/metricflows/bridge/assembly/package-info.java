/**
 * From a spec of any kind to its run.
 *
 * <pre>{@code
 * SpecRun run = SpecRuns.of(source.readRun(), versions);
 * RunResult result = run.in(folder, progress);
 * }</pre>
 */
package org.metricflows.bridge.assembly;
