package org.metricflows.bridge.internal.evaluate;

import java.util.Optional;

/** The spectra of one spec's states. */
public interface Spectra {

  /**
   * What may be chosen.
   *
   * @param count how many eigenvalues, with their multiplicities; a quarter of all if empty
   * @param degree of the functions among which eigenfunctions are sought; the model's choice if
   *     empty
   * @param points to integrate over; the model's choice if empty
   * @param seed of these
   * @param symmetric whether functions are those alone that the space's symmetries leave as they
   *     are
   */
  record Options(
      Optional<Integer> count,
      Optional<Integer> degree,
      Optional<Integer> points,
      long seed,
      boolean symmetric) {}

  /**
   * The state that the spec starts from.
   *
   * @throws org.metricflows.symbolic.InputException if the spec alone does not tell it
   */
  double[] start();

  /**
   * The spectrum of the Laplacian.
   *
   * @param state as in state.npy
   * @throws org.metricflows.symbolic.InputException naming the option that cannot be met
   */
  Spectrum of(double[] state, Options options);
}
