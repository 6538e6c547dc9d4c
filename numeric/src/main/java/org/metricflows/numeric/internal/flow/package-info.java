/**
 * Flows in time: initial value problems dy/dt = F(t, y), integrated by Hipparchus and by our own
 * method for stiff ones.
 *
 * <p>A {@link org.metricflows.numeric.internal.flow.Flow} is a right-hand side with a start. A
 * {@link org.metricflows.numeric.internal.flow.FlowIntegration} carries it over a {@link
 * org.metricflows.numeric.internal.flow.Schedule} with an {@link
 * org.metricflows.numeric.internal.flow.Integrator}, records it at exact times by the method's
 * dense output, and ends with an {@link org.metricflows.numeric.internal.flow.Outcome}: completed,
 * or stopped with a reason and everything recorded until then.
 *
 * <pre>{@code
 * Flow decay =                                          // ẏ = −y, y(0) = 1
 *     new Flow() {
 *       public int dimension() { return 1; }
 *       public double[] initialState() { return new double[] {1}; }
 *       public void derivative(double t, double[] y, double[] yDot) { yDot[0] = -y[0]; }
 *     };
 * Trajectory trajectory =
 *     FlowIntegration.of(
 *             decay,
 *             Integrator.adaptive(Method.DORMAND_PRINCE_853, 1e-10, 1e-12),
 *             Schedule.of(2.0, 0, 1, 2))
 *         .stoppingWhen(StopCondition.atRest(1e-6))
 *         .solve();
 * double end = trajectory.records().get(2).state()[0];  // e⁻²
 * }</pre>
 *
 * <p><b>Legs.</b> Every so many accepted steps the method is started afresh from time, state and
 * proposed step size, whether or not anyone takes a checkpoint there. What follows is a function of
 * these three alone, hence a run that is resumed from a {@link
 * org.metricflows.numeric.internal.flow.FlowCheckpoint} gives the bits of one that was never
 * interrupted. A restart costs an evaluation for one-step methods and a starting procedure for
 * Adams–Moulton, whose legs are longer.
 *
 * <p><b>Stiff flows.</b> Where rest of fast modes, not motion, bounds the steps, {@link
 * org.metricflows.numeric.internal.flow.Method#BACKWARD_DIFFERENTIATION} asks for the Jacobian of
 * the right-hand side by differences; see {@link org.metricflows.numeric.internal.stiff}.
 *
 * <p><b>Renewal.</b> A flow may ask after any step to go on from another state that means the same,
 * such as on a grid whose points have moved; a leg ends there, and a checkpoint holds the new
 * state.
 *
 * <p><b>Stops.</b> A {@link org.metricflows.numeric.internal.flow.StopCondition} is a function
 * whose fall through zero is located in time on the dense output. A right-hand side that is not
 * defined (it throws {@link org.metricflows.numeric.internal.flow.FlowStopException}, or is not
 * finite) shortens the step; a flow that cannot get past such a place stops at its edge. A solution
 * that runs away faster than steps can follow stops by step size underflow.
 *
 * <p><b>Accuracy of records.</b> The dense output of the Dormand–Prince pairs has order 7 and 4,
 * that of classical Runge–Kutta order 3: each matches the local error of its method's steps to the
 * power that keeps the order of the whole.
 */
package org.metricflows.numeric.internal.flow;
