package org.metricflows.bridge.internal.kahler;

import java.util.Optional;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.hermitian.RelativeEigenvalues;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * Kähler–Ricci flow on a Calabi–Yau variety, followed by the parameters of a potential:
 *
 * <pre>
 *   ∂_t φ = log(q/κ),   q = det g/|Ω|²,      so that   ∂_t g_ab̄ = ∂_a∂_b̄ log q = −R_ab̄
 * </pre>
 *
 * projected by {@link PotentialProjection}. It keeps the Kähler class and goes to the Ricci-flat
 * metric (H.-D. Cao, 1985), near which h = log(q/κ) obeys ∂_t h = Δh with Δ = g^ab̄∂_a∂_b̄: the
 * slowest function in it falls like e^{−λt} with λ an eigenvalue of −Δ.
 *
 * @param metric θ ↦ g, q
 * @param square ⟨w h²⟩/⟨w⟩
 * @param start θ at time 0
 * @param points followed, the first ones of the sample
 */
record KahlerRicciFlow(
    PotentialMetric metric,
    Objective square,
    double[] start,
    Batch points,
    VarietySample sample,
    PotentialProjection projection)
    implements Flow {

  /** In units of the time in which h falls: central differences err by the square of it. */
  private static final double STEP = 1e-3;

  @Override
  public int dimension() {
    return start.length;
  }

  @Override
  public double[] initialState() {
    return start.clone();
  }

  @Override
  public void derivative(double t, double[] theta, double[] thetaDot) throws FlowStopException {
    double[] velocity = velocity(theta);
    projection.at(theta);
    projection.project(velocity, thetaDot);
  }

  private double[] velocity(double[] theta) throws FlowStopException {
    PotentialMetric.Values values = metric.at(theta, points);
    double[] velocity = values.q();
    RelativeEigenvalues eigenvalues = new RelativeEigenvalues(sample.dimension());
    for (int p = 0; p < velocity.length; p++) {
      if (!(eigenvalues.smallest(values.metric(), sample.fubiniStudy(), p) > 0)) {
        throw new FlowStopException("the metric is not positive at one of the points");
      }
      velocity[p] = Math.log(velocity[p]);
    }
    return velocity;
  }

  /**
   * What a state shows of the flow.
   *
   * @param defect share of the velocity that is lost
   * @param rate −d log|Jθ̇|/dt
   */
  private record Fidelity(double defect, double rate) {}

  Observations<double[]> observations() {
    return Observations.<Optional<Fidelity>>at(Place.VARIETY)
        .where(Vocabulary.PROJECTION_DEFECT, f -> f.map(Fidelity::defect))
        .where(Vocabulary.RELAXATION_RATE, f -> f.map(Fidelity::rate))
        .seenBy(this::fidelity);
  }

  private Optional<Fidelity> fidelity(double[] theta) {
    double[] thetaDot = new double[theta.length];
    try {
      double[] velocity = velocity(theta);
      projection.at(theta);
      projection.project(velocity, thetaDot);
      double defect = projection.defect(velocity, thetaDot);
      double[] gradient = new double[theta.length];
      double loss = square.lossGradient(theta, points, gradient);
      double step = STEP * 2 * loss / Math.abs(dot(gradient, thetaDot));
      double rate = Math.log(speed(theta, thetaDot, -step) / speed(theta, thetaDot, step));
      return Optional.of(new Fidelity(defect, rate / (2 * step)));
    } catch (FlowStopException e) {
      return Optional.empty();
    }
  }

  /** |Jθ̇| a little before or after. */
  private double speed(double[] theta, double[] thetaDot, double step) throws FlowStopException {
    double[] moved = theta.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = Math.fma(step, thetaDot[i], moved[i]);
    }
    double[] own = new double[theta.length];
    derivative(0, moved, own);
    return projection.length(own);
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum = Math.fma(x[i], y[i], sum);
    }
    return sum;
  }
}
