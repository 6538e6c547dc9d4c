package org.metricflows.numeric.internal.regime;

import java.util.Random;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.kernel.hermitian.KernelPoints;
import org.metricflows.numeric.internal.network.StoredJets;

/** Points with random jets: any jet is that of some features. */
final class RandomPoints {

  private RandomPoints() {}

  static final int FEATURES = 3;

  static KernelPoints of(int m, int count, long seed) {
    return KernelPoints.of(new HermitianJetSpace(m), count, rows(m, count, seed), new double[0][]);
  }

  private static double[] rows(int m, int count, long seed) {
    int size = new HermitianJetSpace(m).size();
    return new Random(seed).doubles((long) size * count * FEATURES, -1, 1).toArray();
  }

  /** The same jets as inputs of a network. */
  static StoredJets inputs(int m, int count, long seed) {
    HermitianJetSpace space = new HermitianJetSpace(m);
    double[] rows = rows(m, count, seed);
    double[][] jets = new double[count][space.size() * FEATURES];
    for (int c = 0; c < space.size(); c++) {
      for (int p = 0; p < count; p++) {
        System.arraycopy(rows, (c * count + p) * FEATURES, jets[p], c * FEATURES, FEATURES);
      }
    }
    return StoredJets.of(space, FEATURES, jets);
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
