package org.metricflows.numeric.internal.regime;

import java.util.List;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.kernel.ClosedFormDual;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.hermitian.HermitianKernel;
import org.metricflows.numeric.internal.kernel.jet.Elementary;
import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;
import org.metricflows.numeric.internal.network.Activation;
import org.metricflows.numeric.internal.network.NetworkShape;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;

/** Networks with the activation sin, of finite and infinite width. */
final class Sine {

  private static final double WEIGHT = 1.1;
  private static final double BIAS = 0.3;

  private Sine() {}

  static NetworkShape shape(int features, Integer... widths) {
    return new NetworkShape(
        features, List.of(widths), 1, Parametrization.NTK, WEIGHT, BIAS, OutputSharing.SHARED);
  }

  static HermitianKernel infiniteWidth(int m, int features, int layers) {
    ClosedFormDual dual =
        new ClosedFormDual(
            (a, p, q, r) -> a.multiply(decay(a, p, q), a.apply(Elementary.SINH, r)),
            (a, p, q, r) -> a.multiply(decay(a, p, q), a.apply(Elementary.COSH, r)));
    return HermitianKernel.infiniteWidth(
        new HermitianJetSpace(m), new KernelArchitecture(features, layers, WEIGHT, BIAS), dual);
  }

  private static Jet decay(JetAlgebra a, Jet p, Jet q) {
    return a.apply(Elementary.EXP, a.scale(a.add(p, q), -0.5));
  }

  static Activation activation() {
    return highest ->
        new ColumnMap() {
          @Override
          public int inputs() {
            return 1;
          }

          @Override
          public int outputs() {
            return highest + 1;
          }

          @Override
          public void apply(
              double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
            for (int k = 0; k <= highest; k++) {
              for (int i = 0; i < count; i++) {
                out[k][outOffset[k] + i] = Math.sin(in[0][inOffset[0] + i] + k * Math.PI / 2);
              }
            }
          }
        };
  }
}
