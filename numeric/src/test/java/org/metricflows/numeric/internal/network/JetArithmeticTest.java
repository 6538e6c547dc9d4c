package org.metricflows.numeric.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.batch.JetBasis;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.simd.VectorModule;

class JetArithmeticTest {

  @Test
  void vectorsGiveTheBitsOfPlainJava() {
    assumeTrue(VectorModule.isPresent());
    for (JetBasis basis : bases()) {
      for (boolean flat : new boolean[] {true, false}) {
        for (int run : new int[] {1, 7, 64, 301}) {
          double[][] plain = throughChain(JetArithmetic.SCALAR, basis, flat, run);
          double[][] lanes = throughChain(new LaneJetArithmetic(), basis, flat, run);
          assertThat(lanes).isDeepEqualTo(plain);
        }
      }
    }
  }

  private static List<JetBasis> bases() {
    return List.of(
        new JetSpace(3, 0), new JetSpace(3, 1), new JetSpace(3, 2), new HermitianJetSpace(3));
  }

  private static double[][] throughChain(
      JetArithmetic arithmetic, JetBasis space, boolean flat, int run) {
    JetChain chain = new JetChain(space, TestActivation.TANH, true);
    chain.use(arithmetic);
    SplittableRandom random = new SplittableRandom(run);
    double[] z = random.doubles(space.size() * run, -2, 2).toArray();
    double[] adjoint = random.doubles(space.size() * run, -2, 2).toArray();
    double[] a = new double[space.size() * run];
    double[] s = new double[chain.saved() * run];
    double[] tangent = random.doubles(space.size() * run, -2, 2).toArray();
    chain.forward(z, s, a, run, flat);
    chain.tangent(z, s, tangent, run, flat);
    chain.reverse(z, s, adjoint, run, flat);
    double[] sum = new double[run];
    arithmetic.add(adjoint, 0, sum, 0, run);
    return new double[][] {a, s, tangent, adjoint, sum};
  }
}
