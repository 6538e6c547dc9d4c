/**
 * Points of Calabi–Yau varieties, with the weights that make means over them integrals.
 *
 * <p>A random line meets a hypersurface of degree n in n points. Over all lines these points are
 * distributed by the volume of the pulled-back Fubini–Study metric, provided that all n are kept.
 * In a product of projective spaces, and for several equations, linear subspaces of dimension t_f
 * in each factor f take the line's place, Σ t_f = K, and the density is the mixed discriminant of
 * the factors' forms. A mean over the points with weights w = |Ω|²/density is an integral against
 * the holomorphic volume form:
 *
 * <pre>
 *   ⟨w f⟩ = ∫ f |Ω|²,    Vol_Ω = ⟨w⟩,    κ = Vol_K/Vol_Ω.
 * </pre>
 *
 * <pre>{@code
 * VarietySampler sampler = new VarietySampler(configuration, maps, Parallel.common());
 * VarietySample sample = sampler.draw(100_000, 10_000, 1);
 * sample.volumes().omega();                      // with its standard error
 * sample.sigma(sample.determinant());            // of the Fubini–Study metric
 * }</pre>
 *
 * <p>What the equations are this package does not know: compiled maps evaluate them, see {@link
 * org.metricflows.numeric.internal.variety.VarietyMaps}.
 */
package org.metricflows.numeric.internal.variety;
