package org.metricflows.bridge.internal.spec;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.door.Simplifier;
import org.metricflows.symbolic.network.AmbientForm;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/** Reads the section {@code metric}. */
final class MetricReader {
  private static final Choice<Ansatz> ANSATZE = Choice.of(ChartAnsatz.values(), Ansatz::key);
  private static final String INDUCED = "induced";

  private static final Key<Ansatz> ANSATZ =
      Key.of(
          "ansatz",
          new Kind<>(MetricReader::ansatz, Ansatz::key, Kind.choice(ANSATZE).schema()),
          ChartAnsatz.ADDITIVE,
          "`additive`",
          "`additive` g₀+f, `conformal` e^{2f}g₀, `diagonal-exponential` g₀_ii e^{2f_i}, `cholesky`"
              + " (C+f)(C+f)ᵀ with CCᵀ = g₀");
  private static final Key<Value> BACKGROUND =
      Key.of(
          "background",
          Kind.matrix(),
          "g₀: a symmetric matrix of formulas in the coordinates, a row a list");
  static final Codec<MetricSpec> CODEC =
      Codec.of(
          "metric",
          ANSATZ.of(MetricSpec::ansatz),
          BACKGROUND.as(metric -> metric.background().texts()));

  private static final Key<Value> ON_MANIFOLD =
      Key.of(
              "ansatz",
              Kind.value(Map.of("enum", List.of("additive", "conformal"))),
              "`additive` g₀ + ∂_iX^a ∂_jX^b f_ab, a symmetric form of the ambient coordinates pulled"
                  + " back; `conformal` e^{2f}g₀, f of the ambient coordinates")
          .without("`additive`");
  private static final Key<Value> FORM =
      Key.of(
              "background",
              Kind.anyOf(Kind.formulaSchema(), Kind.matrix().schema()),
              "g₀: `induced` from R^N; a formula in the ambient coordinates, by which that is"
                  + " multiplied; or a symmetric form to pull back, a matrix of formulas")
          .without("`induced`");
  static final Codec<MetricSpec> OF_MANIFOLDS =
      Codec.of(
          "metric",
          ON_MANIFOLD.as(metric -> metric.ansatz().key()),
          FORM.as(
              metric -> metric.background().isIdentity() ? INDUCED : metric.background().texts()));

  private MetricReader() {}

  static MetricSpec read(Value section, SpaceSpec space) {
    return space instanceof ManifoldSpec manifold
        ? onManifold(section, manifold)
        : onChart(section, (ChartSpec) space);
  }

  /** An additive metric over the induced one. */
  static MetricSpec induced(ManifoldSpec manifold) {
    return new MetricSpec(
        new AmbientForm(manifold.functions()),
        SymmetricMatrix.identity(manifold.coordinates().size()));
  }

  private static MetricSpec onManifold(Value section, ManifoldSpec manifold) {
    Map<String, Ansatz> known = new LinkedHashMap<>();
    known.put("additive", new AmbientForm(manifold.functions()));
    known.put("conformal", ChartAnsatz.CONFORMAL);
    Fields fields = OF_MANIFOLDS.in(section);
    return new MetricSpec(
        fields.get("ansatz", known.get("additive"), v -> v.choice(known)),
        fields
            .find("background")
            .filter(v -> !v.is(INDUCED))
            .map(v -> form(v, manifold))
            .orElse(SymmetricMatrix.identity(manifold.coordinates().size())));
  }

  private static SymmetricMatrix form(Value value, ManifoldSpec manifold) {
    return value.isScalar()
        ? SymmetricMatrix.diagonal(
            FormulaReader.in(manifold).formula(value), manifold.coordinates().size())
        : MatrixReader.read(value, manifold);
  }

  private static MetricSpec onChart(Value section, ChartSpec chart) {
    Fields fields = section.fields(List.of("ansatz", "background", "features"));
    fields.refuse("features", "is for the metrics of a 'variety'");
    Ansatz ansatz = fields.get(ANSATZ);
    Value value = fields.get(BACKGROUND);
    SymmetricMatrix background = MatrixReader.read(value, chart);
    if (ansatz == ChartAnsatz.DIAGONAL_EXPONENTIAL) {
      requireDiagonal(value, background);
    }
    return new MetricSpec(ansatz, background);
  }

  private static Ansatz ansatz(Value value) {
    if (value.is("kahler-potential") || value.is("algebraic")) {
      throw value.error(
          value.node().describe()
              + " is for a 'variety'; a chart has one of "
              + String.join(", ", ANSATZE.known().keySet()));
    }
    return ANSATZE.read(value);
  }

  private static void requireDiagonal(Value value, SymmetricMatrix background) {
    for (int i = 0; i < background.rows().size(); i++) {
      for (int j = 0; j < background.rows().size(); j++) {
        Formula entry = background.rows().get(i).get(j);
        if (i != j && !isZero(entry.value())) {
          throw value.error(
              "must be diagonal for the ansatz diagonal-exponential, but ["
                  + i
                  + "]["
                  + j
                  + "] is '"
                  + entry.text()
                  + "'");
        }
      }
    }
  }

  private static boolean isZero(Expr entry) {
    return entry.isZero() || Simplifier.within(Duration.ofSeconds(1)).provesZero(entry);
  }
}
