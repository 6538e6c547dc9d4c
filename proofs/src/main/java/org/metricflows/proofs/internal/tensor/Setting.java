package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.formula.FormulaException;
import org.metricflows.proofs.internal.formula.Index;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/**
 * The world that a theorem speaks of: its dimension, its generic fields, the definitions built on
 * them and the flows that move them.
 *
 * <p>Built by {@link #of(int)}; immutable.
 */
public final class Setting {
  /** The operator of the first variation as the name of its flow. */
  public static final String VARIATION = "\\delta";

  private final int dimension;
  private final List<String> variables;
  private final Map<String, Family> families;
  private final Map<String, Range> ranges;
  private final Map<String, Entity> entities;
  private final Map<String, Map<String, Equation>> flows;
  private final Set<String> metrics;
  private final boolean euclidean;

  private Setting(Builder builder) {
    this.dimension = builder.dimension;
    this.variables = List.copyOf(builder.variables);
    this.families = Map.copyOf(builder.families);
    this.ranges = Map.copyOf(builder.ranges);
    this.entities = new LinkedHashMap<>(builder.entities);
    this.flows = Map.copyOf(builder.flows);
    this.metrics = new LinkedHashSet<>(builder.metrics);
    this.euclidean = builder.euclidean;
  }

  /** A setting with d coordinates, which any index runs over that is not declared otherwise. */
  public static Builder of(int dimension) {
    return new Builder(dimension);
  }

  /** The number of coordinates d. */
  public int dimension() {
    return dimension;
  }

  /** Number of variables that functions depend on: coordinates, times, parameters. */
  public int variableCount() {
    return variables.size();
  }

  boolean isEuclidean() {
    return euclidean;
  }

  Optional<Integer> variable(String name) {
    int v = variables.indexOf(name);
    return v < 0 ? Optional.empty() : Optional.of(v);
  }

  Family family(String name) {
    return families.get(name);
  }

  Entity entity(String name, int rank) {
    Entity entity = entities.get(Entity.key(name, rank));
    if (entity == null) {
      throw new FormulaException(name + " with " + rank + " indices is not defined");
    }
    return entity;
  }

  boolean defines(String name, int rank) {
    return entities.containsKey(Entity.key(name, rank));
  }

  /** The tensor that raises and lowers indices. */
  String metric() {
    if (metrics.isEmpty()) {
      throw new FormulaException("an index is raised or lowered where no metric is declared");
    }
    return metrics.iterator().next();
  }

  boolean isMetric(String name) {
    return metrics.contains(name);
  }

  /** Whether an index stands elsewhere than in the tensor's declaration. */
  boolean isMoved(Formula.Reference name) {
    List<Index> declared = List.of();
    if (isMetric(name.name()) || !defines(name.name(), name.indices().size())) {
      return false;
    }
    Entity entity = entity(name.name(), name.indices().size());
    if (entity instanceof Entity.Unknown unknown) {
      declared = unknown.indices();
    } else if (entity instanceof Entity.Defined defined) {
      declared = defined.indices();
    }
    for (int i = 0; i < declared.size(); i++) {
      if (declared.get(i).upper() != name.indices().get(i).upper()) {
        return true;
      }
    }
    return false;
  }

  /** What an index runs over. */
  Range range(Index index) {
    return index.isFixed()
        ? families.get(Builder.MAIN).all().only(index.component())
        : ranges.getOrDefault(index.label(), families.get(Builder.MAIN).all());
  }

  boolean isWhole(Range range) {
    return range.equals(families.get(range.family()).all());
  }

  boolean hasFlow(String name) {
    return flows.containsKey(name);
  }

  Map<String, Equation> flow(String name) {
    Map<String, Equation> flow = flows.get(name);
    if (flow == null) {
      throw new FormulaException("no rule says how anything changes under " + name);
    }
    return flow;
  }

  /** The definitions and rules that an equation rests on, each after those it uses. */
  public List<Equation> linesBehind(Equation equation) {
    return Dependencies.of(this, equation);
  }

