package org.metricflows.bridge.spec;

import java.util.List;

/** Reads the section {@code metric}. */
final class MetricReader {
  private MetricReader() {}

  static MetricSpec read(Value section, ChartSpec chart) {
    Fields fields = section.fields(List.of("ansatz", "background", "features"));
    fields.notAvailable(List.of("features"));
    Ansatz ansatz = fields.get("ansatz", Ansatz.ADDITIVE, MetricReader::ansatz);
    Value value = fields.get("background");
    List<List<String>> background = MatrixReader.read(value, chart);
    if (ansatz == Ansatz.DIAGONAL_EXPONENTIAL) {
      checkDiagonal(value, background);
    }
    return new MetricSpec(ansatz, background);
  }

  private static Ansatz ansatz(Value value) {
    if (value.is("kahler-potential")) {
      throw value.error("'kahler-potential' is not available in this version");
    }
    return value.choice(Named.byLabel(Ansatz.values()));
  }

  private static void checkDiagonal(Value value, List<List<String>> background) {
    for (int i = 0; i < background.size(); i++) {
      for (int j = 0; j < background.size(); j++) {
        String entry = background.get(i).get(j);
        if (i != j && !entry.matches("[-+]?0+(\\.0*)?")) {
          throw value.error(
              "must be diagonal for the ansatz diagonal-exponential, but ["
                  + i
                  + "]["
                  + j
                  + "] is '"
                  + entry
                  + "'");
        }
      }
    }
  }
}
