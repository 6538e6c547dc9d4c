package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.internal.flow.FeatureParts;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.features.CosineFeatures;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.numeric.internal.kernel.KernelMatrix;

/**
 * Cosine features: the outputs' jets at finite width, the heat kernel's jets at infinite width, and
 * the right-hand side at either.
 *
 * <p>Tolerances: sums over features or waves of a few thousand terms; derivatives of fourth order
 * lose two digits; and what the density loses.
 */
final class FeatureCheck {
  private static final double TOLERANCE = 1e-11;
  private static final int MOST_POINTS = 12;
  private static final int ENTRIES = 12;

  private final Subject subject;
  private final FeatureParts parts;
  private final OutputFlow flow;
  private final HeatKernelOracle kernel;
  private final TaylorLayout carried;

  FeatureCheck(Subject subject, FeatureParts parts, OutputFlow flow) {
    this.subject = subject;
    this.parts = parts;
    this.flow = flow;
    this.kernel = new HeatKernelOracle(parts.periods(), parts.spec().bandwidth());
    this.carried = new TaylorLayout(new JetSpace(subject.dimension(), subject.flow().order()));
  }

  /** The outputs' jets, or the kernel's. */
  CheckResult jets(Neighbourhood neighbourhood) {
    return parts.drawn().isPresent() ? outputJets(neighbourhood) : kernelJets();
  }

  private CheckResult outputJets(Neighbourhood neighbourhood) {
    Comparison comparison = new Comparison("feature jets", Oracles.STRUCTURE, TOLERANCE);
    double[][] jets = flow.sampleJets(neighbourhood.state(), subject.flow().order());
    int[] chosen = Subject.some(subject.points().length, MOST_POINTS);
    for (int p : chosen) {
      double[] expected = outputs(subject.points()[p], neighbourhood.state());
      for (int k = 0; k < expected.length; k++) {
        int alpha = k % carried.size();
        String name = "output " + k / carried.size() + " " + carried.name(alpha) + " at point " + p;
        comparison.add("order " + carried.total(alpha), name, jets[k][p], expected[k]);
      }
    }
    double[][] tests = flow.testValues(neighbourhood.state());
    for (int t = 0; t < subject.testPoints().length; t++) {
      double[] expected = outputs(subject.testPoints()[t], neighbourhood.state());
      for (int c = 0; c < tests.length; c++) {
        String name = "output " + c + " at test point " + t;
        comparison.add("order 0", name, tests[c][t], expected[c * carried.size()]);
      }
    }
    return comparison.result(chosen.length + subject.testPoints().length);
  }

  /** Σ_n θ_cn φ_n with its derivatives: {@code [output·J + coefficient]}. */
  private double[] outputs(double[] x, double[] theta) {
    int width = theta.length / subject.outputs();
    double[] outputs = new double[subject.outputs() * carried.size()];
    for (int n = 0; n < width; n++) {
      DerivativeStructure feature = feature(n, x, subject.flow().order());
      for (int k = 0; k < outputs.length; k++) {
        int[] orders = carried.orders(k % carried.size());
        double slope = feature.getPartialDerivative(orders);
        outputs[k] += theta[k / carried.size() * width + n] * slope;
      }
    }
    return outputs;
  }

  /** φ_n = √(2Θ(x, x)/N) cos(k_n·x + b_n) near x. */
  private DerivativeStructure feature(int n, double[] x, int order) {
    CosineFeatures features = parts.drawn().orElseThrow();
    DSFactory factory = new DSFactory(x.length, order);
    DerivativeStructure angle = factory.constant(features.phases()[n]);
    for (int i = 0; i < x.length; i++) {
      DerivativeStructure coordinate =
          order == 0 ? factory.constant(x[i]) : factory.variable(i, x[i]);
      angle = angle.add(coordinate.multiply(features.waves()[n][i]));
    }
    return angle.cos().multiply(Math.sqrt(2 * kernel.diagonal() / features.width()));
  }

