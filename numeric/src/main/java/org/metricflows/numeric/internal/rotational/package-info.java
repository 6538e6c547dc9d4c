/**
 * Ricci flow of rotationally symmetric spheres on a grid, and steady solitons along their radius.
 *
 * <p>The metric is ℓ² (dx² + (p sin x)² g_S) with p = 1 + v sin² x on [0, π]; x is the share of the
 * arc length from pole to pole, times π. The state of a {@link
 * org.metricflows.numeric.internal.rotational.SphereFlow} is v at the points of a {@link
 * org.metricflows.numeric.internal.rotational.SphereMesh}, then ℓ², then what says where the points
 * are. Its pointwise formulas come compiled, as {@link
 * org.metricflows.numeric.internal.rotational.SphereMaps}; what is not pointwise is done here:
 *
 * <pre>
 *   v_x, v_xx by cosine series,     h sin x = ∫₀ˣ (e − ē),     (ℓ²)_t = −2(n−1)(1 − ē)
 * </pre>
 *
 * <p>The equation of v is a heat equation with the constant diffusivity 1/ℓ² and lower terms, so
 * explicit methods take steps of about 6ℓ²/K² for K modes, ever shorter as the sphere shrinks.
 * Backward differentiation does not notice: two surfaces that vanish at 0.2176 and 0.1390 take
 * 5,000 evaluations to a thousandth of their first radius, where Dormand and Prince's pair takes
 * 120,000.
 *
 * <p>On a {@link org.metricflows.numeric.internal.rotational.NeckMesh} points move into the
 * narrowest neck. Between two steps v is read off its series at points that suit the neck as it has
 * become, so that each grid stands still while it is stepped on, and a neck of a thousandth of the
 * length takes no more points than a wide one.
 *
 * <p>A {@link org.metricflows.numeric.internal.rotational.SphereProfile} reads the geometry off a
 * state:
 *
 * <pre>{@code
 * SphereMesh mesh = SphereMesh.even(grid);
 * Flow flow = new SphereFlow(3, mesh, maps, mesh.state(grid, v, 1.0));
 * SphereProfile profile = SphereProfile.of(3, grid, maps, flow.initialState());
 * profile.neck();                       // the narrowest sphere between two bulges, if there is one
 * PinchBracket.of(3, t, profile);       // and when it pinches
 * }</pre>
 */
package org.metricflows.numeric.internal.rotational;
