package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * An explicit metric in a chart; the upper triangle counts.
 *
 * @param chart the coordinates
 * @param components g_ij as d rows of d expressions of the coordinates
 */
public record MetricTensor(Chart chart, List<List<Expr>> components) {

  public MetricTensor {
    components = components.stream().<List<Expr>>map(List::copyOf).toList();
    int d = chart.dimension();
    if (components.size() != d || components.stream().anyMatch(row -> row.size() != d)) {
      throw new IllegalArgumentException("metric: " + d + " rows of " + d + " entries expected");
    }
  }

  public int dimension() {
    return chart.dimension();
  }

  /** g_ij. */
  public Expr get(int i, int j) {
    return components.get(Math.min(i, j)).get(Math.max(i, j));
  }

  /** The symbols that are no coordinates, in order of appearance. */
  public Set<Symbol> parameters() {
    Set<Symbol> symbols = new LinkedHashSet<>();
    components.forEach(row -> row.forEach(entry -> entry.collectSymbols(symbols)));
    chart.coordinates().forEach(symbols::remove);
    return symbols;
  }

  /** The metric with parameters replaced by values. */
  public MetricTensor substitute(Map<Symbol, ? extends Expr> values) {
    List<List<Expr>> replaced =
        components.stream()
            .map(row -> row.stream().map(entry -> entry.substitute(values)).toList())
            .toList();
    return new MetricTensor(chart, replaced);
  }

  /** The metric's jet, derivatives taken symbolically. */
  public MetricJet jet() {
    List<Jet> jets = new ArrayList<>();
    for (int i = 0; i < dimension(); i++) {
      for (int j = i; j < dimension(); j++) {
        jets.add(Jet.of(get(i, j), chart.coordinates(), 2));
      }
    }
    return new MetricJet(dimension(), jets);
  }

  /** The same metric with its coordinates under other names; periods are dropped. */
  public MetricTensor rename(List<Symbol> names) {
    Map<Symbol, Symbol> renaming =
        IntStream.range(0, dimension())
            .boxed()
            .collect(Collectors.toMap(chart.coordinates()::get, names::get));
    return new MetricTensor(new Chart(names, Map.of()), substitute(renaming).components);
  }
}
