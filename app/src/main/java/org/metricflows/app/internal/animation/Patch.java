package org.metricflows.app.internal.animation;

/**
 * A polygon of one colour.
 *
 * @param x of its corners, from the left
 * @param y of its corners, from the top
 * @param colour as 0xRRGGBB
 * @param filled whether it is filled, not drawn as a line
 */
@SuppressWarnings("ArrayRecordComponent") // read by the writers of this package alone
record Patch(double[] x, double[] y, int colour, boolean filled) {}
