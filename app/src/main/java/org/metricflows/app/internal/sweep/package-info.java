/**
 * Sweeps: the product of values of a spec's keys, run on all cores, and one table of it.
 *
 * <pre>{@code
 * network: {hidden_layers: 1, width: 16, activation: erf, outputs: shared}
 * observe: [metric_ntk]
 * sweep: {network.width: [16, 32, 64], network.seed: [1, 2, 3]}
 * reference: {network.width: infinite}
 * measure: [ntk_distance@0, metric_distance]
 * }</pre>
 *
 * <p>{@link org.metricflows.app.internal.sweep.PlannedSweep} reads such a spec: a member a
 * combination, its reference the same with the reference's values laid over, what is the same run
 * but once. {@link org.metricflows.app.internal.sweep.SweepFolder} keeps a run folder for each,
 * {@link org.metricflows.app.internal.sweep.SweepRunner} runs what is unfinished, one run a core,
 * and {@link org.metricflows.app.internal.sweep.SweepTable} reads measures off the results: means
 * with standard errors over seeds, and the p of measure ∝ key^p by {@link
 * org.metricflows.app.internal.sweep.LogLogFit}.
 *
 * <p>The table follows from the runs' results alone, read in a fixed order, and these follow from
 * their specs: neither the number of threads nor an interruption leaves a trace in it.
 */
package org.metricflows.app.internal.sweep;
