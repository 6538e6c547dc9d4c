package org.metricflows.bridge.internal.spec;

import java.time.Duration;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.door.Simplifier;
import org.metricflows.symbolic.network.Ansatz;

/** Reads the section {@code metric}. */
final class MetricReader {
  private static final Choice<Ansatz> ANSATZE = Choice.of(Ansatz.values(), Ansatz::key);

  private static final Key<Ansatz> ANSATZ =
      Key.of(
          "ansatz",
          new Kind<>(MetricReader::ansatz, ANSATZE::name, Kind.choice(ANSATZE).schema()),
          Ansatz.ADDITIVE,
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

  private MetricReader() {}

  static MetricSpec read(Value section, ChartSpec chart) {
    Fields fields = section.fields(List.of("ansatz", "background", "features"));
    fields.refuse("features", "is for the metrics of a 'variety'");
    Ansatz ansatz = fields.get(ANSATZ);
    Value value = fields.get(BACKGROUND);
    SymmetricMatrix background = MatrixReader.read(value, chart);
    if (ansatz == Ansatz.DIAGONAL_EXPONENTIAL) {
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
