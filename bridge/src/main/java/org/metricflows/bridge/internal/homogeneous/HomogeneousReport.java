package org.metricflows.bridge.internal.homogeneous;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.curvature.FormulaSheet;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.HomogeneousCurvature;
import org.metricflows.symbolic.internal.door.Simplifier;

/**
 * What the command {@code curvature} tells of a left-invariant metric: constants, exact as far as
 * simplification goes, and their numbers. Indices of tables count from 0, those of names from 1.
 */
public final class HomogeneousReport {
  private static final int LARGEST_EXPANSION = 100_000;
  private static final Duration TIME = Duration.ofSeconds(2);

  private final LieGroup group;
  private final HomogeneousCurvature curvature;
  private final Map<String, Expr> forms = new LinkedHashMap<>();

  private HomogeneousReport(LieGroup group) {
    this.group = group;
    Derivation.Builder builder = Derivation.builder();
    this.curvature = HomogeneousCurvature.of(builder, group.algebra(), group.metric());
    Map<String, Expr> handles = handles();
    Derivation lines = builder.build();
    handles.forEach((name, handle) -> forms.put(name, closed(lines, handle)));
  }

  /**
   * The report of a spec's metric.
   *
   * @throws org.metricflows.symbolic.InputException see {@link LieGroup#of}
   */
  public static HomogeneousReport of(HomogeneousSpec spec) {
    return new HomogeneousReport(LieGroup.of(spec));
  }

  /** What to tell, by names such as {@code Gamma^1_23} and {@code Ric_12}. */
  private Map<String, Expr> handles() {
    int d = curvature.dimension();
    Map<String, Expr> handles = new LinkedHashMap<>();
    for (int k = 0; k < d; k++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          handles.put("Gamma^%d_%d%d".formatted(k + 1, i + 1, j + 1), curvature.gamma(k, i, j));
        }
      }
    }
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        handles.put("Ric_%d%d".formatted(i + 1, j + 1), curvature.ricci(i, j));
      }
    }
    handles.put("R", curvature.scalar());
    handles.put("|Ric|^2", curvature.ricciSquared());
    handles.put("Kretschmann", curvature.kretschmann());
    return handles;
  }

  private static Expr closed(Derivation lines, Expr handle) {
    Expr value = handle instanceof Symbol name ? lines.expand(name, LARGEST_EXPANSION) : handle;
    return Simplifier.within(TIME).simplify(value).value();
  }

  private Expr form(String name, int... indices) {
    Object[] counted = Arrays.stream(indices).mapToObj(i -> i + 1).toArray();
    return forms.get(name.formatted(counted));
  }

  private double number(String name, int... indices) {
    return Constants.valueOf(form(name, indices));
  }

  private double[][] ricci() {
    int d = curvature.dimension();
    double[][] ricci = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        ricci[i][j] = number("Ric_%d%d", Math.min(i, j), Math.max(i, j));
      }
    }
    return ricci;
  }

  /** Eigenvalues of the Ricci tensor relative to the metric, increasing. */
  public double[] ricciEigenvalues() {
    SymmetricForm g = SymmetricForm.of(curvature.dimension(), group.components());
    return new SymmetricForm(ricci()).eigenvalues(g);
  }

  /**
   * Numbers under the keys of a JSON report: {@code metric}, {@code christoffel} [k][i][j] of
   * ∇_{e_i} e_j = Γ^k_ij e_k, {@code ricci}, {@code ricci_eigenvalues}, {@code scalar}, {@code
   * ricci_squared}, {@code kretschmann}; and {@code closed_form}, formulas by their names.
   */
  public Map<String, Object> toTree() {
    int d = curvature.dimension();
    double[][][] christoffel = new double[d][d][d];
    for (int k = 0; k < d; k++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          christoffel[k][i][j] = number("Gamma^%d_%d%d", k, i, j);
        }
      }
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("metric", SymmetricForm.of(d, group.components()).entries());
    tree.put("christoffel", christoffel);
    tree.put("ricci", ricci());
    tree.put("ricci_eigenvalues", ricciEigenvalues());
    tree.put("scalar", number("R"));
    tree.put("ricci_squared", number("|Ric|^2"));
    tree.put("kretschmann", number("Kretschmann"));
    Map<String, String> texts = new LinkedHashMap<>();
    forms.forEach((name, form) -> texts.put(name, Dialect.TEXT.print(form)));
    tree.put("closed_form", texts);
    return tree;
  }

  /** For people: what does not vanish, and all scalars. */
  public List<String> lines() {
    return told().stream()
        .map(entry -> entry.name() + " = " + Dialect.TEXT.print(entry.value()))
        .toList();
  }

  /** The same for printing in other formats. */
  public FormulaSheet sheet() {
    return new FormulaSheet(
        List.of(new FormulaSheet.Group("Left-invariant curvature", told())), List.of());
  }

  private List<FormulaSheet.Entry> told() {
    return forms.entrySet().stream()
        .filter(form -> !form.getValue().isZero() || !form.getKey().contains("_"))
        .map(form -> FormulaSheet.entry(form.getKey(), form.getValue()))
        .toList();
  }
}
