package org.metricflows.bridge.internal.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.metricflows.bridge.internal.spec.RunSpec;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Shape;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.Integrator;
import org.metricflows.numeric.internal.flow.Method;
import org.metricflows.numeric.internal.flow.Schedule;

/**
 * A Kepler orbit as a run. As a program it runs in the folder it is given, slowly, beginning or
 * going on as the folder says; a test kills it.
 */
final class Orbit {

  static final String SPEC = "title: \"orbit\"\n";

  private Orbit() {}

  public static void main(String[] arguments) {
    Path path = Path.of(arguments[0]);
    long nanosPerEvaluation = Long.parseLong(arguments[1]);
    boolean begun = path.resolve("spec.yaml").toFile().exists();
    try (RunFolder folder = begun ? RunFolder.open(path) : RunFolder.create(path, SPEC, false)) {
      run(nanosPerEvaluation).withPace(Duration.ZERO).in(folder);
    }
  }

  static Run run(long nanosPerEvaluation) {
    Integrator integrator = Integrator.adaptive(Method.DORMAND_PRINCE_853, 1e-12, 1e-14);
    Schedule schedule = Schedule.of(60, 0, 1, 2, 5, 10, 20, 30, 40, 45, 50, 55, 60);
    Evolution evolution = FlowIntegration.of(flow(nanosPerEvaluation), integrator, schedule);
    return Run.of(problem(evolution), new Stated(), Map.of("metric-flows", "test"));
  }

  private record Stated() implements RunSpec {
    @Override
    public String title() {
      return "orbit";
    }

    @Override
    public Place place() {
      return Place.CHART;
    }

    @Override
    public Map<String, Object> toTree() {
      return Map.of("title", title());
    }
  }

  private static Problem problem(Evolution evolution) {
    return Problem.of(new Body(), Drive.of(evolution, Clock.time(60)));
  }

  private record Body() implements Model<double[]> {
    @Override
    public Observations<Moment<double[]>> observations() {
      return OBSERVATIONS.seenBy(Moment::state);
    }
  }

  private static final Observations<double[]> OBSERVATIONS =
      Observations.<double[]>at(Place.CHART)
          .with(
              of("energy", Shape.NUMBER),
              y -> (y[2] * y[2] + y[3] * y[3]) / 2 - 1 / Math.hypot(y[0], y[1]))
          .with(of("slope", Shape.NUMBER), y -> y[1] == 0 ? Double.NaN : y[0] / y[1])
          .with(
              of("positions", Shape.of("body", "coordinate")), y -> new double[][] {{y[0], y[1]}});

  private static Observable of(String name, Shape shape) {
    return Observable.of(name, "of an orbit", "1").in(Place.CHART, shape);
  }

  private static Flow flow(long nanosPerEvaluation) {
    return new Flow() {
      @Override
      public int dimension() {
        return 4;
      }

      @Override
      public double[] initialState() {
        return new double[] {0.4, 0, 0, 2};
      }

      @Override
      public void derivative(double t, double[] y, double[] yDot) {
        LockSupport.parkNanos(nanosPerEvaluation);
        double r = Math.hypot(y[0], y[1]);
        yDot[0] = y[2];
        yDot[1] = y[3];
        yDot[2] = -y[0] / (r * r * r);
        yDot[3] = -y[1] / (r * r * r);
      }
    };
  }
}
