package org.metricflows.numeric.internal.algebraic;

import java.util.ArrayList;
import java.util.List;

/** Which of some complex vectors are linearly independent. */
final class Independence {

  private Independence() {}

  /**
   * The numbers of a largest set of independent vectors.
   *
   * @param vectors all real parts, then all imaginary ones; overwritten
   * @param tolerance length, relative to the longest at first, below which what is left of a vector
   *     is rounding
   */
  static List<Integer> choose(double[][] vectors, double tolerance) {
    List<Integer> chosen = new ArrayList<>();
    double longest = Math.sqrt(square(vectors[longest(vectors)]));
    while (chosen.size() < vectors.length) {
      int next = longest(vectors);
      double length = Math.sqrt(square(vectors[next]));
      if (!(length > tolerance * longest)) {
        break;
      }
      chosen.add(next);
      double[] unit = vectors[next].clone();
      for (int i = 0; i < unit.length; i++) {
        unit[i] /= length;
      }
      for (double[] vector : vectors) {
        project(unit, vector);
        project(unit, vector); // once more takes away what rounding has left
      }
    }
    return chosen;
  }

  private static int longest(double[][] vectors) {
    int longest = 0;
    double most = -1;
    for (int v = 0; v < vectors.length; v++) {
      double square = square(vectors[v]);
      if (square > most) {
        most = square;
        longest = v;
      }
    }
    return longest;
  }

  private static double square(double[] vector) {
    double sum = 0;
    for (double x : vector) {
      sum += x * x;
    }
    return sum;
  }

  /** v − u (u†v). */
  private static void project(double[] u, double[] v) {
    int n = u.length / 2;
    double re = 0;
    double im = 0;
    for (int i = 0; i < n; i++) {
      re += u[i] * v[i] + u[n + i] * v[n + i];
      im += u[i] * v[n + i] - u[n + i] * v[i];
    }
    for (int i = 0; i < n; i++) {
      v[i] -= re * u[i] - im * u[n + i];
      v[n + i] -= re * u[n + i] + im * u[i];
    }
  }
}
