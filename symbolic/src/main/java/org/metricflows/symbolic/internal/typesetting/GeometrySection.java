package org.metricflows.symbolic.internal.typesetting;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.equation.FlowStatement;
import org.metricflows.symbolic.internal.equation.StartMetric;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/** The chart, the background and the ansatz. */
final class GeometrySection {

  private GeometrySection() {}

  static Section of(FlowStatement statement) {
    return of(statement.background(), statement.ansatz(), "The network's outputs $f$");
  }

  /**
   * @param functions what f is, at the beginning of a sentence
   */
  static Section of(StartMetric g0, Ansatz ansatz, String functions) {
    ReferenceJets reference = new ReferenceJets(g0, ansatz, 0);
    Section.Builder section = new Section.Builder("Ansatz");
    place(g0, section);
    section.formula("g^{0} = " + matrix(g0, Dialect.LATEX), "g0 = " + matrix(g0, Dialect.TEXT));
    if (ansatz == ChartAnsatz.CHOLESKY) {
      section.say("Its Cholesky factor $C$, lower triangular, has the entries $r_{ij} = C_{ji}$:");
    }
    section.lines(reference.derivation());
    section.say(functions + " make the metric by the " + ansatz.key() + " ansatz:");
    section.formula(ansatz.latex(), ansatz.text());
    section.lines(Inlining.of(head(ansatz, g0.dimension()), reference.numbers()));
    return section.build();
  }

  private static void place(StartMetric g0, Section.Builder section) {
    String names =
        g0.coordinates().names().stream().map(Symbol::name).collect(Collectors.joining(", "));
    if (g0.equations().isEmpty()) {
      section.say("The metric $g$ lives on a chart with the coordinates " + names + ".");
      return;
    }
    String first = g0.coordinates().names().get(0).name();
    section.say(
        "The metric $g$ lives on a submanifold of the space with the coordinates " + names + ":");
    for (Expr equation : g0.equations()) {
      section.formula(
          Dialect.LATEX.print(equation) + " = 0", Dialect.TEXT.print(equation) + " = 0");
    }
    section.say(
        "Around each point a chart is the graph over the tangent space, with an orthonormal frame of it"
            + " for coordinates. `"
            + first
            + "d1`, `"
            + first
            + "d12`, ... are derivatives of "
            + first
            + " along it at the point.");
  }

  /** f and the reference ↦ g at one point. */
  static Derivation head(Ansatz ansatz, int d) {
    Derivation.Builder builder = Derivation.builder();
    List<Jet> f = ansatz.outputJets(builder, d, 0);
    List<Jet> reference = ansatz.referenceJets(builder, d, 0);
    List<String> indices = Ansatz.indices(d);
    List<Jet> g = ansatz.metric(reference, f);
    for (int c = 0; c < g.size(); c++) {
      g.get(c).define(builder, "g" + indices.get(c), "g_{" + indices.get(c) + "}");
    }
    return builder.build(indices.stream().map(ij -> "g" + ij).toList());
  }

  private static String matrix(StartMetric g, Dialect dialect) {
    boolean latex = dialect == Dialect.LATEX;
    StringJoiner rows =
        latex
            ? new StringJoiner(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}")
            : new StringJoiner(", ", "[", "]");
    for (int i = 0; i < g.dimension(); i++) {
      StringJoiner row = latex ? new StringJoiner(" & ") : new StringJoiner(", ", "[", "]");
      for (int j = 0; j < g.dimension(); j++) {
        row.add(dialect.print(g.get(i, j)));
      }
      rows.add(row.toString());
    }
    return rows.toString();
  }
}
