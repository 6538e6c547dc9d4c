package org.metricflows.symbolic.geometry;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Curvature numbers straight from R^a_bcd = ∂_cΓ^a_bd − ∂_dΓ^a_bc + Γ^a_ceΓ^e_bd − Γ^a_deΓ^e_bc, in
 * plain loops over arrays: an oracle that shares no formula with the derivation.
 */
final class DirectCurvature {
  final int n;
  final double[][] g;
  final double[][][] dg;
  final double[][][][] ddg;
  final double[][] inverse;
  final double[][][] gamma;
  final double[][][][] lowered;
  final double[][] ricci;
  final double scalar;

  DirectCurvature(MetricJet metric, Map<Symbol, Double> at) {
    n = metric.dimension();
    g = new double[n][n];
    dg = new double[n][n][n];
    ddg = new double[n][n][n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        g[i][j] = at.get(metric.g(i, j));
        for (int k = 0; k < n; k++) {
          dg[k][i][j] = at.get(metric.first(i, j, k));
          for (int l = 0; l < n; l++) {
            ddg[k][l][i][j] = at.get(metric.second(i, j, k, l));
          }
        }
      }
    }
    inverse =
        new LUDecomposition(MatrixUtils.createRealMatrix(g)).getSolver().getInverse().getData();
    gamma = christoffel();
    lowered = riemann();
    ricci = new double[n][n];
    double r = 0;
    for (int b = 0; b < n; b++) {
      for (int d = 0; d < n; d++) {
        for (int a = 0; a < n; a++) {
          for (int c = 0; c < n; c++) {
            ricci[b][d] += inverse[a][c] * lowered[a][b][c][d];
          }
        }
        r += inverse[b][d] * ricci[b][d];
      }
    }
    scalar = r;
  }

  private double gammaLow(int k, int i, int j) {
    return 0.5 * (dg[i][j][k] + dg[j][i][k] - dg[k][i][j]);
  }

  private double[][][] christoffel() {
    double[][][] result = new double[n][n][n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          for (int l = 0; l < n; l++) {
            result[k][i][j] += inverse[k][l] * gammaLow(l, i, j);
          }
        }
      }
    }
    return result;
  }

  /** ∂_m Γ^k_ij = −g^ka ∂_m g_ab Γ^b_ij + g^kl ∂_m Γ_l,ij. */
  private double gammaSlope(int m, int k, int i, int j) {
    double sum = 0;
    for (int l = 0; l < n; l++) {
      double inner = 0.5 * (ddg[m][i][j][l] + ddg[m][j][i][l] - ddg[m][l][i][j]);
      for (int b = 0; b < n; b++) {
        inner -= dg[m][l][b] * gamma[b][i][j];
      }
      sum += inverse[k][l] * inner;
    }
    return sum;
  }

  private double[][][][] riemann() {
    double[][][][] result = new double[n][n][n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        for (int c = 0; c < n; c++) {
          for (int d = 0; d < n; d++) {
            double up = gammaSlope(c, a, b, d) - gammaSlope(d, a, b, c);
            for (int e = 0; e < n; e++) {
              up += gamma[a][c][e] * gamma[e][b][d] - gamma[a][d][e] * gamma[e][b][c];
            }
            for (int e = 0; e < n; e++) {
              result[e][b][c][d] += g[e][a] * up;
            }
          }
        }
      }
    }
    return result;
  }

  /** T_abcd T^abcd. */
  double square(double[][][][] t) {
    double sum = 0;
    for (int[] i : indices()) {
      double raised = 0;
      for (int[] j : indices()) {
        raised +=
            inverse[i[0]][j[0]]
                * inverse[i[1]][j[1]]
                * inverse[i[2]][j[2]]
                * inverse[i[3]][j[3]]
                * t[j[0]][j[1]][j[2]][j[3]];
      }
      sum += raised * t[i[0]][i[1]][i[2]][i[3]];
    }
    return sum;
  }

  List<int[]> indices() {
    return java.util.stream.IntStream.range(0, n * n * n * n)
        .mapToObj(i -> new int[] {i % n, i / n % n, i / n / n % n, i / n / n / n})
        .toList();
  }

  /** A random jet whose value is near a metric with the given signs on its diagonal. */
  static Map<Symbol, Double> randomJet(MetricJet metric, int[] signs, long seed) {
    Random random = new Random(seed);
    Map<Symbol, Double> at = new java.util.HashMap<>();
    for (int i = 0; i < metric.dimension(); i++) {
      for (int j = i; j < metric.dimension(); j++) {
        Jet jet = metric.component(i, j);
        jet.coefficients().forEach(c -> at.put((Symbol) c, random.nextDouble() - 0.5));
        double off = 0.3 * (random.nextDouble() - 0.5);
        at.put((Symbol) jet.value(), i == j ? signs[i] * (1 + random.nextDouble()) : off);
      }
    }
    return at;
  }
}
