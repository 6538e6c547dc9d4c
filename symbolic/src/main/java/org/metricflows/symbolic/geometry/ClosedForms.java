package org.metricflows.symbolic.geometry;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.PolynomialFactors;
import org.metricflows.symbolic.internal.rational.Budget;
import org.metricflows.symbolic.internal.rational.BudgetException;
import org.metricflows.symbolic.internal.rational.NormalForm;
import org.metricflows.symbolic.internal.rational.RationalFunction;

/**
 * The curvature of an explicit metric as formulas in its coordinates.
 *
 * <p>Each line of the metric's {@link Curvature} derivation is brought to normal form, so that a
 * component that vanishes reads 0. A line that outgrows the budget stays a name, its definition by
 * earlier lines is kept for the reader, and evaluation modulo a prime decides whether it vanishes.
 */
public final class ClosedForms {
  private static final int MOST_TERMS = 2000;

  /** A numerator with more terms than this is harder to read than the line's definition. */
  private static final int MOST_TERMS_TO_READ = 40;

  private final Curvature curvature;
  private NormalForm forms;
  private final Map<Symbol, Definition> lines = new LinkedHashMap<>();
  private final Map<Symbol, RationalFunction> values = new HashMap<>();
  private final Map<Symbol, Optional<Expr>> simplified = new HashMap<>();
  private final Set<Symbol> outgrown = new HashSet<>();
  private final Set<Symbol> probable = new TreeSet<>(Comparator.comparing(Symbol::name));
  private final Map<Symbol, Symbol> coordinates = new HashMap<>();
  private final Set<Symbol> named = new HashSet<>();

  private ClosedForms(MetricTensor metric, Duration time) {
    // coordinates under names that no line of the derivation has
    List<Symbol> internal =
        IntStream.range(0, metric.dimension())
            .mapToObj(i -> new Symbol("coordinate" + (i + 1)))
            .toList();
    for (int i = 0; i < internal.size(); i++) {
      coordinates.put(internal.get(i), metric.chart().coordinates().get(i));
    }
    Derivation.Builder builder = Derivation.builder();
    internal.forEach(x -> builder.input(x.name()));
    metric.parameters().forEach(x -> builder.input(x.name()));
    MetricJet jet = metric.rename(internal).jet();
    curvature = Curvature.of(builder, jet.define(builder));
    if (curvature.det().isZero()) {
      throw degenerate();
    }
    writeLines();
    List<Expr> given = jet.components().stream().flatMap(c -> c.coefficients().stream()).toList();
    List<Expr> shown = jet.components().stream().map(Jet::value).toList();
    simplify(builder.build().lines(), given, shown, time);
  }

  /**
   * Closed forms of a metric's curvature, simplified until the time is over.
   *
   * @param time how long exact arithmetic may take in total
   * @throws InputException if the metric is degenerate everywhere
   */
  public static ClosedForms of(MetricTensor metric, Duration time) {
    return new ClosedForms(metric, time);
  }

  /** Asks for everything once, the quantities that people look for first. */
  private void writeLines() {
    int d = curvature.dimension();
    curvature.det();
    CurvatureTables.matrix(d, curvature::ginv);
    IntStream.range(0, d)
        .forEach(k -> CurvatureTables.matrix(d, (i, j) -> curvature.gamma(k, i, j)));
    CurvatureTables.matrix(d, curvature::ricci);
    curvature.scalar();
    curvature.kretschmann();
    CurvatureTables.matrix(d, curvature::einstein);
    curvature.ricciSquared();
    CurvatureTables.tensor(d, curvature::weyl);
  }

  private void simplify(
      List<Definition> written, List<Expr> given, List<Expr> shown, Duration time) {
    written.forEach(line -> lines.put(line.name(), line));
    Budget arithmetic = Budget.of(time, MOST_TERMS);
    // what is simplified when the time is over can still be written
    Budget all = Budget.of(time.multipliedBy(3).dividedBy(2), MOST_TERMS);
    try {
      forms = NormalForm.of(given, shown, new PolynomialFactors(), all);
    } catch (BudgetException | ArithmeticException e) {
      return;
    }
    for (Definition line : written) {
      RationalFunction det = values.get(new Symbol("det"));
      if (det != null && det.isZero()) {
        throw degenerate();
      }
      if (arithmetic.isSpent() || !read(line)) {
        outgrown.add(line.name());
      }
    }
    if (!outgrown.isEmpty()) {
      findZeros();
    }
  }

  private static InputException degenerate() {
    return InputException.of("metric.background", "the metric is degenerate, det g = 0 everywhere");
  }

  private boolean read(Definition line) {
    try {
      RationalFunction value = forms.read(line.value());
      forms.define(line.name(), value);
      values.put(line.name(), value);
      return true;
    } catch (BudgetException | ArithmeticException e) {
      return false;
    }
  }

  private void findZeros() {
    for (Definition line : lines.values()) {
      boolean zero = forms.vanishes(line.name(), line.value()).orElse(false);
      if (zero && outgrown.contains(line.name())) {
        simplified.put(line.name(), Optional.of(Rational.ZERO));
        probable.add(line.name());
      }
    }
  }

  /** The closed form of a line; nothing where it has none, or none worth reading. */
  private Optional<Expr> written(Symbol name) {
    return simplified.computeIfAbsent(
        name,
        n -> {
          RationalFunction value = values.get(n);
          if (value == null || value.terms() > MOST_TERMS_TO_READ) {
            return Optional.empty();
          }
          try {
            return Optional.of(forms.write(value));
          } catch (BudgetException e) {
            return Optional.empty();
          }
        });
  }

  /** An expression of lines with each line's closed form in its place, as far as there is one. */
  private Expr inserted(Expr e) {
    Map<Symbol, Expr> known = new HashMap<>();
    for (Symbol name : e.symbols()) {
      written(name).ifPresent(form -> known.put(name, form));
    }
    return e.substitute(known);
  }

  public int dimension() {
    return curvature.dimension();
  }

  /** The derivation whose handles {@link #of(Expr)} understands. */
  public Curvature curvature() {
    return curvature;
  }

  /**
   * The closed form of a handle of {@link #curvature()}, in the metric's coordinates and in names
   * that {@link #definitions()} explains.
   */
  public Expr of(Expr handle) {
    Set<Symbol> open = new HashSet<>();
    Expr form = inserted(handle);
    form.collectSymbols(open);
    open.stream().filter(lines::containsKey).forEach(this::explain);
    return form.substitute(coordinates);
  }

  /**
   * Lines that read 0 because they vanish at random points modulo a prime, not by exact arithmetic;
   * empty for most metrics.
   */
  public List<Symbol> probableZeros() {
    return List.copyOf(probable);
  }

  private void explain(Symbol name) {
    if (!named.add(name)) {
      return;
    }
    Expr form = inserted(lines.get(name).value());
    form.symbols().stream().filter(lines::containsKey).forEach(this::explain);
  }

  /**
   * The names that closed forms asked for so far could not do without, each in terms of earlier
   * ones and the coordinates.
   */
  public List<Definition> definitions() {
    return lines.values().stream()
        .filter(line -> named.contains(line.name()))
        .map(
            line ->
                new Definition(
                    line.name(), line.latex(), inserted(line.value()).substitute(coordinates)))
        .toList();
  }
}
