package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.formula.FormulaException;
import org.metricflows.proofs.internal.formula.Index;
import org.metricflows.symbolic.expression.Rational;

/**
 * Named tensors: their components as declared, with indices raised or lowered, and their rates of
 * change, each computed once.
 *
 * <p>Held under slots labelled #0, #1, …; a reference puts its own labels on them.
 */
final class References<S> {
  private final Evaluator<S> evaluator;
  private final Setting setting;
  private final Fields<S> fields;
  private final Series<S> series;
  private final Algebra<S> algebra;
  private final Contraction<S> contraction;
  private final Map<String, Tensor<S>> values = new HashMap<>();
  private final Map<String, Tensor<S>> rates = new HashMap<>();
  private final Map<String, Matrices<S>> matrices = new HashMap<>();

  References(
      Evaluator<S> evaluator,
      Setting setting,
      Fields<S> fields,
      Series<S> series,
      Contraction<S> contraction) {
    this.evaluator = evaluator;
    this.setting = setting;
    this.fields = fields;
    this.series = series;
    this.algebra = series.algebra();
    this.contraction = contraction;
  }

  void bind(String name, S value) {
    values.put(Entity.key(name, 0), Tensor.scalar(value));
  }

  Tensor<S> value(Formula.Reference name) {
    if (isDeterminant(name)) {
      return Tensor.scalar(determinant(name.name()));
    }
    if (isKronecker(name)) {
      return kronecker(name);
    }
    return labelled(positioned(name), name);
  }

  Tensor<S> rate(Formula.Reference name, String flow) {
    if (isDeterminant(name)) {
      return Tensor.scalar(determinantRate(name.name(), flow));
    }
    if (isKronecker(name)) {
      return kronecker(name).map(c -> series.zero());
    }
    return labelled(positionedRate(name, flow), name);
  }

  private boolean isDeterminant(Formula.Reference name) {
    return name.indices().isEmpty() && setting.isMetric(name.name());
  }

  private boolean isKronecker(Formula.Reference name) {
    return name.indices().size() == 2 && setting.entity(name.name(), 2) instanceof Entity.Kronecker;
  }

  private Tensor<S> kronecker(Formula.Reference name) {
    List<Slot> slots = name.indices().stream().map(i -> new Slot(i, setting.range(i))).toList();
    return contraction.trace(fixed(fields.kronecker(slots)));
  }

  S determinant(String name) {
    return matrix(name).determinant();
  }

