import org.metricflows.bridge.library.Kernel;
import org.metricflows.bridge.library.Network;

/** The kernels of an infinitely wide network with an activation of one's own. */
public class KernelOfANetwork {
  public static void main(String[] arguments) {
    Network network = Network.infinite("u*exp(-u^2/2)", 2).deviations(1.2, 0.3);
    Kernel kernel = network.kernel(2);
    double[] x = {0.3, -0.5};
    double[] y = {0.1, 0.4};
    System.out.printf("Theta(x, y) = %.12f%n", kernel.ntk(x, y));
    System.out.printf("Theta(y, x) = %.12f%n", kernel.ntk(y, x));
    System.out.printf("K(x, x)     = %.12f%n", kernel.nngp(x, x));
  }
}
