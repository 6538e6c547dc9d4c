package org.metricflows.proofs.internal.wick;

import java.util.List;
import org.metricflows.proofs.internal.theorem.Claim;
import org.metricflows.proofs.internal.theorem.Statement;
import org.metricflows.proofs.internal.theorem.Theorem;
import org.metricflows.proofs.internal.wick.MeanKernelStatement.Term;

/** The NTK recursion as the mean of the tangent kernels of networks of finite width. */
public final class MeanKernels {
  private MeanKernels() {}

  /** One and two hidden layers; the dimension is the number of the networks' inputs. */
  public static List<Theorem> theorems() {
    return List.of(
        new Theorem(
            "ntk-one-hidden-layer",
            "One hidden layer: the mean tangent kernel is the recursion's, at every width",
            List.of(1, 2, 3),
            d -> List.of(one(d, 1), one(d, 2), one(d, 3))),
        new Theorem(
            "ntk-two-hidden-layers",
            "Two hidden layers: the mean tangent kernel is the recursion's up to a term in 1/n",
            List.of(1, 2),
            d -> List.of(two(d, 1, 2), two(d, 1, 3))));
  }

  private static Claim one(int d, int n) {
    List<Term> terms = List.of(new Term(1, List.of(n)));
    String mean = "\\mathbb{E}\\,\\hat\\Theta_{" + n + "}(x, x') = ";
    return new Claim(
        new MeanKernelStatement(mean + "\\Theta^{(1)}(x, x')", d, 1, 3, terms, 1),
        new MeanKernelStatement(mean + "2\\Theta^{(1)}(x, x')", d, 1, 3, terms, 2));
  }

  /** n E_n − m E_m = (n − m) Θ for two widths of the first layer says E_n = Θ + C/n. */
  private static Claim two(int d, int m, int n) {
    List<Term> terms = List.of(new Term(n, List.of(n, 1)), new Term(-m, List.of(m, 1)));
    List<Term> single = List.of(new Term(1, List.of(n, 1)));
    String name = "\\mathbb{E}\\,\\hat\\Theta_{";
    Statement statement =
        new MeanKernelStatement(
            "%d\\,%s%d}(x, x') - %d\\,%s%d}(x, x') = %d\\,\\Theta^{(2)}(x, x')"
                .formatted(n, name, n, m, name, m, n - m),
            d,
            2,
            2,
            terms,
            n - m);
    Statement twin =
        new MeanKernelStatement(name + n + "}(x, x') = \\Theta^{(2)}(x, x')", d, 2, 2, single, 1);
    return new Claim(statement, twin);
  }
}
