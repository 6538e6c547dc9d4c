package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.batch.JetBasis;

/** Feature jets kept in memory, point by point. */
public final class StoredJets implements FeatureJets {

  private final JetBasis basis;
  private final int features;
  private final double[][] jets;

  private StoredJets(JetBasis basis, int features, double[][] jets) {
    this.basis = basis;
    this.features = features;
    this.jets = jets;
  }

  /**
   * Jets of features.
   *
   * @param jets {@code [point][coefficient · features + feature]}, not copied
   * @throws IllegalArgumentException naming the point whose length is wrong
   */
  public static StoredJets of(JetBasis basis, int features, double[][] jets) {
    for (int p = 0; p < jets.length; p++) {
      if (jets[p].length != basis.size() * features) {
        throw new IllegalArgumentException(
            String.format(
                "jets[%d]: %d numbers where %d coefficients of %d features need %d",
                p, jets[p].length, basis.size(), features, basis.size() * features));
      }
    }
    return new StoredJets(basis, features, jets);
  }

  @Override
  public int points() {
    return jets.length;
  }

  @Override
  public int inputs() {
    return features;
  }

  @Override
  public JetBasis basis() {
    return basis;
  }

  @Override
  public void fill(int[] points, int from, int count, double[] rows) {
    for (int p = 0; p < count; p++) {
      double[] jet = jets[points[from + p]];
      for (int c = 0; c < basis.size(); c++) {
        System.arraycopy(jet, c * features, rows, (c * count + p) * features, features);
      }
    }
  }
}
