package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.HomogeneousCurvature;
import org.metricflows.symbolic.geometry.LieAlgebra;

/**
 * The tensors of a left-invariant metric in its frame, component by component.
 *
 * @param algebra of the group
 */
public record HomogeneousTensors(LieAlgebra algebra) {

  /** A component in terms of a curvature; indices count from 0. */
  @FunctionalInterface
  private interface Component {
    Expr of(HomogeneousCurvature curvature, int... index);
  }

  /**
   * A tensor of the metric.
   *
   * @param name its key in files
   * @param formula what it is
   * @param rank the number of its indices
   */
  public record Field(String name, String formula, int rank, Component component) {}

  /** All of them; Γ^k_ij as [k][i][j], others in the order of their indices. */
  public static final List<Field> ALL =
      List.of(
          new Field("metric", "g_ij = ⟨e_i, e_j⟩", 2, (c, i) -> c.g(i[0], i[1])),
          new Field("volume", "√det g", 0, (c, i) -> c.sqrtDet()),
          new Field(
              "christoffel", "∇_e_i e_j = Γ^k_ij e_k", 3, (c, i) -> c.gamma(i[0], i[1], i[2])),
          new Field("riemann", "R_ijkl", 4, (c, i) -> c.riemann(i[0], i[1], i[2], i[3])),
          new Field("ricci", "R_ij", 2, (c, i) -> c.ricci(i[0], i[1])),
          new Field("scalar", "R", 0, (c, i) -> c.scalar()),
          new Field("ricci_squared", "R_ij R^ij", 0, (c, i) -> c.ricciSquared()),
          new Field("kretschmann", "R_ijkl R^ijkl", 0, (c, i) -> c.kretschmann()));

  /**
   * g_ij in the order 11, 12, …, 22, … ↦ all components of the fields, one field after another, the
   * last index running fastest.
   */
  public Derivation of(Collection<Field> fields) {
    Derivation.Builder builder = Derivation.builder();
    HomogeneousCurvature curvature = HomogeneousCurvature.of(builder, algebra);
    List<String> names = new ArrayList<>();
    for (Field field : fields) {
      int size = size(field);
      for (int k = 0; k < size; k++) {
        String name = "out" + names.size();
        builder.define(name, field.component().of(curvature, index(field, k)));
        names.add(name);
      }
    }
    return builder.build(names);
  }

  /** How many components a field has. */
  public int size(Field field) {
    int size = 1;
    for (int i = 0; i < field.rank(); i++) {
      size *= algebra.dimension();
    }
    return size;
  }

  private int[] index(Field field, int position) {
    int[] index = new int[field.rank()];
    int rest = position;
    for (int i = index.length - 1; i >= 0; i--) {
      index[i] = rest % algebra.dimension();
      rest /= algebra.dimension();
    }
    return index;
  }
}
