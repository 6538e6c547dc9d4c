/**
 * Random numbers that depend on a seed alone: not on the Java version, the number of threads, or
 * the order in which tasks run.
 */
package org.metricflows.numeric.internal.random;
