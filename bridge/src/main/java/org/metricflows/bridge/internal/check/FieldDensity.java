package org.metricflows.bridge.internal.check;

import static org.metricflows.bridge.internal.check.Tensor.sum;

import java.util.HashMap;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.Derivative;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.loss.DensityLoss;
import org.metricflows.symbolic.loss.EinsteinLoss;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.loss.MeanSquareLoss;
import org.metricflows.symbolic.loss.PerelmanLoss;
import org.metricflows.symbolic.loss.RicciLoss;
import org.metricflows.symbolic.loss.ScalarCurvatureLoss;

/**
 * The densities ℓ written a second time, over field elements.
 *
 * @param loss which
 * @param coordinates the chart's
 */
record FieldDensity(Loss loss, FieldCoordinates coordinates) {

  /** ℓ at the point x, where the metric has the given curvature. */
  <T extends Derivative<T>> T at(double[] x, FieldCurvature<T> geometry) {
    if (loss instanceof MeanSquareLoss mse) {
      return meanSquare(mse, x, geometry);
    } else if (loss instanceof RicciLoss) {
      return geometry.einsteinSquare(0).multiply(geometry.volume()).multiply(0.5);
    } else if (loss instanceof EinsteinLoss einstein) {
      double lambda = value(einstein.lambda(), geometry.scalar(), x).getReal();
      return geometry.einsteinSquare(lambda).multiply(geometry.volume()).multiply(0.5);
    } else if (loss instanceof ScalarCurvatureLoss scalar) {
      T defect = geometry.scalar().subtract(value(scalar.target(), geometry.scalar(), x));
      return defect.multiply(defect).multiply(geometry.volume()).multiply(0.5);
    } else if (loss instanceof PerelmanLoss perelman) {
      return perelman(perelman, x, geometry);
    }
    if (loss instanceof DensityLoss custom) {
      return custom(custom, x, geometry);
    }
    throw InputException.of("loss", "of the type " + loss.getClass() + " has no second path");
  }

  /**
   * The size of the terms that a density of one's own is the sum of: what it would be worth if they
   * did not cancel. 0 for other losses, whose terms do not.
   */
  <T extends Derivative<T>> double size(double[] x, FieldCurvature<T> geometry) {
    double size = 0;
    if (loss instanceof DensityLoss custom && custom.value() instanceof Sum sum) {
      for (Expr term : sum.operands()) {
        DensityLoss alone = new DensityLoss(term, custom.coordinates());
        size += Math.abs(custom(alone, x, geometry).getReal());
      }
    }
    return size;
  }

  /** Perelman's fixed density m at a point, 1 for other losses. */
  double measure(double[] x) {
    DerivativeStructure number = new DSFactory(1, 0).constant(0);
    return loss.measure().map(m -> value(m.density(), number, x).getReal()).orElse(1.0);
  }

  private int dimension() {
    return coordinates.dimension();
  }

  private <T extends Derivative<T>> T meanSquare(
      MeanSquareLoss mse, double[] x, FieldCurvature<T> geometry) {
    int d = dimension();
    FieldAnsatz layout = new FieldAnsatz(null, d);
    Tensor<T> squares =
        Tensor.of(
            d,
            2,
            ij -> {
              T g = geometry.metric(ij[0], ij[1]);
              T defect = g.subtract(value(mse.target().get(layout.component(ij[0], ij[1])), g, x));
              return defect.multiply(defect);
            });
    return sum(d, i -> sum(d, j -> squares.get(i, j))).multiply(0.5);
  }

  /** −(R + g^ij ∂_i f ∂_j f), f = log √|det g| − log m, the slopes of log m by autodiff. */
  private <T extends Derivative<T>> T perelman(
      PerelmanLoss perelman, double[] x, FieldCurvature<T> geometry) {
    int d = dimension();
    DSFactory factory = new DSFactory(d, 1);
    double[] logM =
        new FieldExpression<>(factory.constant(0), coordinates.near(factory, x))
            .of(perelman.density())
            .log()
            .getAllDerivatives();
    Tensor<T> slope = Tensor.of(d, 1, k -> geometry.logVolumeSlope(k[0]).subtract(logM[1 + k[0]]));
    T square =
        sum(
            d,
            i -> sum(d, j -> geometry.inverse(i, j).multiply(slope.get(i)).multiply(slope.get(j))));
    return geometry.scalar().add(square).negate();
  }

  private <T extends Derivative<T>> T custom(
      DensityLoss custom, double[] x, FieldCurvature<T> geometry) {
    Map<Symbol, T> values = constants(geometry.metric(0, 0), x);
    for (Symbol used : custom.value().symbols()) {
      values.computeIfAbsent(used, name -> invariant(name.name(), geometry));
    }
    return new FieldExpression<>(geometry.metric(0, 0), values).of(custom.value());
  }

  private static <T extends Derivative<T>> T invariant(String name, FieldCurvature<T> geometry) {
    return switch (name) {
      case "R" -> geometry.scalar();
      case "Ric2" -> geometry.einsteinSquare(0);
      case "Riem2" -> geometry.kretschmann();
      case "detg" -> geometry.determinant();
      case "sqrtg" -> geometry.volume();
      default -> geometry.metric(name.charAt(1) - '1', name.charAt(2) - '1');
    };
  }

  private <T extends Derivative<T>> T value(Expr expr, T like, double[] x) {
    return new FieldExpression<>(like, constants(like, x)).of(expr);
  }

  private <T extends Derivative<T>> Map<Symbol, T> constants(T like, double[] x) {
    Map<Symbol, T> values = new HashMap<>();
    for (int i = 0; i < x.length; i++) {
      values.put(coordinates.symbols().get(i), like.newInstance(x[i]));
    }
    return values;
  }
}
