package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.metricflows.bridge.internal.kahler.AlgebraicForms;
import org.metricflows.bridge.internal.spec.VarietySpec;
import org.metricflows.numeric.internal.algebraic.AlgebraicPotential;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetResiduals;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * The jets of an algebraic potential as a map from θ, and their derivatives by θ.
 *
 * @param points where
 * @param stated the variety that the independent paths go by
 * @param forms what is checked
 * @param theta θ
 */
record AlgebraicTangentCheck(
    VarietySample points, VarietySpec stated, AlgebraicForms forms, double[] theta) {
  private static final int PARAMETERS = 6;
  private static final double STEP = 1e-3;

  private int chosen() {
    return Math.min(KahlerCheck.MOST_POINTS, points.points());
  }

  /** Derivatives of the logarithm of a sum over N² pairs. */
  CheckResult jets() {
    Comparison comparison = new Comparison("potential jets", Oracles.STRUCTURE, 1e-10);
    AlgebraicPotential potential = forms.potential(points);
    double[][] jets = new double[potential.columns()][chosen()];
    potential.outputJets(theta, Batch.first(chosen()), jets);
    for (int p = 0; p < chosen(); p++) {
      double[] expected = jet(theta, p);
      for (int c = 0; c < expected.length; c++) {
        String group = PotentialCheck.order(c, points.dimension());
        comparison.add(group, "coefficient " + c + " at point " + p, jets[c][p], expected[c]);
      }
    }
    return comparison.result(chosen());
  }

  /** Differences of fourth order err by the fourth power of the step. */
  CheckResult tangent(Random random) {
    Comparison comparison = new Comparison("potential tangent", CentralDifference.NAME, 1e-8);
    AlgebraicPotential potential = forms.potential(points);
    int count = Math.min(2, chosen());
    int columns = potential.columns();
    double[] rows = new double[columns * count * theta.length];
    potential.jacobian(
        theta, Batch.first(count), new EachJet(columns), new double[columns * count], rows);
    for (int i = 0; i < Math.min(PARAMETERS, theta.length); i++) {
      int k = random.nextInt(theta.length);
      for (int p = 0; p < count; p++) {
        int point = p;
        double[] expected = CentralDifference.ofAll(h -> moved(k, h, point), STEP);
        for (int c = 0; c < columns; c++) {
          String group = PotentialCheck.order(c, points.dimension());
          String name = "coefficient " + c + " by parameter " + k + " at point " + p;
          comparison.add(group, name, rows[(c * count + p) * theta.length + k], expected[c]);
        }
      }
    }
    return comparison.result(count);
  }

  private double[] moved(int parameter, double by, int point) {
    double[] moved = theta.clone();
    moved[parameter] += by;
    return jet(moved, point);
  }

  private double[] jet(double[] at, int p) {
    int m = points.dimension();
    FieldSections sections = FieldSections.of(forms.sections(), points.coordinates());
    ComplexForm form = ComplexForm.unpacked(sections.count(), forms.packed(at));
    FieldFeatures field = new FieldFeatures(new DSFactory(2 * m, 2), stated.ambient(), m);
    return field.hermitian(
        sections.potential(form, field.coordinates(points.z(), points.pullback(), p)), 0);
  }

  List<CheckResult> results(Random random) {
    return List.of(jets(), tangent(random));
  }

  /** Residual i is jet i. */
  private record EachJet(int perPoint) implements JetResiduals {
    @Override
    public void evaluate(
        int[] points, int from, int count, double[][] jets, double[][] r, double[][][] slopes) {
      for (int i = 0; i < perPoint; i++) {
        System.arraycopy(jets[i], 0, r[i], 0, count);
        for (int c = 0; c < perPoint; c++) {
          Arrays.fill(slopes[i][c], 0, count, c == i ? 1 : 0);
        }
      }
    }
  }
}
