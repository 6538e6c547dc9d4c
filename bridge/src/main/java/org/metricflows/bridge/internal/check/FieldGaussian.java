package org.metricflows.bridge.internal.check;

import java.util.List;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/**
 * exp(−|x − x′|²/2ℓ²).
 *
 * @param length ℓ
 */
record FieldGaussian(double length) implements FieldKernel {

  @Override
  public boolean isClosed() {
    return true;
  }

  @Override
  public DerivativeStructure ntk(List<DerivativeStructure> left, List<DerivativeStructure> right) {
    DerivativeStructure square = left.get(0).newInstance(0.0);
    for (int i = 0; i < left.size(); i++) {
      DerivativeStructure difference = left.get(i).subtract(right.get(i));
      square = square.add(difference.multiply(difference));
    }
    return square.divide(-2 * length * length).exp();
  }
}
