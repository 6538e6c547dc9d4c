package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.FormulaException;
import org.metricflows.proofs.internal.formula.Index;
import org.metricflows.symbolic.expression.Rational;

/**
 * Partial and covariant derivatives. Until {@link #named} gives it a name and sums over it if the
 * name occurs again, the new index stands in front, below, as #k.
 */
record Connection<S>(
    Setting setting, Algebra<S> algebra, Contraction<S> contraction, References<S> references) {
  static final Index NEW = new Index("#k", false);

  Tensor<S> gradient(Tensor<S> operand, Range range) {
    int first = setting.family(range.family()).firstVariable();
    if (first < 0) {
      throw new FormulaException("nothing is differentiated by " + range.family());
    }
    List<S> components = new ArrayList<>();
    for (int i = 0; i < range.size(); i++) {
      int v = first + range.offset() + i;
      operand.components().forEach(c -> components.add(algebra.derivative(c, v)));
    }
    List<Slot> slots = new ArrayList<>(List.of(new Slot(NEW, range)));
    slots.addAll(operand.slots());
    return new Tensor<>(slots, components);
  }

  /** ∇_k T. */
  Tensor<S> covariant(Tensor<S> operand) {
    Tensor<S> christoffel = references.christoffel();
    Tensor<S> gradient = gradient(operand, christoffel.slots().get(1).range());
    return turned(gradient, operand, christoffel);
  }

  /** The rate of change of ∇_k T from that of T. */
  Tensor<S> covariantRate(Tensor<S> operand, Tensor<S> change, String flow) {
    return turned(covariant(change), operand, references.christoffelRate(flow));
  }

  /** Adds Γ^i_{km} T^m for each upper and −Γ^m_{ki} T_m for each lower index of T. */
  private Tensor<S> turned(Tensor<S> start, Tensor<S> operand, Tensor<S> christoffel) {
    Tensor<S> sum = start;
    for (int i = 0; i < operand.slots().size(); i++) {
      Slot slot = operand.slots().get(i);
      boolean upper = slot.index().upper();
      Range range = christoffel.slots().get(0).range();
      List<Slot> names = new ArrayList<>();
      names.add(new Slot(upper ? slot.index() : new Index("#m", true), range));
      names.add(new Slot(NEW, range));
      names.add(new Slot(upper ? new Index("#m", false) : slot.index(), range));
      List<Slot> slots = new ArrayList<>(operand.slots());
      slots.set(i, new Slot(new Index("#m", upper), slot.range()));
      Tensor<S> term = contraction.product(christoffel.renamed(names), operand.renamed(slots));
      sum = sum(sum, upper ? term : term.map(c -> algebra.scale(c, Rational.of(-1))));
    }
    return sum;
  }

  private Tensor<S> sum(Tensor<S> a, Tensor<S> b) {
    Tensor<S> other = b.ordered(a.slots());
    List<S> sum = new ArrayList<>();
    for (int i = 0; i < a.components().size(); i++) {
      sum.add(algebra.add(a.components().get(i), other.components().get(i)));
    }
    return new Tensor<>(a.slots(), sum);
  }

  /** Gives the first index its name and range, and sums over it if the name occurs again. */
  Tensor<S> named(Tensor<S> tensor, String label) {
    List<Slot> slots = new ArrayList<>(tensor.slots());
    Slot first = slots.get(0);
    slots.set(0, new Slot(first.index().withLabel(label), first.range()));
    return contraction.trace(tensor.renamed(slots));
  }
}
