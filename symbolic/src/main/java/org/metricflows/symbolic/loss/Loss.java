package org.metricflows.symbolic.loss;

import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.geometry.Curvature;

/**
 * A loss density ℓ(x; g, ∂g, ∂²g); the loss is L = Σ_a w_a ℓ(x_a). Implement it for a loss of your
 * own: what is derived from it, its variation, its program and its checks, follows.
 */
public interface Loss {

  /** {@link RicciLoss}. */
  static Loss ricci() {
    return new RicciLoss();
  }

  /** {@link EinsteinLoss}. */
  static Loss einstein(double lambda) {
    return new EinsteinLoss(Rational.of(lambda));
  }

  /** {@link MeanSquareLoss} distance from given components t_11, t_12, …. */
  static Loss meanSquare(List<Expr> target) {
    return new MeanSquareLoss(target);
  }

  /** {@link ScalarCurvatureLoss}. */
  static Loss scalarCurvature(Expr target) {
    return new ScalarCurvatureLoss(target);
  }

  /** The field of a spec that its formulas come from, for messages. */
  default String source() {
    return "loss.density";
  }

  /** The formula of L. */
  String latex();

  /** The formula of L for a terminal. */
  default String text() {
    return "L = sum_a w_a l(x_a)";
  }

  /** δL for a smooth measure without boundary, where the formula is a short one. */
  default Optional<Variation> variation() {
    return Optional.empty();
  }

  /** The measure that the weights hold and the flow keeps, if it is more than the sample's. */
  default Optional<FixedMeasure> measure() {
    return Optional.empty();
  }

  /** The highest derivative of g that ℓ reads, 0 or 2. */
  int order();

  /** The fixed functions of the coordinates that ℓ reads. */
  List<PointField> fields();

  /**
   * ℓ as an expression over lines of {@code builder}; the {@link #fields} are inputs of their
   * names.
   */
  Expr density(Derivation.Builder builder, Curvature geometry);
}
