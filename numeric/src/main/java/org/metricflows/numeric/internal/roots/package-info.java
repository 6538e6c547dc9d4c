/**
 * Zeros of polynomials: all of them, for many polynomials at once.
 *
 * <p>Points of a variety are found where random lines meet it. A line restricts an equation of
 * degree n to a polynomial in one parameter, whose n zeros have all to be kept: a subset, such as
 * what Newton's iteration reaches from a random start, would not be distributed by the variety's
 * volume.
 *
 * <pre>{@code
 * double[][] c = {{2}, {0}, {-3}, {0}, {1}, {0}};          // 2 − 3z + z²
 * UnivariateRoots found = UnivariateRoots.of(c, Parallel.common());
 * found.roots();                                           // {{2}, {0}, {1}, {0}}
 * found.errors();                                          // backward error, here 0
 * }</pre>
 *
 * <p>K equations meet a K-dimensional linear space in the zeros of a system in K unknowns. These
 * are followed by continuation from a system whose zeros are known, and counted: {@link
 * org.metricflows.numeric.internal.roots.SystemShape#rootCount} distinct ones are all, and fewer
 * are an error.
 *
 * <pre>{@code
 * SystemShape conics = SystemShape.dense(2, 2, 2);         // terms 1, y, y², x, xy, x²
 * double[][][] f = new double[2][12][100];                // [equation][2·term + part][system]
 * SystemRoots.of(conics, f, Parallel.common()).roots();    // x and y of 4 roots each
 * }</pre>
 *
 * <p><b>Backward error.</b> |p(z)|/Σ|c_k||z|^k is the smallest relative change of p's coefficients
 * that makes z a zero. It can always be brought to a few units in the last place, whereas a zero of
 * multiplicity m moves by the m-th root of such a change.
 *
 * <p><b>The same bits.</b> What is found for a polynomial or a system depends on its coefficients
 * alone, not on its place in the batch nor on the number of threads.
 */
package org.metricflows.numeric.internal.roots;
