package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.symbolic.expression.Symbol;

/**
 * What a network or a kernel is fed with, written a second time: the coordinates that name points,
 * or cosines and sines of them.
 *
 * @param coordinates of the space
 * @param frequencies 2π/L of a coordinate that is taken by its cosine and sine, 0 of another
 */
record FieldInputs(FieldCoordinates coordinates, double[] frequencies) {

  /**
   * Of a spec.
   *
   * @param network whether it is its network that is fed
   */
  static FieldInputs of(Spec spec, boolean network) {
    FieldCoordinates coordinates = FieldCoordinates.of(spec.space());
    double[] frequencies = new double[coordinates.names().size()];
    if (network && spec.has("network") && spec.network().periodic()) {
      Arrays.setAll(
          frequencies, i -> spec.chart().lengths().get(i).stream().map(l -> 2 * Math.PI / l).sum());
    }
    return new FieldInputs(coordinates, frequencies);
  }

  /** Number of inputs. */
  int count() {
    return frequencies.length + (int) Arrays.stream(frequencies).filter(k -> k != 0).count();
  }

  /** The inputs near a point, see {@link FieldCoordinates#near}. */
  List<DerivativeStructure> near(DSFactory factory, double[] x, int[] moving, int first) {
    return of(coordinates.near(factory, x, moving, first));
  }

  /** The same where all coordinates vary. */
  List<DerivativeStructure> near(DSFactory factory, double[] x) {
    return of(coordinates.near(factory, x));
  }

  private List<DerivativeStructure> of(Map<Symbol, DerivativeStructure> values) {
    List<DerivativeStructure> inputs = new ArrayList<>();
    for (int i = 0; i < frequencies.length; i++) {
      DerivativeStructure x = values.get(coordinates.names().get(i));
      if (frequencies[i] == 0) {
        inputs.add(x);
      } else {
        DerivativeStructure angle = x.multiply(frequencies[i]);
        inputs.add(angle.cos());
        inputs.add(angle.sin());
      }
    }
    return inputs;
  }
}
