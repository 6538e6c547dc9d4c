package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.bridge.internal.homogeneous.LieGroup;
import org.metricflows.bridge.internal.homogeneous.LieGroupEvaluators;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.symbolic.geometry.LieAlgebra;

/**
 * Compares the flow of a left-invariant metric with independent paths, at the spec's metric and at
 * random ones near it, which have no component 0:
 *
 * <pre>
 *   brackets       ad [X,Y] = [ad X, ad Y]
 *   velocity       Koszul's formula as matrices; Besse's formula in an orthonormal frame;
 *                  Ric = −B/4 with Killing's form B, where the spec's metric is bi-invariant
 *   observables    √det g, R, |Ric|², ∂_t R, Ric by Koszul's formula
 *                  √det g and R along the velocity, by differences
 *   eigenvalues    of Ric by the traces of its powers, and the soliton defect
 * </pre>
 *
 * <p>Tolerance: both sides lose the condition number of g squared; the random metrics have some
 * hundred times that of the spec's at most.
 */
public final class LieGroupCheck {
  private static final int METRICS = 12;
  private static final double STEP = 1e-2;
  private static final String KOSZUL = "Koszul's formula";

  private final boolean fixesVolume;
  private final double[][][] constants;
  private final LieGroupPaths paths;
  private final List<double[][]> metrics = new ArrayList<>();
  private final double tolerance;

  LieGroupCheck(LieGroup group, boolean fixesVolume, LieGroupPaths paths) {
    this.fixesVolume = fixesVolume;
    this.constants = constants(group.algebra());
    this.paths = paths;
    double[][] start = matrix(group.components(), constants.length);
    metrics.add(start);
    Random random = Subject.random();
    while (metrics.size() < METRICS) {
      metrics.add(near(start, random));
    }
    this.tolerance = 1e-12 * Math.pow(condition(start), 2);
  }

  /**
   * The check of a spec.
   *
   * @throws org.metricflows.symbolic.InputException see {@link LieGroup#of}
   */
  public static LieGroupCheck of(HomogeneousSpec spec) {
    LieGroupEvaluators evaluators = LieGroupEvaluators.of(spec);
    return new LieGroupCheck(
        evaluators.group(), evaluators.fixesVolume(), LieGroupPaths.of(evaluators));
  }

  private static double[][][] constants(LieAlgebra algebra) {
    int d = algebra.dimension();
    double[][][] constants = new double[d][d][d];
    for (int i = 0; i < d; i++) {
      for (int j = i + 1; j < d; j++) {
        for (int k = 0; k < d; k++) {
          constants[k][i][j] = Constants.valueOf(algebra.bracket(i, j).get(k));
          constants[k][j][i] = -constants[k][i][j];
        }
      }
    }
    return constants;
  }

