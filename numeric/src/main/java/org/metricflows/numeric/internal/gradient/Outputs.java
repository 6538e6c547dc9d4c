package org.metricflows.numeric.internal.gradient;

import java.util.Optional;
import org.metricflows.numeric.internal.flow.Flow;

/** A flow of functions f_c on a chart, which can be read off its state. */
public interface Outputs extends Flow {

  /**
   * The jets of the functions at the sample points: {@code [function·J + jet][point]}.
   *
   * @param order 0, or the highest order that the flow was made for
   */
  double[][] sampleJets(double[] y, int order);

  /** The functions at the test points: {@code [function][point]}. */
  double[][] testValues(double[] y);

  /**
   * ∂_t f at the sample points, where the state is made of them: {@code [function][point]}; empty
   * where the state is made of something else, such as parameters.
   */
  default Optional<double[][]> sampleSpeed(double[] y) {
    return Optional.empty();
  }
}
