import java.util.List;
import org.metricflows.bridge.library.Chart;
import org.metricflows.bridge.library.MetricFlow;
import org.metricflows.bridge.library.Network;
import org.metricflows.bridge.library.Result;
import org.metricflows.bridge.library.Times;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.loss.PointField;

/** A flow down a loss of one's own: the square of R, tied to unit volume. */
public class FlowOfOnesOwnLoss {

  /** ½ √g R² + ½ (√g − 1)². */
  record Tethered() implements Loss {
    @Override
    public String latex() {
      return "L = \\sum_a w_a (\\sqrt{g} R^2 + (\\sqrt{g} - 1)^2)/2";
    }

    @Override
    public int order() {
      return 2;
    }

    @Override
    public List<PointField> fields() {
      return List.of();
    }

    @Override
    public Expr density(Derivation.Builder lines, Curvature geometry) {
      Expr volume = geometry.sqrtDet();
      Expr bending = geometry.scalar().pow(2).times(volume);
      return bending.plus(volume.minus(1).pow(2)).over(2);
    }
  }

  public static void main(String[] arguments) {
    Chart chart = Chart.of("x", "y");
    double[][] points = {{0.2, 0.1}, {-0.5, 0.4}, {0.6, -0.3}, {-0.2, -0.6}};
    Result result =
        MetricFlow.on(chart.points(points))
            .metric(chart.metric("1 + 0.3*x^2", "0.1*x*y", "1 + 0.2*cos(y)"))
            .network(Network.of("tanh", 24, 24).deviations(1.4, 0.3).shared().seed(2))
            .loss(new Tethered())
            .observing("det", r -> r.metric(0)[0][0] * r.metric(0)[1][1] - r.metric(0)[0][1] * r.metric(0)[1][0])
            .run(Times.of(0, 0.1, 0.5));
    for (int k = 0; k < result.records().size(); k++) {
      System.out.printf(
          "t = %.1f  L = %.9f  det g = %.9f%n",
          result.times()[k], result.series("loss")[k], result.series("det")[k]);
    }
  }
}
