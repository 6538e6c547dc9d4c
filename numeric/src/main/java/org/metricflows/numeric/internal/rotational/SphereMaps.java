package org.metricflows.numeric.internal.rotational;

import org.metricflows.numeric.internal.batch.ColumnMap;

/**
 * The pointwise formulas of the flow of spheres.
 *
 * @param stretching c, s, v, u ↦ e, with c = cos x, s = sin x, u = v_x/s
 * @param velocity c, s, v, u, w, h, y ↦ ℓ² v_t, with w = v_xx, y = h_x/s
 * @param geometry c, s, v, u, w ↦ ψ/ℓ, ψ_s, ℓ²K_rad, ℓ²K_tan, ℓ²R
 */
public record SphereMaps(ColumnMap stretching, ColumnMap velocity, ColumnMap geometry) {}
