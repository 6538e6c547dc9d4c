package org.metricflows.symbolic.internal.kahler;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Expr;

/**
 * A complex function's value and its derivatives f_a = ∂_a f, f_b̄ = ∂_b̄ f and f_ab̄ = ∂_a∂_b̄ f
 * along m holomorphic directions.
 *
 * @param value f
 * @param holomorphic f_a
 * @param antiholomorphic f_b̄
 * @param mixed f_ab̄, a row an a
 */
record ComplexJet(
    ComplexExpr value,
    List<ComplexExpr> holomorphic,
    List<ComplexExpr> antiholomorphic,
    List<List<ComplexExpr>> mixed) {

  ComplexJet {
    holomorphic = List.copyOf(holomorphic);
    antiholomorphic = List.copyOf(antiholomorphic);
    mixed = mixed.stream().<List<ComplexExpr>>map(List::copyOf).toList();
  }

  private interface Entries {
    ComplexExpr at(int a, int b);
  }

  private interface Entry {
    ComplexExpr at(int a);
  }

  private static ComplexJet of(int m, ComplexExpr value, Entry first, Entry second, Entries mixed) {
    List<ComplexExpr> holomorphic = new ArrayList<>();
    List<ComplexExpr> antiholomorphic = new ArrayList<>();
    List<List<ComplexExpr>> rows = new ArrayList<>();
    for (int a = 0; a < m; a++) {
      holomorphic.add(first.at(a));
      antiholomorphic.add(second.at(a));
      List<ComplexExpr> row = new ArrayList<>();
      for (int b = 0; b < m; b++) {
        row.add(mixed.at(a, b));
      }
      rows.add(row);
    }
    return new ComplexJet(value, holomorphic, antiholomorphic, rows);
  }

  /** A holomorphic function with the derivatives f_a. */
  static ComplexJet holomorphic(ComplexExpr value, List<ComplexExpr> slopes) {
    int m = slopes.size();
    return of(m, value, slopes::get, b -> ComplexExpr.ZERO, (a, b) -> ComplexExpr.ZERO);
  }

  int dimension() {
    return holomorphic.size();
  }

  /** The jet of f̄: its f_a is the conjugate of f_ā, its f_ab̄ that of f_bā. */
  ComplexJet conjugate() {
    return of(
        dimension(),
        value.conjugate(),
        a -> antiholomorphic.get(a).conjugate(),
        b -> holomorphic.get(b).conjugate(),
        (a, b) -> mixed.get(b).get(a).conjugate());
  }

  ComplexJet plus(ComplexJet other) {
    return of(
        dimension(),
        value.plus(other.value),
        a -> holomorphic.get(a).plus(other.holomorphic.get(a)),
        b -> antiholomorphic.get(b).plus(other.antiholomorphic.get(b)),
        (a, b) -> mixed.get(a).get(b).plus(other.mixed.get(a).get(b)));
  }

  /** Leibniz: (fg)_ab̄ = f_ab̄ g + f_a g_b̄ + f_b̄ g_a + f g_ab̄. */
  ComplexJet times(ComplexJet g) {
    return of(
        dimension(),
        value.times(g.value),
        a -> holomorphic.get(a).times(g.value).plus(value.times(g.holomorphic.get(a))),
        b -> antiholomorphic.get(b).times(g.value).plus(value.times(g.antiholomorphic.get(b))),
        (a, b) ->
            mixed
                .get(a)
                .get(b)
                .times(g.value)
                .plus(holomorphic.get(a).times(g.antiholomorphic.get(b)))
                .plus(antiholomorphic.get(b).times(g.holomorphic.get(a)))
                .plus(value.times(g.mixed.get(a).get(b))));
  }

  /** Re f, whose derivatives are ½(f_a + conj f_ā) and ½(f_ab̄ + conj f_bā). */
  HermitianJet realPart() {
    ComplexJet twice = plus(conjugate());
    int m = dimension();
    List<ComplexExpr> first = twice.holomorphic.stream().map(ComplexJet::half).toList();
    return new HermitianJet(
        value.re(), first, Hermitian.of(m, (a, b) -> half(twice.mixed.get(a).get(b))));
  }

  /** Im f = Re(−i f). */
  HermitianJet imaginaryPart() {
    ComplexJet turned =
        of(
            dimension(),
            turn(value),
            a -> turn(holomorphic.get(a)),
            b -> turn(antiholomorphic.get(b)),
            (a, b) -> turn(mixed.get(a).get(b)));
    return turned.realPart();
  }

  /** −i x. */
  private static ComplexExpr turn(ComplexExpr x) {
    return new ComplexExpr(x.im(), x.re().negate());
  }

  private static ComplexExpr half(ComplexExpr x) {
    return new ComplexExpr(x.re().over(2), x.im().over(2));
  }

  /** Names all parts as lines. */
  ComplexJet define(Derivation.Builder builder, String name, String latex) {
    return of(
        dimension(),
        Lines.define(builder, name, latex, value),
        a ->
            Lines.define(
                builder, name + "d" + (a + 1), "\\partial_" + (a + 1) + latex, holomorphic.get(a)),
        b ->
            Lines.define(
                builder,
                name + "e" + (b + 1),
                "\\bar\\partial_" + (b + 1) + latex,
                antiholomorphic.get(b)),
        (a, b) ->
            Lines.define(
                builder,
                name + "d" + (a + 1) + "e" + (b + 1),
                "\\partial_" + (a + 1) + "\\bar\\partial_" + (b + 1) + latex,
                mixed.get(a).get(b)));
  }

  /** A real function's jet as that of a complex one. */
  static ComplexJet of(HermitianJet f) {
    int m = f.dimension();
    return of(
        m,
        ComplexExpr.of(f.value()),
        f.first()::get,
        b -> f.first().get(b).conjugate(),
        (a, b) -> f.second().get(a, b));
  }

  /** The product with a real constant. */
  ComplexJet times(Expr constant) {
    return of(
        dimension(),
        value.times(constant),
        a -> holomorphic.get(a).times(constant),
        b -> antiholomorphic.get(b).times(constant),
        (a, b) -> mixed.get(a).get(b).times(constant));
  }
}
