import java.time.Duration;
import org.metricflows.bridge.library.Chart;
import org.metricflows.bridge.library.Curvature;
import org.metricflows.bridge.library.Metric;

/** The curvature of the round sphere of radius 2: R = 2/4, and the Ricci tensor is g/4. */
public class CurvatureOfAMetric {
  public static void main(String[] arguments) {
    Chart chart = Chart.of("th", "ph");
    Metric sphere = chart.metric("4", "0", "4*sin(th)^2");
    Curvature at = sphere.curvature(0.7, 0.2);
    System.out.printf("R = %.12f, expected 0.5%n", at.scalar());
    System.out.printf("Ric_11 = %.12f, expected 1%n", at.ricci()[0][0]);
    System.out.println(sphere.closedForms(Duration.ofSeconds(2)).get("R"));
  }
}
