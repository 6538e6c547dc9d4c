import java.util.List;
import org.metricflows.bridge.library.CalabiYau;
import org.metricflows.bridge.library.Network;
import org.metricflows.bridge.library.Result;

/** A Ricci-flat metric of a K3 surface, with a callback that watches the training. */
public class CalabiYauTraining {
  public static void main(String[] arguments) {
    int epochs = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
    Result result =
        CalabiYau.of(List.of(3), "z0^4+z1^4+z2^4+z3^4")
            .points(2000, 500, 1)
            .train(
                Network.of("gelu", 32, 32).standard(),
                epochs,
                50,
                5e-3,
                record ->
                    System.out.printf(
                        "epoch %2.0f  loss %.6f  sigma %.5f%n",
                        record.time(), record.value("loss"), record.value("sigma")));
    System.out.println("parameters: " + result.state().length + ", " + result.status());
  }
}
