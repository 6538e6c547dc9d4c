/**
 * JMH benchmarks, one class a subject.
 *
 * <p>They are run by {@code bench/run NAME}. A benchmark measures one call as a flow makes it, on
 * arrays that are allocated once; a parameter for each shape that the README's table names.
 */
package org.metricflows.bench;