  /** Collects fields, definitions and flows. */
  public static final class Builder {
    private static final String MAIN = "coordinates";

    private final int dimension;
    private final List<String> variables = new ArrayList<>();
    private final Map<String, Family> families = new LinkedHashMap<>();
    private final Map<String, Range> ranges = new LinkedHashMap<>();
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<String, Map<String, Equation>> flows = new LinkedHashMap<>();
    private final Set<String> metrics = new LinkedHashSet<>();
    private boolean euclidean;

    private Builder(int dimension) {
      if (dimension < 1) {
        throw new IllegalArgumentException("dimension: " + dimension + " seen, at least 1 needed");
      }
      this.dimension = dimension;
      for (int v = 1; v <= dimension; v++) {
        variables.add("x" + v);
      }
      families.put(MAIN, new Family(MAIN, dimension, 0));
      entities.put(Entity.key("d", 0), new Entity.Known(Rational.of(dimension)));
      entities.put(Entity.key("\\pi", 0), new Entity.Unknown(List.of(), false, Set.of()));
      entities.put(Entity.key("\\delta", 2), new Entity.Kronecker());
    }

    /** Names the coordinates. */
    public Builder chart(String... names) {
      if (names.length != dimension) {
        throw new IllegalArgumentException(
            "chart: " + names.length + " names for " + dimension + " coordinates");
      }
      for (int v = 0; v < dimension; v++) {
        variables.set(v, names[v]);
        entities.put(Entity.key(names[v], 0), new Entity.Coordinate(v));
      }
      return this;
    }

    /** Adds a variable that is no coordinate, such as a time. */
    public Builder variable(String name) {
      entities.put(Entity.key(name, 0), new Entity.Coordinate(variables.size()));
      variables.add(name);
      return this;
    }

    /** Lets the name stand for the coordinates as components, {@code x^a}. */
    public Builder position(String declaration) {
      Formula.Reference x = reference(declaration);
      return put(x, new Entity.Position(x.indices().get(0)));
    }

    /** A family of components that the given labels run over; nothing is differentiated by them. */
    public Builder family(String name, int size, String... labels) {
      return family(new Family(name, size, -1), labels);
    }

    /** A family of further variables, one for each component of the given labels. */
    public Builder parameters(String name, int size, String... labels) {
      family(new Family(name, size, variables.size()), labels);
      for (int v = 1; v <= size; v++) {
        variables.add(name + v);
      }
      return this;
    }

    private Builder family(Family family, String... labels) {
      families.put(family.name(), family);
      for (String label : labels) {
        ranges.put(label, family.all());
      }
      return this;
    }

    /** Lets labels run over a stretch of the coordinates only. */
    public Builder stretch(int offset, int size, String... labels) {
      for (String label : labels) {
        ranges.put(label, new Range(MAIN, offset, size));
      }
      return this;
    }

    /** Lets an index be summed over whatever the position of its two occurrences. */
    public Builder euclidean() {
      euclidean = true;
      return this;
    }

    /** A generic field of all variables declared so far, named as {@code V^i}. */
    public Builder field(String declaration) {
      return unknown(declaration, false, all());
    }

    /** A generic field that is symmetric in its indices. */
    public Builder symmetric(String declaration) {
      return unknown(declaration, true, all());
    }

    /** A generic constant. */
    public Builder constant(String declaration) {
      return unknown(declaration, false, Set.of());
    }

    /** A generic symmetric constant. */
    public Builder symmetricConstant(String declaration) {
      return unknown(declaration, true, Set.of());
    }

    /** A generic function of one variable, or of a family of parameters. */
    public Builder functionOf(String name, String declaration) {
      Family family = families.get(name);
      Set<Integer> variables =
          family == null
              ? Set.of(this.variables.indexOf(name))
              : IntStream.range(family.firstVariable(), family.firstVariable() + family.size())
                  .boxed()
                  .collect(Collectors.toSet());
      return unknown(declaration, false, variables);
    }

