/**
 * The arithmetic under the hot loops: array passes for elementary functions, dense matrix products,
 * and tasks spread over the processors.
 *
 * <p>One promise holds throughout: <em>the same bits</em>. An element's result is a fixed sequence
 * of correctly rounded operations (fused multiply-adds among them), so that neither its position in
 * an array, nor the number of vector lanes, nor the number of threads, nor the absence of the
 * vector module changes it. Runs can then be repeated, resumed and compared byte by byte.
 *
 * <pre>{@code
 * double[] z = {-1, 0, 0.5};
 * double[] a = new double[z.length];
 * VectorMath.erf(z, 0, a, 0, z.length);          // a[i] == VectorMath.erf(z[i]), bit for bit
 * }</pre>
 */
package org.metricflows.numeric.internal.simd;
