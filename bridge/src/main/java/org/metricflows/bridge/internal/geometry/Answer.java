package org.metricflows.bridge.internal.geometry;

import org.metricflows.bridge.internal.spec.SpecSource;

/**
 * What a space answers to a command.
 *
 * @param <A> the answer
 */
@FunctionalInterface
public interface Answer<A> {

  /**
   * The answer about a spec that states the space.
   *
   * @throws org.metricflows.symbolic.InputException at the first thing wrong with the spec
   * @throws org.metricflows.symbolic.InputException naming the field, if it asks for what cannot be
   *     done
   */
  A of(SpecSource source);
}