  /** δ det g = tr(adj(g) δg). */
  S determinantRate(String name, String flow) {
    List<S> adjugate = matrix(name).adjugate();
    List<S> change = baseRate(name, 2, flow).components();
    int n = (int) Math.round(Math.sqrt(change.size()));
    S sum = series.zero();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        S term = algebra.multiply(adjugate.get(i * n + j), change.get(j * n + i));
        sum = algebra.add(sum, term);
      }
    }
    return sum;
  }

  private Matrices<S> matrix(String name) {
    Matrices<S> matrix = matrices.get(name);
    if (matrix == null) {
      matrix = Matrices.of(base(name, 2), series);
      matrices.put(name, matrix);
    }
    return matrix;
  }

  Tensor<S> inverseMetric(String first, String second) {
    return named(inverse(setting.metric()), true, first, second);
  }

  Tensor<S> inverseMetricRate(String first, String second, String flow) {
    return named(inverseRate(setting.metric(), flow), true, first, second);
  }

  private static <S> Tensor<S> named(Tensor<S> t, boolean upper, String... labels) {
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      slots.add(new Slot(new Index(labels[i], upper), t.slots().get(i).range()));
    }
    return t.renamed(slots);
  }

  private Tensor<S> inverse(String name) {
    String key = name + "^-1";
    Tensor<S> inverse = values.get(key);
    if (inverse == null) {
      List<Slot> slots = base(name, 2).slots();
      inverse = new Tensor<>(List.of(slots.get(1), slots.get(0)), matrix(name).inverse());
      inverse = named(inverse, true, "#0", "#1");
      values.put(key, inverse);
    }
    return inverse;
  }

  /** δg^{ij} = −g^{ik} δg_{kl} g^{lj}. */
  private Tensor<S> inverseRate(String name, String flow) {
    String key = name + "^-1" + flow;
    Tensor<S> rate = rates.get(key);
    if (rate == null) {
      Tensor<S> inverse = inverse(name);
      Tensor<S> change = named(baseRate(name, 2, flow), false, "#k", "#l");
      rate =
          contraction
              .product(
                  contraction.product(named(inverse, true, "#0", "#k"), change),
                  named(inverse, true, "#l", "#1"))
              .map(c -> algebra.scale(c, Rational.of(-1)));
      rates.put(key, rate);
    }
    return rate;
  }

  Tensor<S> christoffel() {
    return base("\\Gamma", 3);
  }

  Tensor<S> christoffelRate(String flow) {
    return baseRate("\\Gamma", 3, flow);
  }

  /** Moves one index up or down. */
  Tensor<S> flipped(Tensor<S> tensor, int position) {
    return flipped(tensor, position, metricFor(tensor.slots().get(position), null));
  }

  /** The rate of change of what {@link #flipped} gives. */
  Tensor<S> flippedRate(Tensor<S> tensor, Tensor<S> change, int position, String flow) {
    Slot slot = tensor.slots().get(position);
    Tensor<S> moved = flipped(change, position, metricFor(slot, null));
    Tensor<S> turned = flipped(tensor, position, metricFor(slot, flow));
    List<S> sum = new ArrayList<>();
    for (int i = 0; i < moved.components().size(); i++) {
      sum.add(algebra.add(moved.components().get(i), turned.components().get(i)));
    }
    return new Tensor<>(moved.slots(), sum);
  }

  private Tensor<S> metricFor(Slot slot, String flow) {
    String metric = setting.metric();
    if (slot.index().upper()) {
      Tensor<S> g = flow == null ? base(metric, 2) : baseRate(metric, 2, flow);
      return named(g, false, "#old", "#new");
    }
    Tensor<S> g = flow == null ? inverse(metric) : inverseRate(metric, flow);
    return named(g, true, "#old", "#new");
  }

  private Tensor<S> flipped(Tensor<S> tensor, int position, Tensor<S> metric) {
    Slot slot = tensor.slots().get(position);
    List<Slot> slots = new ArrayList<>(tensor.slots());
    slots.set(position, new Slot(slot.index().withLabel("#old"), slot.range()));
    Tensor<S> product = contraction.product(tensor.renamed(slots), metric);
    Index flipped = new Index(slot.label(), !slot.index().upper());
    List<Slot> seen = new ArrayList<>(product.slots());
    seen.set(seen.size() - 1, new Slot(flipped, slot.range()));
    slots.set(position, new Slot(flipped, slot.range()));
    return product.renamed(seen).ordered(slots);
  }

  private Tensor<S> positioned(Formula.Reference name) {
    if (isInverse(name)) {
      return inverse(name.name());
    }
    String key = Entity.key(name.name(), name.indices().size()) + positions(name);
    Tensor<S> tensor = values.get(key);
    if (tensor == null) {
      tensor = base(name.name(), name.indices().size());
      for (int i = 0; i < name.indices().size(); i++) {
        if (tensor.slots().get(i).index().upper() != name.indices().get(i).upper()) {
          tensor = flipped(tensor, i);
        }
      }
      values.put(key, tensor);
    }
    return tensor;
  }

  private Tensor<S> positionedRate(Formula.Reference name, String flow) {
    if (isInverse(name)) {
      return inverseRate(name.name(), flow);
    }
    String key = Entity.key(name.name(), name.indices().size()) + positions(name) + flow;
    Tensor<S> rate = rates.get(key);
    if (rate == null) {
      Tensor<S> tensor = base(name.name(), name.indices().size());
      rate = baseRate(name.name(), name.indices().size(), flow);
      for (int i = 0; i < name.indices().size(); i++) {
        if (tensor.slots().get(i).index().upper() != name.indices().get(i).upper()) {
          rate = flippedRate(tensor, rate, i, flow);
          tensor = flipped(tensor, i);
        }
      }
      rates.put(key, rate);
    }
    return rate;
  }

  private boolean isInverse(Formula.Reference name) {
    return setting.isMetric(name.name())
        && name.indices().size() == 2
        && name.indices().stream().allMatch(Index::upper);
  }

  private static String positions(Formula.Reference name) {
    StringBuilder text = new StringBuilder();
    name.indices().forEach(i -> text.append(i.upper() ? '^' : '_'));
    return text.toString();
  }

  /** A tensor with its indices where its declaration has them. */
  private Tensor<S> base(String name, int rank) {
    String key = Entity.key(name, rank);
    Tensor<S> tensor = values.get(key);
    if (tensor == null) {
      tensor = compute(setting.entity(name, rank), name);
      values.put(key, tensor);
    }
    return tensor;
  }

  private Tensor<S> compute(Entity entity, String name) {
    if (entity instanceof Entity.Known known) {
      return Tensor.scalar(algebra.constant(known.value()));
    } else if (entity instanceof Entity.Unknown unknown) {
      return fields.unknown(unknown);
    } else if (entity instanceof Entity.Coordinate coordinate) {
      return Tensor.scalar(algebra.variable(coordinate.v()));
    } else if (entity instanceof Entity.Position position) {
      return fields.position(position);
    } else if (entity instanceof Entity.Defined defined) {
      return new Pieces<>(setting, series).assemble(defined, evaluator::value);
    } else if (entity instanceof Entity.Composite composite) {
      int slash = composite.argument().lastIndexOf('/');
      return fields.composite(composite, base(composite.argument().substring(0, slash), 1));
    }
    throw new FormulaException(name + " has no components of its own");
  }

  private Tensor<S> baseRate(String name, int rank, String flow) {
    String key = Entity.key(name, rank) + flow;
    Tensor<S> rate = rates.get(key);
    if (rate == null) {
      Entity entity = setting.entity(name, rank);
      Equation rule = setting.flow(flow).get(Entity.key(name, rank));
      if (rule != null) {
        rate = ruled(rule, base(name, rank));
      } else if (entity instanceof Entity.Defined defined) {
        rate = new Pieces<>(setting, series).assemble(defined, f -> evaluator.rate(f, flow));
      } else {
        rate = base(name, rank).map(c -> series.zero());
      }
      rates.put(key, rate);
    }
    return rate;
  }

  private Tensor<S> ruled(Equation rule, Tensor<S> field) {
    Formula moved =
        rule.left() instanceof Formula.Partial partial
            ? partial.operand()
            : ((Formula.Variation) rule.left()).operand();
    List<Index> indices = ((Formula.Reference) moved).indices();
    Tensor<S> change = evaluator.value(rule.right());
    List<Slot> order = indices.stream().map(i -> new Slot(i, setting.range(i))).toList();
    return change.isZero(algebra)
        ? field.map(c -> series.zero())
        : change.ordered(order).renamed(field.slots());
  }

  private Tensor<S> labelled(Tensor<S> tensor, Formula.Reference name) {
    return relabelled(tensor, name.indices());
  }

  /** Puts labels on a tensor's slots: fixes digits, restricts ranges, sums over pairs. */
  Tensor<S> relabelled(Tensor<S> tensor, List<Index> labels) {
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Index index = labels.get(i);
      Range range = setting.range(index);
      Range whole = tensor.slots().get(i).range();
      if (!range.family().equals(whole.family())) {
        throw new FormulaException(
            "index "
                + index.label()
                + " runs over "
                + range.family()
                + ", "
                + whole.family()
                + " expected");
      }
      slots.add(new Slot(index, range));
    }
    return contraction.trace(fixed(restricted(tensor, slots)));
  }

  private static <S> Tensor<S> restricted(Tensor<S> tensor, List<Slot> slots) {
    int[] strides = tensor.strides();
    int start = 0;
    boolean whole = true;
    for (int i = 0; i < strides.length; i++) {
      Range from = tensor.slots().get(i).range();
      Range to = slots.get(i).range();
      whole &= from.equals(to);
      if (to.offset() < from.offset() || to.offset() + to.size() > from.offset() + from.size()) {
        throw new FormulaException("index " + slots.get(i).label() + " runs out of its range");
      }
      start += (to.offset() - from.offset()) * strides[i];
    }
    if (whole) {
      return tensor.renamed(slots);
    }
    int first = start;
    List<S> components = new ArrayList<>();
    new Walk(slots)
        .forEach(
            at -> {
              int offset = first;
              for (int i = 0; i < at.length; i++) {
                offset += at[i] * strides[i];
              }
              components.add(tensor.components().get(offset));
            });
    return new Tensor<>(slots, components);
  }

  /** Drops the slots that name one component. */
  private static <S> Tensor<S> fixed(Tensor<S> tensor) {
    List<Slot> free = tensor.slots().stream().filter(s -> !s.index().isFixed()).toList();
    return new Tensor<>(free, tensor.components());
  }
}
