package org.metricflows.bridge.internal.check;

import java.util.Optional;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.symbolic.network.Activation;

/** The closed forms of dual functions, written a second time from the table of the literature. */
final class ClosedFormDuals {

  private ClosedFormDuals() {}

  /** The dual of a named or piecewise-linear activation, if it has a closed form. */
  static Optional<FieldDual> of(Activation activation) {
    return Optional.ofNullable(
        switch (activation.name()) {
          case "identity" -> (p, q, r) -> pair(r, r.newInstance(1.0));
          case "erf" -> ClosedFormDuals::erf;
          case "sin" -> (p, q, r) -> pair(damped(p, q, r.sinh()), damped(p, q, r.cosh()));
          case "cos" -> (p, q, r) -> pair(damped(p, q, r.cosh()), damped(p, q, r.sinh()));
          case "gaussian" -> ClosedFormDuals::gaussian;
          case "exp" -> ClosedFormDuals::exponential;
          case "gelu" -> ClosedFormDuals::gelu;
          case "relu" -> ClosedFormDuals::relu;
          case "square" -> ClosedFormDuals::square;
          case "cube" -> ClosedFormDuals::cube;
          default -> activation.isSmooth() ? null : piecewiseLinear(activation);
        });
  }

  private static DerivativeStructure[] pair(DerivativeStructure kappa, DerivativeStructure dot) {
    return new DerivativeStructure[] {kappa, dot};
  }

  private static DerivativeStructure damped(
      DerivativeStructure p, DerivativeStructure q, DerivativeStructure value) {
    return p.add(q).multiply(-0.5).exp().multiply(value);
  }

  private static DerivativeStructure[] erf(
      DerivativeStructure p, DerivativeStructure q, DerivativeStructure r) {
    DerivativeStructure both = p.multiply(2).add(1).multiply(q.multiply(2).add(1));
    DerivativeStructure kappa = r.multiply(2).divide(both.sqrt()).asin().multiply(2 / Math.PI);
    DerivativeStructure rest = both.subtract(r.multiply(r).multiply(4));
    return pair(kappa, rest.sqrt().reciprocal().multiply(4 / Math.PI));
  }

  private static DerivativeStructure[] gaussian(
      DerivativeStructure p, DerivativeStructure q, DerivativeStructure r) {
    DerivativeStructure root = p.add(1).multiply(q.add(1)).subtract(r.multiply(r)).sqrt();
    return pair(root.reciprocal(), r.divide(root.pow(3)));
  }

  private static DerivativeStructure[] exponential(
      DerivativeStructure p, DerivativeStructure q, DerivativeStructure r) {
    DerivativeStructure value = p.add(q).multiply(0.5).add(r).exp();
    return pair(value, value);
  }

  private static DerivativeStructure[] gelu(
      DerivativeStructure p, DerivativeStructure q, DerivativeStructure r) {
    DerivativeStructure both = p.add(1).multiply(q.add(1));
    DerivativeStructure gap = both.subtract(r.multiply(r));
    DerivativeStructure root = gap.sqrt();
    DerivativeStructure angle = r.atan2(root);
    DerivativeStructure top = r.multiply(r).add(p.multiply(q).multiply(gap));
    DerivativeStructure kappa = top.divide(both.multiply(root)).add(r.multiply(angle));
    DerivativeStructure slope =
        gap.reciprocal().add(p.multiply(q).negate().add(1).divide(both)).add(1);
    DerivativeStructure dot = angle.add(r.divide(root).multiply(slope));
    return pair(
        kappa.multiply(0.5 / Math.PI).add(r.multiply(0.25)), dot.multiply(0.5 / Math.PI).add(0.25));
  }

  /** Values only, with θ = atan2(√(pq − r²), r) the angle between the points. */
  private static DerivativeStructure[] relu(
      DerivativeStructure p, DerivativeStructure q, DerivativeStructure r) {
    double covariance = r.getValue();
    double gap = p.getValue() * q.getValue() - covariance * covariance;
    double root = Math.sqrt(Math.max(0, gap));
    double angle = Math.PI - Math.atan2(root, covariance);
    double kappa = (root + angle * covariance) / (2 * Math.PI);
    return pair(r.newInstance(kappa), r.newInstance(angle / (2 * Math.PI)));
  }

  /**
   * Values only, of φ(u) = a u + b |u|: E[|u||v|] = (2/π) (√(pq − r²) + r asin(r/√(pq))), and E[sgn
   * u sgn v] = (2/π) asin(r/√(pq)).
   */
  private static FieldDual piecewiseLinear(Activation activation) {
    FieldActivation phi = new FieldActivation(activation);
    double right = phi.derivatives(1, 0)[0];
    double left = -phi.derivatives(-1, 0)[0];
    double even = (right + left) * (right + left) / 4;
    double odd = (right - left) * (right - left) / 4;
    return (p, q, r) -> {
      double covariance = r.getValue();
      double both = p.getValue() * q.getValue();
      double root = Math.sqrt(Math.max(0, both - covariance * covariance));
      double angle = both > 0 ? Math.asin(Math.min(1, covariance / Math.sqrt(both))) : 0;
      double sizes = 2 / Math.PI * (root + covariance * angle);
      double signs = 2 / Math.PI * angle;
      return pair(
          r.newInstance(even * covariance + odd * sizes), r.newInstance(even + odd * signs));
    };
  }

  /** E[u²v²] = pq + 2r², 4 E[uv] = 4r. */
  private static DerivativeStructure[] square(
      DerivativeStructure p, DerivativeStructure q, DerivativeStructure r) {
    return pair(p.multiply(q).add(r.multiply(r).multiply(2)), r.multiply(4));
  }

  /** E[u³v³] = 9pqr + 6r³, 9 E[u²v²] = 9pq + 18r². */
  private static DerivativeStructure[] cube(
      DerivativeStructure p, DerivativeStructure q, DerivativeStructure r) {
    DerivativeStructure pq = p.multiply(q);
    DerivativeStructure square = r.multiply(r);
    return pair(
        pq.multiply(9).add(square.multiply(6)).multiply(r),
        pq.multiply(9).add(square.multiply(18)));
  }
}