  private CheckResult kernelJets() {
    Comparison comparison = new Comparison("kernel jets", "Poisson sums", TOLERANCE);
    TaylorLayout right = subject.layout();
    double[][] points = subject.points();
    int[] chosen = Subject.some(points.length, MOST_POINTS);
    for (int a = 0; a < chosen.length; a++) {
      double[] x = points[chosen[a]];
      double[] other = points[chosen[a * a % chosen.length]];
      KernelMatrix actual =
          parts
              .kernel()
              .matrix(
                  new double[][] {x},
                  subject.flow().order(),
                  new double[][] {other},
                  subject.order());
      HeatKernelOracle.Jets expected = kernel.at(x, other);
      for (int alpha = 0; alpha < carried.size(); alpha++) {
        for (int beta = 0; beta < right.size(); beta++) {
          String what =
              "derivative " + carried.name(alpha) + " " + right.name(beta) + "' for pair " + a;
          comparison.add(
              carried.total(alpha) + "+" + right.total(beta),
              what,
              actual.get(alpha, beta),
              expected.get(carried.orders(alpha), right.orders(beta)));
        }
      }
    }
    return comparison.result(chosen.length);
  }

  /** dθ_cn/dt = −Σ_b Σ_β ∂^β φ_n(x_b) Z_c^β(x_b), or the jets' velocity with the kernel for φ. */
  CheckResult rightHandSide(Neighbourhood neighbourhood, Random random) {
    double tolerance = 10 * Math.max(TOLERANCE, DensityCheck.tolerance(neighbourhood));
    Comparison comparison = new Comparison(RightHandSide.NAME, Oracles.STRUCTURE, tolerance);
    double[] velocity = GridPaths.rate(flow, neighbourhood.state());
    double[][] drive = drive(neighbourhood);
    int rows = velocity.length / subject.outputs();
    for (int n = 0; n < ENTRIES; n++) {
      int row = random.nextInt(rows);
      double[] expected = parts.drawn().isPresent() ? feature(row, drive) : row(row, drive);
      String group = parts.drawn().isPresent() ? "features" : "order " + total(row);
      for (int c = 0; c < expected.length; c++) {
        String what = "velocity of entry " + row + " of output " + c;
        comparison.add(group, what, velocity[c * rows + row], expected[c]);
      }
    }
    return comparison.result(subject.points().length);
  }

  private double[][] drive(Neighbourhood neighbourhood) {
    FieldDrive field = new FieldDrive(subject, parts.deWitt());
    List<double[]> drive = new ArrayList<>();
    for (int b = 0; b < subject.points().length; b++) {
      drive.add(field.at(b, Subject.row(neighbourhood.jets(), b)));
    }
    return drive.toArray(double[][]::new);
  }

  private double[] feature(int n, double[][] drive) {
    TaylorLayout layout = subject.layout();
    double[] sum = new double[subject.outputs()];
    for (int b = 0; b < drive.length; b++) {
      DerivativeStructure phi = feature(n, subject.points()[b], subject.order());
      for (int k = 0; k < drive[b].length; k++) {
        double slope = phi.getPartialDerivative(layout.orders(k % layout.size()));
        sum[k / layout.size()] -= slope * drive[b][k];
      }
    }
    return sum;
  }

  /** The order of the derivative that a row of the state holds; test points come last. */
  private int total(int row) {
    int alpha = row / subject.points().length;
    return alpha < carried.size() ? carried.total(alpha) : 0;
  }

  private double[] row(int row, double[][] drive) {
    int points = subject.points().length;
    int alpha = row / points;
    boolean sample = alpha < carried.size();
    double[] x =
        sample
            ? subject.points()[row % points]
            : subject.testPoints()[row - carried.size() * points];
    int[] orders = carried.orders(sample ? alpha : 0);
    TaylorLayout layout = subject.layout();
    double[] sum = new double[subject.outputs()];
    for (int b = 0; b < points; b++) {
      HeatKernelOracle.Jets theta = kernel.at(x, subject.points()[b]);
      for (int k = 0; k < drive[b].length; k++) {
        double slope = theta.get(orders, layout.orders(k % layout.size()));
        sum[k / layout.size()] -= slope * drive[b][k];
      }
    }
    return sum;
  }
}
