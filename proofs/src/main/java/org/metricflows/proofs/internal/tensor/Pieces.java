package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.formula.FormulaException;
import org.metricflows.proofs.internal.formula.Index;

/** Puts a tensor together from the equations that define its components. */
record Pieces<S>(Setting setting, Series<S> series) {

  Tensor<S> assemble(Entity.Defined defined, Function<Formula, Tensor<S>> evaluate) {
    List<Slot> slots = new ArrayList<>();
    boolean single = defined.pieces().size() == 1;
    for (int i = 0; i < defined.indices().size(); i++) {
      Index index = defined.indices().get(i);
      Range range = setting.range(index);
      boolean stretch = single && !index.isFixed();
      Range whole = stretch ? range : setting.family(range.family()).all();
      slots.add(new Slot(new Index("#" + i, index.upper()), whole));
    }
    int count = slots.stream().mapToInt(Slot::size).reduce(1, (a, b) -> a * b);
    List<S> components = new ArrayList<>(Collections.nCopies(count, series.zero()));
    Tensor<S> whole = new Tensor<>(slots, components);
    for (Equation piece : defined.pieces()) {
      insert(whole, piece, defined.symmetric(), evaluate.apply(piece.right()));
    }
    return whole;
  }

  private void insert(Tensor<S> whole, Equation piece, boolean symmetric, Tensor<S> value) {
    List<Index> indices = ((Formula.Reference) piece.left()).indices();
    List<Slot> ranges = indices.stream().map(i -> new Slot(i, setting.range(i))).toList();
    List<Slot> free = ranges.stream().filter(s -> !s.index().isFixed()).toList();
    boolean vanishes = value.components().stream().allMatch(series.algebra()::isZero);
    if (!vanishes && value.slots().size() != free.size()) {
      throw new FormulaException(
          "free indices "
              + Tensor.text(free)
              + " and "
              + Tensor.text(value.slots())
              + ": "
              + piece);
    }
    List<S> source = vanishes ? List.of() : value.ordered(free).components();
    int[] strides = whole.strides();
    int[] next = {0};
    new Walk(ranges)
        .forEach(
            at -> {
              S component = vanishes ? series.zero() : source.get(next[0]++);
              int there = 0;
              int mirrored = 0;
              for (int i = 0; i < at.length; i++) {
                int offset = ranges.get(i).range().offset() - whole.slots().get(i).range().offset();
                there += (at[i] + offset) * strides[i];
                mirrored += (at[i] + offset) * strides[at.length - 1 - i];
              }
              whole.components().set(there, component);
              if (symmetric) {
                whole.components().set(mirrored, component);
              }
            });
  }
}
