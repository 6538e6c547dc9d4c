package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.internal.spec.Spec;

/**
 * What a network on a chart is fed with, written a second time: coordinates, or cosines and sines.
 *
 * @param frequencies 2π/L of a coordinate that is taken by its cosine and sine, 0 of another
 */
record FieldInputs(double[] frequencies) {

  static FieldInputs of(Spec spec) {
    boolean periodic = spec.has("network") && spec.network().periodic();
    return new FieldInputs(
        spec.chart().lengths().stream()
            .mapToDouble(l -> periodic && l.isPresent() ? 2 * Math.PI / l.getAsDouble() : 0)
            .toArray());
  }

  /** Number of inputs. */
  int count() {
    return frequencies.length + (int) Arrays.stream(frequencies).filter(k -> k != 0).count();
  }

  /** The inputs at a point. */
  List<DerivativeStructure> of(List<DerivativeStructure> x) {
    List<DerivativeStructure> inputs = new ArrayList<>();
    for (int i = 0; i < x.size(); i++) {
      if (frequencies[i] == 0) {
        inputs.add(x.get(i));
      } else {
        DerivativeStructure angle = x.get(i).multiply(frequencies[i]);
        inputs.add(angle.cos());
        inputs.add(angle.sin());
      }
    }
    return inputs;
  }
}
