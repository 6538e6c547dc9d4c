package org.metricflows.numeric.internal.variety;

import org.metricflows.numeric.internal.batch.ColumnMap;

/**
 * The formulas of a variety as compiled maps. Complex numbers are pairs of columns, real part
 * first; N coordinates, K equations, dimension m.
 *
 * @param equations z ↦ Q_α
 * @param gradients z ↦ Q_α, then ∂Q_α/∂z_i at {@code α·N + i}
 * @param tangent ∂Q_α/∂(eliminated β) at {@code α·K + β}, then ∂Q_α/∂(kept a) at {@code α·m + a} ↦
 *     ∂(eliminated β)/∂(kept a) at {@code β·m + a}, then |Ω|², one real column
 * @param metric z, then J^i_a at {@code a·N + i}, then |Ω|² ↦ g_ab̄ in Hermitian packing, det g,
 *     and |Ω|²/D with the density D of the points (all real columns)
 */
public record VarietyMaps(
    ColumnMap equations, ColumnMap gradients, ColumnMap tangent, ColumnMap metric) {}
