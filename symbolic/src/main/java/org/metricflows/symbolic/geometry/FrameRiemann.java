package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;

/** R_abcd = ⟨R(e_c, e_d) e_b, e_a⟩ in a frame with constant connection coefficients. */
final class FrameRiemann implements CurvatureSymmetry {
  private final Lines lines;
  private final LieAlgebra algebra;
  private final FrameConnection connection;

  FrameRiemann(Lines lines, LieAlgebra algebra, FrameConnection connection) {
    this.lines = lines;
    this.algebra = algebra;
    this.connection = connection;
  }

  @Override
  public Expr independent(int a, int b, int c, int d) {
    String digits = Lines.digits(a, b, c, d);
    return lines.line("Riem" + digits, "R_{" + digits + "}", () -> formula(a, b, c, d));
  }

  /** Γ_a,ce Γ^e_db − Γ_a,de Γ^e_cb − C^e_cd Γ_a,eb. */
  private Expr formula(int a, int b, int c, int d) {
    List<Expr> terms = new ArrayList<>();
    for (int e = 0; e < algebra.dimension(); e++) {
      terms.add(connection.lowered(a, c, e).times(connection.get(e, d, b)));
      terms.add(connection.lowered(a, d, e).times(connection.get(e, c, b)).negate());
      terms.add(algebra.constant(e, c, d).times(connection.lowered(a, e, b)).negate());
    }
    return Expr.sum(terms);
  }
}
