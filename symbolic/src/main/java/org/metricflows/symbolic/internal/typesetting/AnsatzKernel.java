package org.metricflows.symbolic.internal.typesetting;

import java.util.Optional;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/**
 * The metric's kernel Θ_ij,kl(x,x') = Σ ∂g_ij/∂f_c(x) Θ_cc'(x,x') ∂g_kl/∂f_c'(x').
 *
 * @param latex its formula
 * @param text the same in plain characters
 * @param flow the flow with it, where that is short
 */
record AnsatzKernel(String latex, String text, Optional<Item.Formula> flow) {

  /**
   * The kernel of an ansatz.
   *
   * @param mixed whether Θ_cc' has entries with c ≠ c'; else all with c = c' are Θ
   */
  static AnsatzKernel of(Ansatz ansatz, boolean mixed) {
    if (!(ansatz instanceof ChartAnsatz onChart)) {
      return ambient();
    }
    return switch (onChart) {
      case ADDITIVE -> mixed ? mixedAdditive() : additive();
      case CONFORMAL -> conformal();
      case DIAGONAL_EXPONENTIAL -> diagonal(mixed);
      case CHOLESKY -> cholesky(mixed);
    };
  }

  private static AnsatzKernel mixedAdditive() {
    return new AnsatzKernel(
        "\\Theta_{ij,kl}(x,x') = \\Theta_{f_{ij} f_{kl}}(x,x')",
        "Theta_ij,kl(x,x') = Theta_f_ij,f_kl(x,x')",
        Optional.empty());
  }

  private static AnsatzKernel additive() {
    return new AnsatzKernel(
        "\\Theta_{ij,kl}(x,x') = \\Theta(x,x')\\ \\text{for}\\ \\{i,j\\} = \\{k,l\\},\\quad"
            + " 0\\ \\text{else}",
        "Theta_ij,kl(x,x') = Theta(x,x') for {i,j} = {k,l}, 0 else",
        flow(
            "\\partial_t g_{ij}(x) = -(2 - \\delta_{ij}) \\int \\mathrm{d}\\mu(x')\\,"
                + " \\Theta(x,x')\\, \\frac{\\delta L}{\\delta g_{ij}}(x')",
            "d/dt g_ij(x) = -(2 - delta_ij) int dmu(x') Theta(x,x') deltaL/delta g_ij(x')"));
  }

  private static AnsatzKernel ambient() {
    return new AnsatzKernel(
        "\\Theta_{ij,kl}(x,x') = \\partial_i X^a\\, \\partial_j X^b(x)\\,"
            + " \\Theta_{f_{ab} f_{ce}}(X,X')\\, \\partial_k X^c\\, \\partial_l X^e(x')",
        "Theta_ij,kl(x,x') = (d_i X^a d_j X^b)(x) Theta_f_ab,f_ce(X,X') (d_k X^c d_l X^e)(x')",
        Optional.empty());
  }

  private static AnsatzKernel conformal() {
    return new AnsatzKernel(
        "\\Theta_{ij,kl}(x,x') = 4\\, g_{ij}(x)\\, \\Theta(x,x')\\, g_{kl}(x')",
        "Theta_ij,kl(x,x') = 4 g_ij(x) Theta(x,x') g_kl(x')",
        flow(
            "\\partial_t g_{ij}(x) = -4\\, g_{ij}(x) \\int \\mathrm{d}\\mu(x')\\, \\Theta(x,x')\\,"
                + " g_{kl}(x')\\, \\frac{\\delta L}{\\delta g_{kl}}(x')",
            "d/dt g_ij(x) = -4 g_ij(x) int dmu(x') Theta(x,x') g_kl(x') deltaL/delta g_kl(x')"));
  }

  private static AnsatzKernel diagonal(boolean mixed) {
    if (mixed) {
      return new AnsatzKernel(
          "\\Theta_{ii,kk}(x,x') = 4\\, g_{ii}(x)\\, \\Theta_{f_i f_k}(x,x')\\, g_{kk}(x'),\\quad"
              + " 0\\ \\text{else}",
          "Theta_ii,kk(x,x') = 4 g_ii(x) Theta_f_i,f_k(x,x') g_kk(x'), 0 else",
          Optional.empty());
    }
    return new AnsatzKernel(
        "\\Theta_{ii,ii}(x,x') = 4\\, g_{ii}(x)\\, \\Theta(x,x')\\, g_{ii}(x'),\\quad 0\\"
            + " \\text{else}",
        "Theta_ii,ii(x,x') = 4 g_ii(x) Theta(x,x') g_ii(x'), 0 else",
        flow(
            "\\partial_t g_{ii}(x) = -4\\, g_{ii}(x) \\int \\mathrm{d}\\mu(x')\\, \\Theta(x,x')\\,"
                + " g_{ii}(x')\\, \\frac{\\delta L}{\\delta g_{ii}}(x')",
            "d/dt g_ii(x) = -4 g_ii(x) int dmu(x') Theta(x,x') g_ii(x') deltaL/delta g_ii(x')"));
  }

  private static AnsatzKernel cholesky(boolean mixed) {
    String latex = mixed ? "\\Theta_{f_{pm} f_{qn}}(x,x')" : "\\Theta(x,x')";
    String text = mixed ? "Theta_f_pm,f_qn(x,x')" : "Theta(x,x')";
    String sum = mixed ? "m \\le p,\\, n \\le q" : "m \\le p";
    String q = mixed ? "q" : "p";
    String n = mixed ? "n" : "m";
    return new AnsatzKernel(
        "\\Theta_{ij,kl}(x,x') = \\sum_{%s} \\left(\\delta_{ip} A_{jm} + \\delta_{jp} A_{im}\\right)(x)\\, %s\\, \\left(\\delta_{k%s} A_{l%s} + \\delta_{l%s} A_{k%s}\\right)(x'),\\quad A = C + f"
            .formatted(sum, latex, q, n, q, n),
        "Theta_ij,kl(x,x') = sum_{%s} (delta_ip A_jm + delta_jp A_im)(x) %s (delta_k%s A_l%s + delta_l%s A_k%s)(x'), A = C + f"
            .formatted(sum.replace("\\le", "<=").replace("\\,", ""), text, q, n, q, n),
        Optional.empty());
  }

  private static Optional<Item.Formula> flow(String latex, String text) {
    return Optional.of(new Item.Formula(latex, text));
  }
}
