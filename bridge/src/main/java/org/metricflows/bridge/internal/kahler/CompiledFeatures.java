package org.metricflows.bridge.internal.kahler;

import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.batch.JetBasis;
import org.metricflows.numeric.internal.network.FeatureJets;

/**
 * Jets of features, worked out from coordinates and tangent directions whenever they are asked for:
 * that takes a few per cent of a network's time, and forty numbers a point where the jets
 * themselves have four hundred.
 */
final class CompiledFeatures implements FeatureJets {

  private final HermitianJetSpace basis;
  private final int features;
  private final PointRows points;
  private final ThreadLocal<Columns> columns;

  /**
   * @param program coordinates and directions ↦ jets, coefficient by coefficient
   * @param points the program's inputs
   */
  CompiledFeatures(HermitianJetSpace basis, Program program, PointRows points) {
    this.basis = basis;
    this.features = program.outputs() / basis.size();
    this.points = points;
    this.columns = ThreadLocal.withInitial(() -> new Columns(program));
  }

  @Override
  public int points() {
    return points.points();
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
  public void fill(int[] chosen, int from, int count, double[] rows) {
    Columns call = columns.get();
    call.reserve(count);
    points.gather(chosen, from, count, call.in, 0);
    call.apply(count);
    for (int c = 0; c < basis.size(); c++) {
      for (int f = 0; f < features; f++) {
        double[] column = call.out[c * features + f];
        int at = c * count * features + f;
        for (int p = 0; p < count; p++) {
          rows[at + p * features] = column[p];
        }
      }
    }
  }
}
