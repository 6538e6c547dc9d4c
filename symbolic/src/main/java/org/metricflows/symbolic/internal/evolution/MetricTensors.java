package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.network.Ansatz;

/**
 * The tensors of a metric g = G(x, f), component by component.
 *
 * @param ansatz how f makes the metric
 * @param dimension d
 */
public record MetricTensors(Ansatz ansatz, int dimension) {

  /** A component in terms of a curvature; indices count from 0. */
  @FunctionalInterface
  private interface Component {
    Expr of(Curvature curvature, int... index);
  }

  /**
   * A tensor of the metric.
   *
   * @param name its key in files
   * @param formula what it is
   * @param rank the number of its indices
   * @param order of the metric's derivatives that it takes
   */
  public record Field(String name, String formula, int rank, int order, Component component) {}

  /** All of them; Γ^k_ij as [k][i][j], others in the order of their indices. */
  public static final List<Field> ALL =
      List.of(
          new Field("metric", "g_ij", 2, 0, (c, i) -> c.metric().g(i[0], i[1])),
          new Field("inverse", "g^ij", 2, 0, (c, i) -> c.ginv(i[0], i[1])),
          new Field("determinant", "det g", 0, 0, (c, i) -> c.det()),
          new Field("volume", "√|det g|", 0, 0, (c, i) -> c.sqrtDet()),
          new Field("christoffel", "Γ^k_ij", 3, 1, (c, i) -> c.gamma(i[0], i[1], i[2])),
          new Field("riemann", "R_ijkl", 4, 2, (c, i) -> c.riemann(i[0], i[1], i[2], i[3])),
          new Field("ricci", "R_ij", 2, 2, (c, i) -> c.ricci(i[0], i[1])),
          new Field("scalar", "R", 0, 2, (c, i) -> c.scalar()),
          new Field("ricci_squared", "R_ij R^ij", 0, 2, (c, i) -> c.ricciSquared()),
          new Field("kretschmann", "R_ijkl R^ijkl", 0, 2, (c, i) -> c.kretschmann()),
          new Field("einstein", "R_ij − ½ R g_ij", 2, 2, (c, i) -> c.einstein(i[0], i[1])),
          new Field("weyl", "C_ijkl", 4, 2, (c, i) -> c.weyl(i[0], i[1], i[2], i[3])));

  /** The order of the jets that fields take: 0 where none has a derivative, else 2. */
  public static int order(Collection<Field> fields) {
    return fields.stream().allMatch(field -> field.order() == 0) ? 0 : 2;
  }

  /**
   * Jets of f and of the ansatz's reference, of the {@link #order}, ↦ all components of the fields,
   * one field after another, the last index running fastest.
   */
  public Derivation of(Collection<Field> fields) {
    EvolvingMetric metric = EvolvingMetric.of(ansatz, dimension, order(fields));
    Derivation.Builder builder = metric.builder();
    List<String> names = new ArrayList<>();
    for (Field field : fields) {
      int size = size(field);
      for (int k = 0; k < size; k++) {
        String name = "out" + names.size();
        builder.define(name, field.component().of(metric.geometry(), index(field, k)));
        names.add(name);
      }
    }
    return builder.build(names);
  }

  /** How many components a field has. */
  public int size(Field field) {
    int size = 1;
    for (int i = 0; i < field.rank(); i++) {
      size *= dimension;
    }
    return size;
  }

  private int[] index(Field field, int position) {
    int[] index = new int[field.rank()];
    int rest = position;
    for (int i = index.length - 1; i >= 0; i--) {
      index[i] = rest % dimension;
      rest /= dimension;
    }
    return index;
  }
}
