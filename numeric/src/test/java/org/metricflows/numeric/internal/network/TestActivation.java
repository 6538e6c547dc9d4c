package org.metricflows.numeric.internal.network;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.CalculusFieldElement;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.simd.VectorMath;

/** Activations with derivatives written down by hand, and the same functions over any field. */
enum TestActivation implements Activation {
  TANH(
      VectorMath::tanh,
      z -> 1 - square(VectorMath.tanh(z)),
      z -> -2 * VectorMath.tanh(z) * (1 - square(VectorMath.tanh(z))),
      z -> (1 - square(VectorMath.tanh(z))) * (6 * square(VectorMath.tanh(z)) - 2)) {
    @Override
    <T extends CalculusFieldElement<T>> T of(T z) {
      return z.tanh();
    }
  },
  SIN(VectorMath::sin, VectorMath::cos, z -> -VectorMath.sin(z), z -> -VectorMath.cos(z)) {
    @Override
    <T extends CalculusFieldElement<T>> T of(T z) {
      return z.sin();
    }
  },
  ERF(VectorMath::erf, z -> bell(z), z -> -2 * z * bell(z), z -> (4 * z * z - 2) * bell(z)) {
    @Override
    <T extends CalculusFieldElement<T>> T of(T z) {
      // 2/√π e^{−z²} Σ 2ⁿ z^{2n+1}/(2n+1)!!: all terms of one sign, 60 are enough for |z| < 3.5
      T square = z.multiply(z);
      T term = z;
      T sum = z;
      for (int n = 1; n < 60; n++) {
        term = term.multiply(square).multiply(2.0 / (2 * n + 1));
        sum = sum.add(term);
      }
      return sum.multiply(square.negate().exp()).multiply(2 / Math.sqrt(Math.PI));
    }
  };

  private final DoubleUnaryOperator[] functions;

  TestActivation(DoubleUnaryOperator... functions) {
    this.functions = functions;
  }

  abstract <T extends CalculusFieldElement<T>> T of(T z);

  private static double square(double t) {
    return t * t;
  }

  private static double bell(double z) {
    return 2 / Math.sqrt(Math.PI) * VectorMath.exp(-z * z);
  }

  @Override
  public ColumnMap derivatives(int highest) {
    return new ColumnMap() {
      @Override
      public int inputs() {
        return 1;
      }

      @Override
      public int outputs() {
        return highest + 1;
      }

      @Override
      public void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
        for (int k = 0; k <= highest; k++) {
          for (int i = 0; i < count; i++) {
            out[k][outOffset[k] + i] = functions[k].applyAsDouble(in[0][inOffset[0] + i]);
          }
        }
      }
    };
  }
}
