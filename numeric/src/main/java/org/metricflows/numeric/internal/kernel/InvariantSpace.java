package org.metricflows.numeric.internal.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.numeric.internal.kernel.jet.Convolution;
import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;

/**
 * Expansions in the invariants p = x·x, q = x'·x' and r = x·x' themselves.
 *
 * <p>δp begins at first order in x, δq in x', and δr in either, so that p^a q^b r^c counts only for
 * a ≤ order in x, b ≤ order in x' and c up to what these leave of both. That makes 27 coefficients
 * for two derivatives by each point, whatever the number of coordinates.
 */
public record InvariantSpace(int orderX, int orderXp) implements PairSpace {

  /** The exponents (a, b, c) of each coefficient, c running fastest. */
  public int[][] exponents() {
    List<int[]> all = new ArrayList<>();
    for (int a = 0; a <= orderX; a++) {
      for (int b = 0; b <= orderXp; b++) {
        for (int c = 0; c <= orderX - a + orderXp - b; c++) {
          all.add(new int[] {a, b, c});
        }
      }
    }
    return all.toArray(int[][]::new);
  }

  /** Position of p^a q^b r^c. */
  public int index(int a, int b, int c) {
    int[][] exponents = exponents();
    int[] wanted = {a, b, c};
    int position = 0;
    while (!Arrays.equals(exponents[position], wanted)) {
      position++;
    }
    return position;
  }

  @Override
  public Convolution convolution() {
    return Convolution.power(exponents());
  }

  @Override
  public int inputs(int dimension) {
    return 3;
  }

  @Override
  public Products products(JetAlgebra algebra, int dimension) {
    Jet p = orderX == 0 ? algebra.parameter() : algebra.variable(index(1, 0, 0));
    Jet q = orderXp == 0 ? algebra.parameter() : algebra.variable(index(0, 1, 0));
    Jet r = orderX + orderXp == 0 ? algebra.parameter() : algebra.variable(index(0, 0, 1));
    return new Products(p, q, r);
  }

  @Override
  public double input(int position, double[] x, double[] xp) {
    return switch (position) {
      case 0 -> product(x, x);
      case 1 -> product(xp, xp);
      default -> product(x, xp);
    };
  }

  /** x·x'. */
  static double product(double[] x, double[] xp) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * xp[i];
    }
    return sum;
  }

  @Override
  public int grades() {
    return 1 + 2 * (orderX + orderXp);
  }

  @Override
  public int grade(int coefficient) {
    int[] exponents = exponents()[coefficient];
    return exponents[0] + exponents[1] + exponents[2];
  }
}
