package org.metricflows.bridge.internal.spec;

import java.time.Duration;
import java.util.List;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.door.Simplifier;

/** Reads symmetric d×d matrices of expressions. */
final class MatrixReader {
  private MatrixReader() {}

  static SymmetricMatrix read(Value value, SpaceSpec space) {
    return read(value, space.coordinates().size(), "coordinate", FormulaReader.in(space));
  }

  /** A matrix of constants. */
  static SymmetricMatrix ofConstants(Value value, int dimension) {
    return read(value, dimension, "basis vector", FormulaReader.ofConstants());
  }

  private static SymmetricMatrix read(Value value, int d, String what, FormulaReader formulas) {
    String shape = "a list of " + d + " rows of " + d + " expressions (one per " + what + ")";
    List<Value> rows = value.items(shape);
    if (rows.size() != d) {
      throw value.mustBe(shape);
    }
    List<List<Value>> entries = rows.stream().map(row -> row(row, d)).toList();
    List<List<Formula>> matrix =
        entries.stream().map(row -> row.stream().map(formulas::formula).toList()).toList();
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        if (!same(matrix.get(i).get(j).value(), matrix.get(j).get(i).value())) {
          throw asymmetric(entries.get(i).get(j), entries.get(j).get(i));
        }
      }
    }
    return new SymmetricMatrix(matrix);
  }

  /** Mirror images may be written differently: x*(1+x) and x+x^2. */
  private static boolean same(Expr below, Expr above) {
    return below.equals(above)
        || Simplifier.within(Duration.ofSeconds(1)).provesZero(below.minus(above));
  }

  private static List<Value> row(Value row, int d) {
    List<Value> items = row.items("a row of " + d + " expressions");
    if (items.size() != d) {
      throw row.mustBe("a row of " + d + " expressions");
    }
    return items;
  }

  private static InputException asymmetric(Value below, Value above) {
    return below.error(
        "must be symmetric, but is "
            + below.node().describe()
            + " where its mirror image is "
            + above.node().describe());
  }
}
