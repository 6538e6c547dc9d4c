package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;

/** The Lie algebra of the group on which a metric is left-invariant. */
public sealed interface LieAlgebraSpec {

  /** The dimension d, 2 to 6. */
  int dimension();

  /** An algebra of dimension 3 that has a name. */
  enum Known implements LieAlgebraSpec, Named {
    /** Rotations: [e_i, e_j] = −2 e_k, cyclic. */
    SU2("su2"),
    /** Heisenberg's: [e2, e3] = −2 e1. */
    NIL("nil"),
    /** Of solvable geometry: [e2, e3] = −2 e1, [e1, e2] = 2 e3. */
    SOL("sol"),
    /** Of SL(2, R): [e2, e3] = −2 e1, [e3, e1] = −2 e2, [e1, e2] = 2 e3. */
    SL2("sl2"),
    /** Rigid motions of the plane: [e2, e3] = −2 e1, [e3, e1] = −2 e2. */
    E2("e2"),
    /** Of hyperbolic space, not unimodular: [e1, e2] = e2, [e1, e3] = e3. */
    H3("h3"),
    /** Of hyperbolic plane times line, not unimodular: [e1, e2] = e2. */
    H2XR("h2xr"),
    /** All brackets vanish. */
    ABELIAN("abelian");

    private final String label;

    Known(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    @Override
    public int dimension() {
      return 3;
    }
  }

  /**
   * [e2,e3] = 2λ e1, [e3,e1] = 2μ e2, [e1,e2] = 2ν e3.
   *
   * @param constants λ, μ, ν as constant expressions
   */
  record Unimodular(List<Formula> constants) implements LieAlgebraSpec {
    /** Copies its argument. */
    public Unimodular {
      constants = List.copyOf(constants);
    }

    @Override
    public int dimension() {
      return 3;
    }
  }

  /**
   * Brackets one by one; all others vanish.
   *
   * @param dimension d
   * @param brackets pairs {@code i,j}, counted from 1, to the coefficients of [e_i, e_j], constant
   *     expressions; no pair is there in both orders
   */
  record Brackets(int dimension, Map<String, List<Formula>> brackets) implements LieAlgebraSpec {
    /** Copies its arguments. */
    public Brackets {
      brackets = Map.copyOf(brackets);
    }
  }
}
