/**
 * What is measured of a flow, as values: one vocabulary for all spaces.
 *
 * <p>An {@link org.metricflows.bridge.observable.Observable} has a name, a formula, a unit and the
 * places where it is defined, with its shape there. One name has one meaning everywhere: {@code
 * soliton_defect} is the root mean square of Ric + ∇∇f − λg with the λ that makes it least, on a
 * periodic grid by an integral, on a Lie group, where f is constant, as |Ric − (R/d)g| at one
 * point.
 *
 * <p>{@link org.metricflows.bridge.observable.Observations} say how they are read off a state, in
 * the order in which records carry them:
 *
 * <pre>{@code
 * Observations<double[]> observations =
 *     Observations.<double[]>at(Place.LIE_GROUP)
 *         .with(Vocabulary.METRIC, y -> y.clone())
 *         .with(Vocabulary.VOLUME, y -> Math.sqrt(y[0] * y[2] - y[1] * y[1]));
 * Map<String, Object> record = observations.of(new double[] {4, 0, 1});
 * }</pre>
 *
 * <p>puts {@code metric} and {@code volume}, 2, into the record.
 */
package org.metricflows.bridge.observable;
