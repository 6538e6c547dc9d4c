package org.metricflows.symbolic.internal.kahler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Expr;

/**
 * A Hermitian m×m matrix h_ab̄ as m² real expressions.
 *
 * <p>They are packed for each a as h_aā, then Re h_ab̄ and Im h_ab̄ for b = a + 1 … m.
 *
 * @param dimension m
 * @param packed the m² expressions
 */
public record Hermitian(int dimension, List<Expr> packed) {

  public Hermitian {
    packed = List.copyOf(packed);
    if (dimension < 1 || packed.size() != dimension * dimension) {
      throw new IllegalArgumentException(
          "hermitian: " + packed.size() + " numbers given for dimension " + dimension);
    }
  }

  /** What an entry of a matrix is. */
  @FunctionalInterface
  interface Entries {
    ComplexExpr at(int a, int b);
  }

  /** The matrix with the given entries a ≤ b; of those with a = b the real part. */
  static Hermitian of(int dimension, Entries entries) {
    List<Expr> packed = new ArrayList<>();
    for (int a = 0; a < dimension; a++) {
      packed.add(entries.at(a, a).re());
      for (int b = a + 1; b < dimension; b++) {
        ComplexExpr entry = entries.at(a, b);
        packed.add(entry.re());
        packed.add(entry.im());
      }
    }
    return new Hermitian(dimension, packed);
  }

  /** What follows a matrix's name in the names of its numbers: 11, 12r, 12i, …, 22, …. */
  public static List<String> suffixes(int dimension) {
    List<String> suffixes = new ArrayList<>();
    for (int a = 1; a <= dimension; a++) {
      suffixes.add("" + a + a);
      for (int b = a + 1; b <= dimension; b++) {
        suffixes.add("" + a + b + "r");
        suffixes.add("" + a + b + "i");
      }
    }
    return suffixes;
  }

  /** How numbers of a matrix read: h_{1\bar 1}, \Re h_{1\bar 2}, …. */
  static String latex(String matrix, String suffix) {
    String entry = matrix + "_{" + suffix.charAt(0) + "\\bar " + suffix.charAt(1) + "}";
    boolean diagonal = suffix.length() == 2;
    return diagonal ? entry : (suffix.charAt(2) == 'r' ? "\\Re " : "\\Im ") + entry;
  }

  /** Declares a matrix's numbers as inputs. */
  public static Hermitian input(Derivation.Builder builder, String name, String latex, int m) {
    List<Expr> inputs = new ArrayList<>();
    for (String suffix : suffixes(m)) {
      inputs.add(builder.input(name + suffix, latex(latex, suffix)));
    }
    return new Hermitian(m, inputs);
  }

  /** Names the numbers as lines and returns the matrix of the names. */
  public Hermitian define(Derivation.Builder builder, String name, String latex) {
    List<String> suffixes = suffixes(dimension);
    return map(
        k -> builder.define(name + suffixes.get(k), latex(latex, suffixes.get(k)), packed.get(k)));
  }

  /** h_ab̄, with a and b counted from 0. */
  public ComplexExpr get(int a, int b) {
    if (a > b) {
      return get(b, a).conjugate();
    }
    int diagonal = a * (2 * dimension - a);
    if (a == b) {
      return ComplexExpr.of(packed.get(diagonal));
    }
    int at = diagonal + 2 * (b - a) - 1;
    return new ComplexExpr(packed.get(at), packed.get(at + 1));
  }

  public Hermitian plus(Hermitian other) {
    return map(k -> packed.get(k).plus(other.packed.get(k)));
  }

  private Hermitian map(IntFunction<Expr> number) {
    List<Expr> mapped = new ArrayList<>();
    for (int k = 0; k < packed.size(); k++) {
      mapped.add(number.apply(k));
    }
    return new Hermitian(dimension, mapped);
  }

  /**
   * J h J†, the pull-back h_ab̄ = J^i_a J̄^k_b h_ik̄ of a (1,1)-form along holomorphic directions.
   *
   * @param directions J: for each a its components J^i_a
   */
  public Hermitian pullBack(List<List<ComplexExpr>> directions) {
    return of(
        directions.size(),
        (a, b) -> {
          ComplexExpr sum = ComplexExpr.ZERO;
          for (int i = 0; i < dimension; i++) {
            for (int k = 0; k < dimension; k++) {
              ComplexExpr pair =
                  directions.get(a).get(i).times(directions.get(b).get(k).conjugate());
              sum = sum.plus(pair.times(get(i, k)));
            }
          }
          return sum;
        });
  }

  /**
   * The leading principal minors, of sizes 1 … m; the last is the determinant. All are positive
   * just where the matrix is positive definite.
   *
   * @param name of the matrix, which names of lines begin with
   */
  public List<Expr> leadingMinors(Derivation.Builder builder, String name, String latex) {
    return new Minors(builder, this, name, latex).leading();
  }
}
