package org.metricflows.numeric.regime;

import java.util.Random;
import org.metricflows.numeric.batch.HermitianJetSpace;
import org.metricflows.numeric.kernel.KernelPoints;

/** Points with random jets: any jet is that of some features. */
final class RandomPoints {

  private RandomPoints() {}

  static KernelPoints of(int m, int count, long seed) {
    HermitianJetSpace space = new HermitianJetSpace(m);
    Random random = new Random(seed);
    double[] jets = random.doubles(space.size() * count * 3L, -1, 1).toArray();
    return KernelPoints.of(space, count, jets, new double[0][]);
  }

  static double[][] columns(int components, int count, long seed) {
    Random random = new Random(seed);
    double[][] columns = new double[components][];
    for (int i = 0; i < components; i++) {
      columns[i] = random.doubles(count, -1, 1).toArray();
    }
    return columns;
  }
}
