package org.metricflows.bridge.internal.check;

/**
 * A point of a variety with its tangents.
 *
 * @param z columns {@code [2i + part][point]}
 * @param pullback columns {@code [2(aN + i) + part][point]}
 * @param point which of the columns' points it is
 */
record Place(double[][] z, double[][] pullback, int point) {}
