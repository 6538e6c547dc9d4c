package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.internal.spec.ManifoldSpec;
import org.metricflows.bridge.internal.spec.SpaceSpec;
import org.metricflows.symbolic.expression.Symbol;

/** What functions on a space are formulas of, near a point, written a second time. */
interface FieldCoordinates {

  static FieldCoordinates of(SpaceSpec space) {
    return space instanceof ManifoldSpec manifold
        ? new EmbeddedPlane(manifold)
        : new Plain(space.symbols());
  }

  /** d. */
  int dimension();

  /** The symbols, a number of a point each. */
  List<Symbol> symbols();

  /** The symbols that name a point. */
  default List<Symbol> names() {
    return symbols();
  }

  /**
   * The symbols' values near a point.
   *
   * @param x the numbers of the point
   * @param moving coordinates of its chart that vary: parameters {@code first}, {@code first} + 1,
   *     … of the factory
   */
  Map<Symbol, DerivativeStructure> near(DSFactory factory, double[] x, int[] moving, int first);

  /** The same where all coordinates vary, the first parameters of the factory. */
  default Map<Symbol, DerivativeStructure> near(DSFactory factory, double[] x) {
    int[] all = new int[dimension()];
    Arrays.setAll(all, i -> i);
    return near(factory, x, all, 0);
  }

  /** The numbers of a point that is moved by h along a coordinate. */
  double[] moved(double[] x, int i, double h);

  /** Numbers that are the chart's coordinates themselves. */
  record Plain(List<Symbol> symbols) implements FieldCoordinates {

    @Override
    public int dimension() {
      return symbols.size();
    }

    @Override
    public Map<Symbol, DerivativeStructure> near(
        DSFactory factory, double[] x, int[] moving, int first) {
      Map<Symbol, DerivativeStructure> values = new HashMap<>();
      for (int i = 0; i < x.length; i++) {
        values.put(symbols.get(i), factory.constant(x[i]));
      }
      boolean varies = factory.getCompiler().getOrder() > 0;
      for (int k = 0; k < moving.length && varies; k++) {
        int i = moving[k];
        values.put(symbols.get(i), factory.variable(first + k, x[i]));
      }
      return values;
    }

    @Override
    public double[] moved(double[] x, int i, double h) {
      double[] moved = x.clone();
      moved[i] += h;
      return moved;
    }
  }
}
