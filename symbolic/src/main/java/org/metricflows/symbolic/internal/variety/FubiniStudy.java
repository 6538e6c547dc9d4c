package org.metricflows.symbolic.internal.variety;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/**
 * The Fubini–Study metric g_ij̄ = (1/π)(δ_ij|z|² − z̄_i z_j)/|z|⁴ of each factor, pulled back with
 * J: g_ab̄ = (1/π)(Σ_i J^i_a J̄^i_b/|z|² − v_a v̄_b/|z|⁴), v_a = Σ_i J^i_a z̄_i.
 */
final class FubiniStudy {
  private final Ambient ambient;
  private final int dimension;
  private final Derivation.Builder builder = Derivation.builder();
  private final ComplexLines lines = new ComplexLines(builder);

  FubiniStudy(Ambient ambient, int dimension) {
    this.ambient = ambient;
    this.dimension = dimension;
  }

  Derivation derivation(List<Integer> lineCounts) {
    List<ComplexExpr> z = ambient.names().stream().map(lines::input).toList();
    List<List<ComplexExpr>> tangents =
        IntStream.range(0, dimension).mapToObj(this::tangentInputs).toList();
    Expr omegaSquared = builder.input("omegasquared");
    List<List<List<ComplexExpr>>> forms = new ArrayList<>();
    for (int f = 0; f < ambient.factors(); f++) {
      forms.add(form(f, z, tangents));
    }
    List<List<ComplexExpr>> metric = total(forms);
    for (int a = 0; a < dimension; a++) {
      lines.output("g" + a + "c" + a, metric.get(a).get(a).re());
      for (int b = a + 1; b < dimension; b++) {
        lines.output("g" + a + "c" + b, metric.get(a).get(b));
      }
    }
    lines.output("det", lines.determinant("g", metric).re());
    Expr det = builder.value("det");
    Expr mixed = ambient.factors() == 1 ? det : mixedDiscriminant(forms, lineCounts);
    lines.output("weight", omegaSquared.over(mixed));
    return lines.build();
  }

  private List<ComplexExpr> tangentInputs(int a) {
    return IntStream.range(0, ambient.coordinates())
        .mapToObj(i -> lines.input("j" + a + "c" + i))
        .toList();
  }

  /** The pull-back of one factor's metric. */
  private List<List<ComplexExpr>> form(
      int f, List<ComplexExpr> z, List<List<ComplexExpr>> tangents) {
    int[] coordinates = ambient.coordinatesOf(f).toArray();
    List<Expr> squares = new ArrayList<>();
    for (int i : coordinates) {
      squares.add(z.get(i).normSquared());
    }
    Expr inverse = builder.define("s" + f, Expr.sum(squares)).pow(-1);
    Expr scale = builder.define("t" + f, inverse.over(Constant.PI));
    List<ComplexExpr> v = new ArrayList<>();
    for (List<ComplexExpr> tangent : tangents) {
      String name = "v" + f + "c" + v.size();
      v.add(lines.line(name, () -> contraction(tangent, z, coordinates)));
    }
    List<List<ComplexExpr>> form = new ArrayList<>();
    for (int a = 0; a < dimension; a++) {
      List<ComplexExpr> row = new ArrayList<>();
      for (int b = 0; b < dimension; b++) {
        row.add(b < a ? form.get(b).get(a).conjugate() : null);
        if (b >= a) {
          int column = b;
          List<ComplexExpr> left = tangents.get(a);
          ComplexExpr projected = v.get(a).times(v.get(b).conjugate()).times(inverse);
          row.set(
              b,
              lines.line(
                  "form" + f + "c" + a + "c" + column,
                  () ->
                      contraction(left, tangents.get(column), coordinates)
                          .minus(projected)
                          .times(scale)));
        }
      }
      form.add(row);
    }
    return form;
  }

  /** Σ_i x_i ȳ_i over some coordinates. */
  private static ComplexExpr contraction(
      List<ComplexExpr> x, List<ComplexExpr> y, int[] coordinates) {
    List<ComplexExpr> terms = new ArrayList<>();
    for (int i : coordinates) {
      terms.add(x.get(i).times(y.get(i).conjugate()));
    }
    return ComplexExpr.sum(terms);
  }

  private List<List<ComplexExpr>> total(List<List<List<ComplexExpr>>> forms) {
    List<List<ComplexExpr>> total = new ArrayList<>();
    for (int a = 0; a < dimension; a++) {
      List<ComplexExpr> row = new ArrayList<>();
      for (int b = 0; b < dimension; b++) {
        int i = a;
        int j = b;
        ComplexExpr sum = ComplexExpr.sum(forms.stream().map(form -> form.get(i).get(j)).toList());
        row.add(forms.size() == 1 ? sum : lines.line("total" + a + "c" + b, () -> sum));
      }
      total.add(row);
    }
    return total;
  }

  /**
   * The mixed discriminant D(g_1, …, g_2, …), normalised to D(g, …, g) = det g. The determinant of
   * Σ λ_f g_f is linear in each row, so the coefficient of Π λ_f^{m_f} is the sum, over all ways to
   * take m_f rows from g_f, of the determinants of these rows.
   */
  private Expr mixedDiscriminant(List<List<List<ComplexExpr>>> forms, List<Integer> lineCounts) {
    int[] left = new int[forms.size()];
    long arrangements = 1;
    int placed = 0;
    for (int f = 0; f < left.length; f++) {
      left[f] = ambient.dimensions().get(f) - lineCounts.get(f);
      for (int k = 1; k <= left[f]; k++) {
        arrangements = arrangements * ++placed / k;
      }
    }
    List<Expr> terms = new ArrayList<>();
    collect(forms, left, new ArrayList<>(), "d", terms);
    return builder.define("mixed", Expr.sum(terms).times(Rational.of(1, arrangements)));
  }

  private void collect(
      List<List<List<ComplexExpr>>> forms,
      int[] left,
      List<List<ComplexExpr>> rows,
      String name,
      List<Expr> terms) {
    if (rows.size() == dimension) {
      terms.add(lines.determinant(name, rows).re());
      return;
    }
    for (int f = 0; f < left.length; f++) {
      if (left[f] > 0) {
        left[f]--;
        List<List<ComplexExpr>> more = new ArrayList<>(rows);
        more.add(forms.get(f).get(rows.size()));
        collect(forms, left, more, name + f, terms);
        left[f]++;
      }
    }
  }
}
