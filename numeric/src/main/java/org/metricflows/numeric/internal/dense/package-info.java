/**
 * Dense symmetric matrices, on all cores: Gram matrices, and Cholesky's factors with which they are
 * solved for. Matrices are arrays of doubles by rows.
 *
 * <pre>{@code
 * double[] gram = new double[n * n];
 * GramMatrix.ofRows(n, width, rows, gram);              // A Aᵀ
 * for (int i = 0; i < n; i++) gram[i * n + i] += damping;
 * double[] x = Cholesky.factorIn(n, gram).solve(b);     // null if a pivot is not positive
 * }</pre>
 */
package org.metricflows.numeric.internal.dense;