    private Set<Integer> all() {
      return IntStream.range(0, variables.size()).boxed().collect(Collectors.toSet());
    }

    /** A generic function of the components of a tensor, and the name of its gradient by them. */
    public Builder composite(String name, String argument, String gradient) {
      Formula.Reference of = reference(argument);
      String key = Entity.key(of.name(), of.indices().size());
      entities.put(Entity.key(name, 0), new Entity.Composite(name, key, false));
      entities.put(Entity.key(gradient, 1), new Entity.Composite(name, key, true));
      return this;
    }

    private Builder unknown(String declaration, boolean symmetric, Set<Integer> variables) {
      Formula.Reference field = reference(declaration);
      return put(field, new Entity.Unknown(field.indices(), symmetric, variables));
    }

    /** Marks a tensor as a metric; the first one marked raises and lowers indices. */
    public Builder metric(String name) {
      metrics.add(name);
      return this;
    }

    /**
     * Definitions {@code A^i{}_j = …}. Several with fixed or restricted indices on the left give
     * the components of one tensor, the others being zero.
     */
    public Builder define(String... lines) {
      for (String line : lines) {
        define(Equation.parse(line), false);
      }
      return this;
    }

    /** A scalar defined by an expression of the symbolic layer. */
    public Builder define(String name, Expr value) {
      define(Equation.of(name, value), false);
      return this;
    }

    /** Like {@link #define}; components with exchanged indices are given at once. */
    public Builder defineSymmetric(String... lines) {
      for (String line : lines) {
        define(Equation.parse(line), true);
      }
      return this;
    }

    private void define(Equation line, boolean symmetric) {
      if (!(line.left() instanceof Formula.Reference left)) {
        throw new FormulaException("a definition begins with a name: " + line);
      }
      String key = Entity.key(left.name(), left.indices().size());
      List<Equation> pieces = new ArrayList<>();
      List<Index> indices = left.indices();
      if (entities.get(key) instanceof Entity.Defined before && isPiece(left)) {
        pieces.addAll(before.pieces());
        indices = before.indices();
      } else if (entities.containsKey(key)) {
        throw new FormulaException("defined twice: " + line);
      }
      pieces.add(line);
      entities.put(key, new Entity.Defined(indices, List.copyOf(pieces), symmetric));
    }

    private boolean isPiece(Formula.Reference left) {
      return left.indices().stream().anyMatch(i -> i.isFixed() || ranges.containsKey(i.label()));
    }

    /** How the fields change under {@code \partial_t} or {@code \delta}; all others stay. */
    public Builder flow(String... rules) {
      for (String rule : rules) {
        Equation equation = Equation.parse(rule);
        String name = VARIATION;
        Formula moved = null;
        if (equation.left() instanceof Formula.Partial partial) {
          name = partial.index().label();
          moved = partial.operand();
        } else if (equation.left() instanceof Formula.Variation variation) {
          moved = variation.operand();
        }
        if (!(moved instanceof Formula.Reference field)) {
          throw new FormulaException("a flow's rule is \\partial_t or \\delta of a name: " + rule);
        }
        String key = Entity.key(field.name(), field.indices().size());
        Map<String, Equation> rulesOf = new LinkedHashMap<>(flows.getOrDefault(name, Map.of()));
        rulesOf.put(key, equation);
        flows.put(name, rulesOf);
      }
      return this;
    }

    private Builder put(Formula.Reference name, Entity entity) {
      if (entities.put(Entity.key(name.name(), name.indices().size()), entity) != null) {
        throw new FormulaException("defined twice: " + name.name());
      }
      return this;
    }

    private static Formula.Reference reference(String declaration) {
      Equation line = Equation.parse(declaration + " = 0");
      if (!(line.left() instanceof Formula.Reference name)) {
        throw new FormulaException("a name with indices is expected: " + declaration);
      }
      return name;
    }

    public Setting build() {
      return new Setting(this);
    }
  }
}
