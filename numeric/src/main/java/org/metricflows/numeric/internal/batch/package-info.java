/**
 * What passes between compiled formulas and the numerics: maps over columns of points, and which
 * derivatives a jet carries.
 *
 * <p>A {@link org.metricflows.numeric.internal.batch.JetBasis} lists the derivatives and says by
 * which products of first ones a second one passes a function,
 *
 * <pre>
 *   D_s σ(f) = σ′(f) D_s f + σ″(f) Σ ± D_i f D_j f
 * </pre>
 *
 * so that one chain rule serves real jets ({@link org.metricflows.numeric.internal.batch.JetSpace})
 * and the Hermitian ones of Kähler geometry ({@link
 * org.metricflows.numeric.internal.batch.HermitianJetSpace}).
 */
package org.metricflows.numeric.internal.batch;
