package org.metricflows.bridge.internal.kahler;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.network.FiniteNetwork;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.numeric.internal.kahler.CoordinateSeries;
import org.metricflows.numeric.internal.kahler.FeatureSeries;
import org.metricflows.numeric.internal.kahler.FubiniStudySeries;
import org.metricflows.numeric.internal.kahler.RicciCurvature;
import org.metricflows.numeric.internal.network.SeriesNetwork;
import org.metricflows.numeric.internal.series.SeriesSpace;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.kahler.Features;
import org.metricflows.symbolic.internal.variety.Variety;
import org.metricflows.symbolic.internal.variety.VarietyDerivations;
import org.metricflows.symbolic.network.Activation;

/**
 * The Ricci curvature of g_FS + ∂∂̄φ at points, from the series of (1/π)Σ log|z|² + φ up to two
 * derivatives by u and two by ū: exact, no differences.
 *
 * @param network θ ↦ series of φ
 * @param background series of what φ is added to, {@code [coefficient][point]}
 * @param space of the series
 */
record PotentialCurvature(SeriesNetwork network, double[][] background, SeriesSpace space) {

  /**
   * Compiles what the points' coordinates need, and expands these.
   *
   * @param activation smooth
   * @param sample the points
   */
  static PotentialCurvature of(
      CalabiYauSpec spec, Activation activation, VarietySample sample, Compiler compiler) {
    CoordinateSeries coordinates = coordinates(spec.variety().variety(), sample, compiler);
    FeatureSeries features = new FeatureSeries(coordinates, kind(spec.features()));
    FiniteNetwork finite = FiniteNetwork.of(spec.network(), features.inputs(), 1);
    org.metricflows.numeric.internal.network.Activation sigma =
        highest -> compiler.compile(activation.derivatives(highest));
    SeriesNetwork network =
        spec.regime() == Regime.LINEARISED
            ? SeriesNetwork.linearised(finite.origin(), sigma, features, Parallel.common())
            : SeriesNetwork.of(finite.shape(), sigma, features, Parallel.common());
    double[][] background = FubiniStudySeries.of(coordinates);
    if (spec.network().centred()) {
      double[][] start = new double[background.length][sample.points()];
      network.outputs(finite.origin().toArray(), start);
      add(-1, start, background);
    }
    return new PotentialCurvature(network, background, coordinates.space());
  }

  private static FeatureSeries.Kind kind(Features features) {
    return switch (features) {
      case INVARIANT -> FeatureSeries.Kind.INVARIANT;
      case SYMMETRIC -> FeatureSeries.Kind.SYMMETRIC;
      case RAW -> FeatureSeries.Kind.RAW;
    };
  }

  static CoordinateSeries coordinates(Variety variety, VarietySample sample, Compiler compiler) {
    VarietyDerivations derivations = new VarietyDerivations(variety);
    return CoordinateSeries.of(
        sample, compiler.compile(derivations.gradients()), compiler.compile(derivations.second()));
  }

  private static void add(double factor, double[][] x, double[][] sum) {
    for (int c = 0; c < sum.length; c++) {
      for (int p = 0; p < sum[c].length; p++) {
        sum[c][p] += factor * x[c][p];
      }
    }
  }

  /** The series of the total Kähler potential, {@code [coefficient][point]}. */
  double[][] potential(double[] theta) {
    double[][] potential = new double[background.length][background[0].length];
    network.outputs(theta, potential);
    add(1, background, potential);
    return potential;
  }

  /** R_ab̄ in Hermitian packing, then R = g^{ab̄} R_ab̄: {@code [number][point]}. */
  double[][] at(double[] theta) {
    double[][] potential = potential(theta);
    RicciCurvature curvature = new RicciCurvature(space);
    int m = space.dimension();
    double[][] numbers = new double[m * m + 1][potential[0].length];
    for (int p = 0; p < potential[0].length; p++) {
      numbers[m * m][p] = curvature.scalar(potential, p);
      int k = 0;
      for (int a = 0; a < m; a++) {
        numbers[k++][p] = curvature.ricciReal(a, a);
        for (int b = a + 1; b < m; b++) {
          numbers[k++][p] = curvature.ricciReal(a, b);
          numbers[k++][p] = curvature.ricciImaginary(a, b);
        }
      }
    }
    return numbers;
  }

  /** R by point. */
  double[] scalar(double[] theta) {
    double[][] numbers = at(theta);
    return numbers[numbers.length - 1];
  }
}
