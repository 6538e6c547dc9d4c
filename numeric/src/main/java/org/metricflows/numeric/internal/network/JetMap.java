package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.batch.JetBasis;

/**
 * A map from parameters θ to jets of functions at numbered points, with its derivative by θ: what a
 * loss of these jets is trained through, be it a network or a form of sections.
 *
 * <p>Everything is done for a {@link Batch} of the points. Jets come in columns {@code [output·J +
 * jet][position in the batch]}, J being the size of the jet basis.
 */
public interface JetMap {

  /** Length of θ. */
  int parameters();

  /** Number of points. */
  int points();

  /** Which derivatives jets have. */
  JetBasis basis();

  /** Number of columns in which jets are put out: outputs times size of the basis. */
  int columns();

  /**
   * Output jets at the points of a batch.
   *
   * @param jets receives {@code [output · J + jet][position in the batch]}
   */
  void outputJets(double[] theta, Batch batch, double[][] jets);

  /**
   * The loss of a batch, and its derivatives by all parameters.
   *
   * @param gradient receives ∂L/∂θ
   * @return L
   */
  double lossGradient(double[] theta, Batch batch, BatchLoss loss, double[] gradient);

  /** The loss of a batch alone. */
  double loss(double[] theta, Batch batch, BatchLoss loss);

  /**
   * Residuals at the points of a batch and the rows of their derivatives by the parameters, ∂r/∂θ.
   * Residual i of the point at position p is number i · count + p.
   *
   * @param values receives r
   * @param rows receives ∂r/∂θ, row after row
   */
  void jacobian(
      double[] theta, Batch batch, JetResiduals residuals, double[] values, double[] rows);
}
