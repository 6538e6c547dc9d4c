package org.metricflows.bridge.internal.curvature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.ClosedForms;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricTensor;

/**
 * The curvature as formulas in the coordinates, each component that vanishes as 0.
 *
 * <p>What outgrew the time is a name, such as {@code Ric12}, that {@code definitions} explains.
 */
public final class CurvatureFormulas {
  private final MetricTensor metric;
  private final ClosedForms forms;
  private final Map<String, Object> tree = new LinkedHashMap<>();

  CurvatureFormulas(MetricTensor metric, Duration time) {
    this.metric = metric;
    this.forms = ClosedForms.of(metric, time);
    Curvature c = forms.curvature();
    tree.put("determinant", text(c.det()));
    tree.put("inverse", matrix((i, j) -> text(c.ginv(i, j))));
    tree.put("christoffel", rows(k -> matrix((i, j) -> text(c.gamma(k, i, j)))));
    tree.put("riemann", tensor(c::riemann));
    tree.put("ricci", matrix((i, j) -> text(c.ricci(i, j))));
    tree.put("scalar", text(c.scalar()));
    tree.put("ricci_squared", text(c.ricciSquared()));
    tree.put("kretschmann", text(c.kretschmann()));
    tree.put("einstein", matrix((i, j) -> text(c.einstein(i, j))));
    tree.put("weyl", tensor(c::weyl));
    tree.put("definitions", definitions());
    tree.put("probable_zeros", forms.probableZeros().stream().map(Symbol::name).toList());
  }

  private interface Entry {
    String at(int i, int j);
  }

  private interface Component {
    Expr at(int a, int b, int c, int d);
  }

  private String text(Expr handle) {
    return Dialect.TEXT.print(forms.of(handle));
  }

  private <T> List<T> rows(IntFunction<T> row) {
    List<T> rows = new ArrayList<>();
    for (int i = 0; i < metric.dimension(); i++) {
      rows.add(row.apply(i));
    }
    return rows;
  }

  private List<List<String>> matrix(Entry entry) {
    return rows(i -> rows(j -> entry.at(i, j)));
  }

  private List<List<List<List<String>>>> tensor(Component component) {
    return rows(a -> rows(b -> matrix((c, d) -> text(component.at(a, b, c, d)))));
  }

  private Map<String, String> definitions() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Definition line : forms.definitions()) {
      texts.put(line.name().name(), Dialect.TEXT.print(line.value()));
    }
    return texts;
  }

  /**
   * Everything under its key: strings and nested lists of strings in the shapes of {@link
   * CurvatureNumbers#toTree()}; {@code definitions} explains names that remain; {@code
   * probable_zeros} lists lines that were found to vanish at random points modulo a prime only.
   */
  public Map<String, Object> toTree() {
    return new LinkedHashMap<>(tree);
  }

  /** The formula of a scalar: {@code determinant}, {@code scalar}, {@code kretschmann}, …. */
  public String scalar(String key) {
    return (String) tree.get(key);
  }

  /** The same for printing in other formats. */
  public FormulaSheet sheet() {
    return new FormulaLines(metric, forms).sheet();
  }

  /** For people: every component that does not vanish, once. */
  public List<String> lines() {
    return new FormulaLines(metric, forms).lines();
  }
}
