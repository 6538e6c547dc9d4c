import org.metricflows.bridge.library.Chart;
import org.metricflows.bridge.library.MetricFlow;
import org.metricflows.bridge.library.Network;
import org.metricflows.bridge.library.Times;
import org.metricflows.symbolic.loss.Loss;

/** How far flows of finite networks are from the flow at infinite width, against the width. */
public class SweepByHand {
  public static void main(String[] arguments) {
    Chart chart = Chart.of("x", "y");
    double[][] points = {{0.5, 0.2}, {-0.6, 0.4}, {0.3, -0.7}};
    MetricFlow flow =
        MetricFlow.on(chart.points(points))
            .metric(chart.metric("1 + 0.3*x^2", "0.1*x*y", "1 + 0.2*cos(y)"))
            .loss(Loss.ricci());
    double limit = end(flow, Network.infinite("erf", 1));
    for (int width : new int[] {16, 64, 256}) {
      double sum = 0;
      int seeds = 10;
      for (int seed = 1; seed <= seeds; seed++) {
        sum += Math.abs(end(flow, Network.of("erf", width).seed(seed)) - limit);
      }
      System.out.printf("width %4d: mean distance %.3e%n", width, sum / seeds);
    }
  }

  private static double end(MetricFlow flow, Network network) {
    return flow.network(network.deviations(1.4, 0.2)).run(Times.of(0.2)).last().metric(0)[0][0];
  }
}
