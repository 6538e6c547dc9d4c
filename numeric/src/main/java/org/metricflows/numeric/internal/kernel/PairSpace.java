package org.metricflows.numeric.internal.kernel;

import org.metricflows.numeric.internal.kernel.jet.Convolution;
import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;

/**
 * The variables in which the kernel recursion of a pair of points is expanded.
 *
 * <p>The recursion knows the points by x·x, x'·x' and x·x' alone. These may be expanded in the
 * coordinates, or be the variables themselves, for points whose own jets are put in afterwards.
 */
public sealed interface PairSpace permits BiJetSpace, InvariantSpace {

  /** Highest order by x. */
  int orderX();

  /** Highest order by x'. */
  int orderXp();

  /** The product of two expansions. */
  Convolution convolution();

  /** Number of numbers that {@link #products} takes in for points of this dimension. */
  int inputs(int dimension);

  /** The expansions of x·x, x'·x' and x·x'; the algebra's next inputs become what they are of. */
  Products products(JetAlgebra algebra, int dimension);

  /** What an input is fed with. */
  double input(int position, double[] x, double[] xp);

  /** Number of {@link #grade}s. */
  int grades();

  /** Coefficients of one grade are of one order of magnitude. */
  int grade(int coefficient);

  /** x·x, x'·x' and x·x'. */
  record Products(Jet p, Jet q, Jet r) {}
}
