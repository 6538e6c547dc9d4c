package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;

/**
 * T_abcd T^abcd of a tensor with the symmetries of curvature.
 *
 * <p>On pairs A = (a, b), a &lt; b, the inverse metric is G^AC = g^ac g^bd − g^ad g^bc, and the
 * square is 4 M^A_B M^B_A with M^A_B = G^AC T_CB.
 */
final class BivectorSquare {
  private final Lines lines;
  private final InverseMetric inverse;
  private final CurvatureSymmetry tensor;
  private final String name;
  private final List<int[]> pairs = new ArrayList<>();

  BivectorSquare(
      Lines lines, InverseMetric inverse, int dimension, CurvatureSymmetry tensor, String name) {
    this.lines = lines;
    this.inverse = inverse;
    this.tensor = tensor;
    this.name = name;
    for (int a = 0; a < dimension; a++) {
      for (int b = a + 1; b < dimension; b++) {
        pairs.add(new int[] {a, b});
      }
    }
  }

  /** The square as a line {@code square}. */
  Expr line(String square, String latex) {
    return lines.line(
        square,
        latex,
        () -> {
          List<Expr> terms = new ArrayList<>();
          for (int[] p : pairs) {
            for (int[] q : pairs) {
              terms.add(mixed(p, q).times(mixed(q, p)));
            }
          }
          return Expr.sum(terms).times(4);
        });
  }

  private Expr mixed(int[] p, int[] q) {
    String up = Lines.digits(p);
    String down = Lines.digits(q);
    return lines.line(
        name + "Mix" + up + "u" + down,
        name.charAt(0) + "^{" + up + "}{}_{" + down + "}",
        () -> {
          List<Expr> terms = new ArrayList<>();
          for (int[] s : pairs) {
            terms.add(raise(p, s).times(tensor.component(s[0], s[1], q[0], q[1])));
          }
          return Expr.sum(terms);
        });
  }

  private Expr raise(int[] p, int[] s) {
    boolean swap = p[0] > s[0] || (p[0] == s[0] && p[1] > s[1]);
    int[] first = swap ? s : p;
    int[] second = swap ? p : s;
    String up = Lines.digits(first);
    String down = Lines.digits(second);
    return lines.line(
        "bivector" + up + "u" + down,
        "G^{" + up + "," + down + "}",
        () ->
            inverse
                .get(first[0], second[0])
                .times(inverse.get(first[1], second[1]))
                .minus(inverse.get(first[0], second[1]).times(inverse.get(first[1], second[0]))));
  }
}