  /** L(1 + N)(1 + N)ᵀLᵀ with LLᵀ = g and small random N. */
  private static double[][] near(double[][] g, Random random) {
    int d = g.length;
    RealMatrix lower = new CholeskyDecomposition(MatrixUtils.createRealMatrix(g)).getL();
    RealMatrix noise = MatrixUtils.createRealIdentityMatrix(d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        noise.addToEntry(i, j, (random.nextDouble() - 0.5) / Math.sqrt(d));
      }
    }
    RealMatrix root = lower.multiply(noise);
    return root.multiply(root.transpose()).getData();
  }

  private static double condition(double[][] g) {
    return new SingularValueDecomposition(MatrixUtils.createRealMatrix(g)).getConditionNumber();
  }

  private static double[][] matrix(double[] components, int d) {
    double[][] matrix = new double[d][d];
    int c = 0;
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++, c++) {
        matrix[i][j] = components[c];
        matrix[j][i] = components[c];
      }
    }
    return matrix;
  }

  private static double[] components(double[][] matrix) {
    List<Double> components = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      for (int j = i; j < matrix.length; j++) {
        components.add(matrix[i][j]);
      }
    }
    return components.stream().mapToDouble(x -> x).toArray();
  }

  /**
   * Makes all comparisons.
   *
   * @param progress is told what is being checked
   */
  public CheckReport run(Consumer<String> progress) {
    List<CheckResult> results = new ArrayList<>();
    progress.accept("Lie algebra");
    results.add(brackets());
    progress.accept("velocity");
    results.add(velocity(KOSZUL, g -> new FrameCurvature(constants, g).ricci()));
    results.add(velocity("Besse's formula", g -> new OrthonormalFrame(constants, g).ricci()));
    OrthonormalFrame start = new OrthonormalFrame(constants, metrics.get(0));
    if (start.isBiInvariant()) {
      results.add(biInvariant(start));
    }
    progress.accept("observables");
    results.add(observables());
    results.add(rates());
    results.add(eigenvalues());
    return new CheckReport(results);
  }

  private CheckResult brackets() {
    Comparison comparison = new Comparison("brackets", "Jacobi's identity", 1e-12);
    int d = constants.length;
    RealMatrix[] ad = new RealMatrix[d];
    for (int i = 0; i < d; i++) {
      ad[i] = MatrixUtils.createRealMatrix(d, d);
      for (int j = 0; j < d; j++) {
        for (int k = 0; k < d; k++) {
          ad[i].setEntry(k, j, constants[k][i][j]);
        }
      }
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        RealMatrix commutator = ad[i].multiply(ad[j]).subtract(ad[j].multiply(ad[i]));
        RealMatrix image = MatrixUtils.createRealMatrix(d, d);
        for (int k = 0; k < d; k++) {
          image = image.add(ad[k].scalarMultiply(constants[k][i][j]));
        }
        double size = ad[i].getNorm1() * ad[j].getNorm1();
        String name = "ad [e" + (i + 1) + ", e" + (j + 1) + "]";
        for (int a = 0; a < d; a++) {
          for (int b = 0; b < d; b++) {
            comparison.add("ad", name, image.getEntry(a, b), commutator.getEntry(a, b), size);
          }
        }
      }
    }
    return comparison.result(d * d);
  }

  /** ∂_t g from a Ricci tensor. */
  private double[] expected(double[][] g, double[][] ricci) {
    int d = g.length;
    RealMatrix tensor = MatrixUtils.createRealMatrix(ricci);
    RealMatrix metric = MatrixUtils.createRealMatrix(g);
    double scalar = MatrixUtils.inverse(metric).multiply(tensor).getTrace();
    double growth = fixesVolume ? 2 * scalar / d : 0;
    return components(tensor.scalarMultiply(-2).add(metric.scalarMultiply(growth)).getData());
  }

  private CheckResult velocity(String against, Function<double[][], double[][]> ricci) {
    Comparison comparison = new Comparison("velocity", against, tolerance);
    for (int k = 0; k < metrics.size(); k++) {
      double[][] g = metrics.get(k);
      compare(
          comparison,
          k,
          paths.velocity().apply(components(g)),
          expected(g, ricci.apply(g)),
          size(g));
    }
    return comparison.result(metrics.size());
  }

  /** What a component of ∂_t g is the sum of: |C|² times the metric. */
  private double size(double[][] g) {
    double largest = 0;
    for (double[][] rows : constants) {
      for (double[] row : rows) {
        for (double c : row) {
          largest = Math.max(largest, Math.abs(c));
        }
      }
    }
    return largest * largest * MatrixUtils.createRealMatrix(g).getNorm1();
  }

  private static void compare(
      Comparison comparison, int k, double[] actual, double[] expected, double size) {
    for (int c = 0; c < expected.length; c++) {
      String name = "component " + (c + 1) + " at metric " + k;
      comparison.add("metric " + k, name, actual[c], expected[c], size);
    }
  }

  private CheckResult biInvariant(OrthonormalFrame start) {
    Comparison comparison = new Comparison("velocity", "Killing's form", 1e-13);
    double[][] g = metrics.get(0);
    double[][] ricci =
        MatrixUtils.createRealMatrix(start.killing()).scalarMultiply(-0.25).getData();
    compare(comparison, 0, paths.velocity().apply(components(g)), expected(g, ricci), size(g));
    return comparison.result(1);
  }

  private CheckResult observables() {
    Comparison comparison = new Comparison("observables", KOSZUL, tolerance);
    for (int k = 0; k < metrics.size(); k++) {
      double[][] g = metrics.get(k);
      FrameCurvature curvature = new FrameCurvature(constants, g);
      double[] actual = paths.observables().apply(components(g));
      String at = " at metric " + k;
      double scalar = curvature.invariant(1);
      double squared = curvature.invariant(2);
      double rate = 2 * squared - (fixesVolume ? 2 * scalar * scalar / g.length : 0);
      double size = size(g);
      comparison.add("volume", "volume" + at, actual[0], curvature.volume());
      comparison.add("R", "R" + at, actual[1], scalar, Math.sqrt(squared));
      comparison.add("|Ric|^2", "|Ric|^2" + at, actual[2], squared);
      comparison.add("dR/dt", "dR/dt" + at, actual[3], rate, 2 * squared);
      double[] ricci = components(curvature.ricci());
      for (int c = 0; c < ricci.length; c++) {
        String name = "component " + (c + 1) + " of Ric" + at;
        comparison.add("Ric" + at, name, actual[4 + c], ricci[c], size);
      }
    }
    return comparison.result(metrics.size());
  }

  /** As g moves along its velocity; no component by more than a hundredth of the metric. */
  private CheckResult rates() {
    Comparison comparison =
        new Comparison("observables", CentralDifference.NAME, Math.max(1e-7, 1e3 * tolerance));
    for (int k = 0; k < metrics.size(); k++) {
      double[] g = components(metrics.get(k));
      double[] speed = paths.velocity().apply(g);
      double[] now = paths.observables().apply(g);
      double[] slopes = CentralDifference.ofAll(h -> moved(g, speed, h), step(metrics.get(k)));
      double volumeRate = fixesVolume ? 0 : -now[1] * now[0];
      double size = Math.sqrt(now[2]);
      comparison.add("volume", "volume at metric " + k, volumeRate, slopes[0], size * now[0]);
      comparison.add("R", "R at metric " + k, now[3], slopes[1], now[2]);
    }
    return comparison.result(metrics.size());
  }

  private double[] moved(double[] g, double[] speed, double h) {
    double[] moved = g.clone();
    for (int c = 0; c < moved.length; c++) {
      moved[c] += h * speed[c];
    }
    return paths.observables().apply(moved);
  }

  /** STEP in units of the curvature. */
  private double step(double[][] g) {
    double squared = paths.observables().apply(components(g))[2];
    return squared > 0 ? STEP / Math.sqrt(squared) : 1;
  }

  private CheckResult eigenvalues() {
    Comparison comparison = new Comparison("eigenvalues", KOSZUL, 1e2 * tolerance);
    for (int k = 0; k < metrics.size(); k++) {
      double[][] g = metrics.get(k);
      FrameCurvature curvature = new FrameCurvature(constants, g);
      double[] eigenvalues = paths.eigenvalues().apply(components(g));
      double norm = Math.sqrt(curvature.invariant(2));
      for (int power = 1; power <= g.length; power++) {
        double sum = 0;
        for (double r : eigenvalues) {
          sum += Math.pow(r, power);
        }
        String name = "tr Ric^" + power + " at metric " + k;
        comparison.add(
            "power " + power, name, sum, curvature.invariant(power), Math.pow(norm, power));
      }
      double scalar = curvature.invariant(1);
      double square = norm * norm - scalar * scalar / g.length;
      double defect = paths.defect().applyAsDouble(components(g));
      comparison.add("defect", "soliton defect", defect * defect, square, norm * norm);
    }
    return comparison.result(metrics.size());
  }
}
