package org.metricflows.proofs.internal.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.tensor.Setting;

/**
 * A statement of the theory: what it says in words, and the identities that make it precise.
 *
 * @param name short name, in lower case with hyphens
 * @param title what it says in a line
 * @param dimensions the dimensions in which it is verified
 * @param claims the identities and their twins in a dimension
 */
public record Theorem(
    String name, String title, List<Integer> dimensions, IntFunction<List<Claim>> claims) {

  public Theorem {
    dimensions = List.copyOf(dimensions);
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("theorem: name " + name + " is not lower-case-hyphened");
    }
  }

  /** A theorem that is built by adding equations. */
  public static Builder named(String name, String title) {
    return new Builder(name, title);
  }

  /** The claims in one dimension. */
  public List<Claim> in(int dimension) {
    return claims.apply(dimension);
  }

  /** Collects equations in index notation and their twins. */
  public static final class Builder {
    private final String name;
    private final String title;
    private final List<Equation[]> pairs = new ArrayList<>();
    private List<Integer> dimensions = List.of(2, 3, 4);
    private IntFunction<Setting> setting;

    private Builder(String name, String title) {
      this.name = name;
      this.title = title;
    }

    public Builder dimensions(Integer... values) {
      this.dimensions = List.of(values);
      return this;
    }

    /** Where the equations live. */
    public Builder in(IntFunction<Setting.Builder> world) {
      this.setting = d -> world.apply(d).build();
      return this;
    }

    /** Adds an identity and its mutated twin. */
    public Builder claim(String statement, String twin) {
      pairs.add(new Equation[] {Equation.parse(statement), Equation.parse(twin)});
      return this;
    }

    public Theorem build() {
      List<Equation[]> equations = List.copyOf(pairs);
      IntFunction<Setting> world = setting;
      return new Theorem(
          name,
          title,
          dimensions,
          d -> {
            Setting here = world.apply(d);
            return equations.stream()
                .map(
                    pair ->
                        new Claim(
                            new FormulaStatement(here, pair[0]),
                            new FormulaStatement(here, pair[1])))
                .toList();
          });
    }
  }
}
