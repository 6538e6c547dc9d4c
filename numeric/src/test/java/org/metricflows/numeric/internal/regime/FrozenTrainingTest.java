package org.metricflows.numeric.internal.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowResult;
import org.metricflows.numeric.internal.flow.Integrator;
import org.metricflows.numeric.internal.flow.Method;
import org.metricflows.numeric.internal.flow.Schedule;
import org.metricflows.numeric.internal.gradient.LinearFlow;
import org.metricflows.numeric.internal.gradient.Supermetric;
import org.metricflows.numeric.internal.kernel.hermitian.HermitianKernel;
import org.metricflows.numeric.internal.kernel.hermitian.KernelPoints;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * On a curve (m = 1) the determinant is the metric's one component, so that the Monge–Ampère
 * residual ρ = y + b δ is linear and everything has a closed form.
 */
class FrozenTrainingTest {

  private static final int N = 12;
  private final KernelPoints training = RandomPoints.of(1, N, 4);
  private final KernelPoints heldOut = RandomPoints.of(1, 5, 9);
  private final FixedTangent kernel =
      FixedTangent.stored(
          HermitianKernel.gaussian(new HermitianJetSpace(1), 1.5), training, heldOut);
  private final double[] y = RandomPoints.columns(1, N, 6)[0];
  private final double[] slope = RandomPoints.columns(1, N, 7)[0];

  private final Residuals linear =
      (first, count, change, residual, slopes) -> {
        for (int p = 0; p < count; p++) {
          residual[p] = y[first + p] + slope[first + p] * change[0][p];
          slopes[0][p] = slope[first + p];
        }
      };

  /** ρ(t) = e^{−2tK} y with K = b Θ b, from the eigenvectors of K. */
  @Test
  void flowsOfLinearResidualsAreExponential() {
    KernelSources unknowns = new KernelSources(kernel);
    LinearFlow flow =
        new LinearFlow(
            unknowns,
            1,
            N,
            new JetSpace(1, 0),
            linear.squared(),
            Supermetric.identity(),
            new double[0][],
            Parallel.of(1));
    double time = 0.3;
    double[] end =
        FlowIntegration.of(
                flow,
                Integrator.adaptive(Method.DORMAND_PRINCE_853, 1e-11, 1e-13),
                Schedule.of(time))
            .solve()
            .result()
            .state();
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(residualKernel());
    RealVector rotated = eigen.getVT().operate(new ArrayRealVector(y));
    for (int i = 0; i < N; i++) {
      rotated.setEntry(i, rotated.getEntry(i) * Math.exp(-2 * time * eigen.getEigenvalue(i)));
    }
    RealVector expected = eigen.getV().operate(rotated);
    double[][] change = new double[1][N];
    kernel.apply(unknowns.sources(end), change);
    for (int a = 0; a < N; a++) {
      double rho = y[a] + slope[a] * change[0][a];
      assertThat(rho).isCloseTo(expected.getEntry(a), within(1e-10));
    }
    assertThat(flow.loss(end)).isCloseTo(expected.dotProduct(expected), within(1e-10));
  }

  /** δ(x) = −Θ(x, ·) b (b Θ b + λ)⁻¹ y at points held out: kernel ridge regression. */
  @Test
  void optimumOfLinearResidualsIsRidgeRegression() {
    double ridge = 1e-3;
    SolvedOptimum optimum =
        new SolvedOptimum(kernel, linear, new SolvedOptimum.Settings(ridge, 20, 1e-12));
    FlowResult result = optimum.run(new FlowListener() {});
    assertThat(result.outcome().time()).isLessThan(4);
    RealMatrix shifted = residualKernel();
    double scale = shifted.getTrace() / N;
    for (int a = 0; a < N; a++) {
      shifted.addToEntry(a, a, ridge * scale);
    }
    RealVector c = new LUDecomposition(shifted).getSolver().solve(new ArrayRealVector(y));
    double[][] sources = new double[1][N];
    for (int a = 0; a < N; a++) {
      sources[0][a] = -slope[a] * c.getEntry(a);
    }
    double[][] expected = kernel.predict(sources);
    double[][] actual = kernel.predict(optimum.sources(result.state()));
    for (int a = 0; a < heldOut.points(); a++) {
      assertThat(actual[0][a]).isCloseTo(expected[0][a], within(1e-10));
    }
  }

  /** The gradient of the penalised loss vanishes at the optimum of a curved problem. */
  @Test
  void optimumOfCurvedResidualsIsStationary() {
    double ridge = 1e-2;
    SolvedOptimum optimum =
        new SolvedOptimum(kernel, curved(), new SolvedOptimum.Settings(ridge, 200, 1e-15));
    FlowResult result = optimum.run(new FlowListener() {});
    assertThat(result.outcome().time()).isLessThan(200);
    double[][] sources = optimum.sources(result.state());
    double[] rho = new double[N];
    double[][] slopes = new double[1][N];
    double[][] change = new double[1][N];
    kernel.apply(sources, change);
    curved().evaluate(change, rho, slopes);
    double scale = residualKernel().getTrace() / N;
    for (int a = 0; a < N; a++) {
      // Θ(2 ρ ∂ρ + 2 λ s) = 0; steps end at relative gains of 1e-15, gradients at their root
      assertThat(rho[a] * slopes[0][a] + ridge * scale * sources[0][a]).isCloseTo(0, within(1e-6));
    }
  }

  /** Carried on from any step, the optimum is the same to the last bit. */
  @Test
  void optimumResumesToTheSameBits() {
    SolvedOptimum optimum =
        new SolvedOptimum(kernel, curved(), new SolvedOptimum.Settings(1e-2, 6, 0));
    List<FlowCheckpoint> checkpoints = new ArrayList<>();
    FlowResult result =
        optimum.run(
            new FlowListener() {
              @Override
              public void legEnded(FlowCheckpoint checkpoint) {
                checkpoints.add(checkpoint);
              }
            });
    FlowResult resumed = optimum.resume(checkpoints.get(1), new FlowListener() {});
    assertThat(resumed.state()).containsExactly(result.state());
    assertThat(resumed.evaluations()).isEqualTo(result.evaluations());
  }

  private Residuals curved() {
    return (first, count, change, residual, slopes) -> {
      for (int p = 0; p < count; p++) {
        double u = slope[first + p] * change[0][p];
        residual[p] = y[first + p] + u + 0.5 * u * u;
        slopes[0][p] = slope[first + p] * (1 + u);
      }
    };
  }

  private RealMatrix residualKernel() {
    double[] flat = kernel.contract(new double[][] {slope});
    RealMatrix matrix = new Array2DRowRealMatrix(N, N);
    for (int a = 0; a < N; a++) {
      for (int b = 0; b < N; b++) {
        matrix.setEntry(a, b, flat[a * N + b]);
      }
    }
    return matrix;
  }
}
