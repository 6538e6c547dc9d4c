package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.Index;
import org.metricflows.symbolic.expression.Rational;

/** Draws the generic fields of a setting, each once. */
final class Fields<S> {
  private final Setting setting;
  private final Algebra<S> algebra;
  private final int order;
  private final Map<String, Taylor<S>> composites = new HashMap<>();

  /** A generic function by its value, gradient and Hessian. */
  private record Taylor<S>(S value, List<S> gradient, List<List<S>> hessian) {}

  Fields(Setting setting, Algebra<S> algebra, int order) {
    this.setting = setting;
    this.algebra = algebra;
    this.order = order;
  }

  List<Slot> slots(List<Index> indices) {
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < indices.size(); i++) {
      slots.add(
          new Slot(new Index("#" + i, indices.get(i).upper()), setting.range(indices.get(i))));
    }
    return slots;
  }

  Tensor<S> unknown(Entity.Unknown field) {
    List<Slot> slots = slots(field.indices());
    Map<List<Integer>, S> drawn = new HashMap<>();
    List<S> components = new ArrayList<>();
    new Walk(slots)
        .forEach(
            at -> {
              int[] key = at.clone();
              if (field.symmetric()) {
                Arrays.sort(key);
              }
              List<Integer> name = Arrays.stream(key).boxed().toList();
              components.add(drawn.computeIfAbsent(name, k -> draw(field.variables())));
            });
    return new Tensor<>(slots, components);
  }

  private S draw(Set<Integer> variables) {
    return variables.isEmpty() ? algebra.unknown() : algebra.function(order, variables::contains);
  }

  Tensor<S> position(Entity.Position position) {
    List<Slot> slots = slots(List.of(position.index()));
    Range range = slots.get(0).range();
    int first = setting.family(range.family()).firstVariable() + range.offset();
    List<S> components = new ArrayList<>();
    for (int i = 0; i < range.size(); i++) {
      components.add(algebra.variable(first + i));
    }
    return new Tensor<>(slots, components);
  }

  Tensor<S> kronecker(List<Slot> slots) {
    List<S> components = new ArrayList<>();
    new Walk(slots)
        .forEach(
            at -> {
              int left = slots.get(0).range().offset() + at[0];
              int right = slots.get(1).range().offset() + at[1];
              components.add(algebra.constant(Rational.of(left == right ? 1 : 0)));
            });
    return new Tensor<>(slots, components);
  }

  /** A generic function at y, to second order about y₀, or its gradient. */
  Tensor<S> composite(Entity.Composite composite, Tensor<S> y) {
    List<S> steps = y.components().stream().map(c -> algebra.subtract(c, algebra.base(c))).toList();
    int n = steps.size();
    Taylor<S> taylor = composites.computeIfAbsent(composite.name(), name -> taylor(n));
    List<S> gradient = new ArrayList<>();
    S value = taylor.value;
    for (int i = 0; i < n; i++) {
      S slope = taylor.gradient.get(i);
      S change = slope;
      for (int j = 0; j < n; j++) {
        S term = algebra.multiply(taylor.hessian.get(i).get(j), steps.get(j));
        slope = algebra.add(slope, term);
        change = algebra.add(change, algebra.scale(term, Rational.of(1, 2)));
      }
      gradient.add(slope);
      value = algebra.add(value, algebra.multiply(change, steps.get(i)));
    }
    return composite.gradient() ? new Tensor<>(y.slots(), gradient) : Tensor.scalar(value);
  }

  private Taylor<S> taylor(int n) {
    List<S> gradient = new ArrayList<>();
    List<List<S>> hessian = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      gradient.add(algebra.unknown());
      List<S> row = new ArrayList<>();
      for (int j = 0; j < n; j++) {
        row.add(j < i ? hessian.get(j).get(i) : algebra.unknown());
      }
      hessian.add(row);
    }
    return new Taylor<>(algebra.unknown(), gradient, hessian);
  }
}
