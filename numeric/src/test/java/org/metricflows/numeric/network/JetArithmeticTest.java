package org.metricflows.numeric.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.batch.JetSpace;
import org.metricflows.numeric.simd.VectorModule;

class JetArithmeticTest {

  @Test
  void vectorsGiveTheBitsOfPlainJava() {
    assumeTrue(VectorModule.isPresent());
    for (int order = 0; order <= 2; order++) {
      for (boolean flat : new boolean[] {true, false}) {
        for (int run : new int[] {1, 7, 64, 301}) {
          double[][] plain = throughChain(JetArithmetic.SCALAR, order, flat, run);
          double[][] lanes = throughChain(new LaneJetArithmetic(), order, flat, run);
          assertThat(lanes).isDeepEqualTo(plain);
        }
      }
    }
  }

  private static double[][] throughChain(
      JetArithmetic arithmetic, int order, boolean flat, int run) {
    JetSpace space = new JetSpace(3, order);
    JetChain chain = new JetChain(space, TestActivation.TANH, true);
    chain.use(arithmetic);
    SplittableRandom random = new SplittableRandom(run);
    double[] z = random.doubles(space.size() * run, -2, 2).toArray();
    double[] adjoint = random.doubles(space.size() * run, -2, 2).toArray();
    double[] a = new double[space.size() * run];
    double[] s = new double[chain.saved() * run];
    chain.forward(z, s, a, run, flat);
    chain.reverse(z, s, adjoint, run, flat);
    double[] sum = new double[run];
    arithmetic.add(adjoint, 0, sum, 0, run);
    return new double[][] {a, s, adjoint, sum};
  }
}
