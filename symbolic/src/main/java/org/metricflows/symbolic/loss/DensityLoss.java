package org.metricflows.symbolic.loss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;

/**
 * A density of one's own, in named invariants of the metric and in coordinates.
 *
 * <p>The invariants are R, Ric2 (|Ric|²), Riem2 (the Kretschmann scalar |Riem|²), detg, sqrtg
 * (√|det g|) and the components g11, g12, ….
 *
 * @param value ℓ
 * @param coordinates the chart's
 */
public record DensityLoss(Expr value, List<Symbol> coordinates) implements Loss {
  public DensityLoss {
    coordinates = List.copyOf(coordinates);
  }

  /** The invariants that a density may use in dimension d. */
  public static List<String> invariants(int d) {
    List<String> names = new ArrayList<>(List.of("R", "Ric2", "Riem2", "detg", "sqrtg"));
    for (int i = 1; i <= d; i++) {
      for (int j = i; j <= d; j++) {
        names.add("g" + i + j);
      }
    }
    return names;
  }

  @Override
  public String latex() {
    return "L = \\sum_a w_a\\, \\ell(x_a),\\quad \\ell = "
        + Dialect.LATEX.print(value, DensityVariation::notation);
  }

  @Override
  public String text() {
    return "L = sum_a w_a l(x_a), l = " + value;
  }

  @Override
  public Optional<Variation> variation() {
    return Optional.of(DensityVariation.of(value));
  }

  @Override
  public int order() {
    Set<String> curved = Set.of("R", "Ric2", "Riem2");
    return value.symbols().stream().anyMatch(s -> curved.contains(s.name())) ? 2 : 0;
  }

  @Override
  public List<PointField> fields() {
    return coordinates.stream()
        .filter(value.symbols()::contains)
        .map(x -> new PointField(x.name(), x.name(), x))
        .toList();
  }

  @Override
  public Expr density(Derivation.Builder builder, Curvature geometry) {
    Map<Symbol, Expr> values = new HashMap<>();
    for (Symbol used : value.symbols()) {
      if (!coordinates.contains(used)) {
        values.put(used, invariant(used.name(), geometry));
      }
    }
    return value.substitute(values);
  }

  private static Expr invariant(String name, Curvature geometry) {
    return switch (name) {
      case "R" -> geometry.scalar();
      case "Ric2" -> geometry.ricciSquared();
      case "Riem2" -> geometry.kretschmann();
      case "detg" -> geometry.det();
      case "sqrtg" -> geometry.sqrtDet();
      default -> geometry.metric().g(name.charAt(1) - '1', name.charAt(2) - '1');
    };
  }
}
