package org.metricflows.symbolic.internal.kahler;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Expr;

/**
 * A real function's value f and its derivatives ∂_a f = x_a + i y_a and ∂_a∂_b̄ f along m
 * holomorphic directions: what a Kähler potential's metric depends on.
 *
 * <p>As 1 + 2m + m² real coefficients: f; x₁, y₁, …, x_m, y_m; the second derivatives as {@link
 * Hermitian} packs them. With ∂_a = ½(∂_Re − i∂_Im).
 *
 * @param value f
 * @param first ∂_a f
 * @param second ∂_a∂_b̄ f
 */
public record HermitianJet(Expr value, List<ComplexExpr> first, Hermitian second) {

  public HermitianJet {
    first = List.copyOf(first);
    if (first.size() != second.dimension()) {
      throw new IllegalArgumentException(
          "jet: " + first.size() + " first derivatives in dimension " + second.dimension());
    }
  }

  /** Number of coefficients in dimension m, 1 + 2m + m² = (1 + m)². */
  public static int size(int dimension) {
    return (1 + dimension) * (1 + dimension);
  }

  /** What follows a function's name in the names of its coefficients: "", d1r, d1i, …, 11, …. */
  public static List<String> suffixes(int dimension) {
    List<String> suffixes = new ArrayList<>(List.of(""));
    for (int a = 1; a <= dimension; a++) {
      suffixes.add("d" + a + "r");
      suffixes.add("d" + a + "i");
    }
    suffixes.addAll(Hermitian.suffixes(dimension));
    return suffixes;
  }

  public int dimension() {
    return first.size();
  }

  /** All coefficients in order. */
  public List<Expr> coefficients() {
    List<Expr> coefficients = new ArrayList<>(List.of(value));
    for (ComplexExpr slope : first) {
      coefficients.add(slope.re());
      coefficients.add(slope.im());
    }
    coefficients.addAll(second.packed());
    return coefficients;
  }

  /** The product with another real function. */
  public HermitianJet times(HermitianJet other) {
    return ComplexJet.of(this).times(ComplexJet.of(other)).realPart();
  }

  /**
   * The jet of φ∘f: ∂_a → φ′ f_a, ∂_a∂_b̄ → φ″ f_a f_b̄ + φ′ f_ab̄.
   *
   * @param phi φ, φ′, φ″ at f
   */
  public HermitianJet compose(List<? extends Expr> phi) {
    Hermitian curved =
        Hermitian.of(
            dimension(),
            (a, b) ->
                first
                    .get(a)
                    .times(first.get(b).conjugate())
                    .times(phi.get(2))
                    .plus(second.get(a, b).times(phi.get(1))));
    List<ComplexExpr> slopes = first.stream().map(slope -> slope.times(phi.get(1))).toList();
    return new HermitianJet(phi.get(0), slopes, curved);
  }

  /** Names the coefficients as lines and returns the jet of the names. */
  public HermitianJet define(Derivation.Builder builder, String name, String latex) {
    List<ComplexExpr> slopes = new ArrayList<>();
    Expr named = builder.define(name, latex, value);
    for (int a = 0; a < first.size(); a++) {
      String digit = String.valueOf(a + 1);
      String read = "\\partial_" + digit + latex;
      slopes.add(Lines.define(builder, name + "d" + digit, read, first.get(a)));
    }
    return new HermitianJet(named, slopes, second.define(builder, name, latex));
  }
}
