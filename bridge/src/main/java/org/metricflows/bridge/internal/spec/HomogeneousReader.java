package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.expression.Rational;

/** Understands the tree of a spec with a Lie algebra. */
final class HomogeneousReader {
  private static final Key<Value> BACKGROUND =
      Key.of(
          "background",
          Kind.matrix(),
          "g_ij at time 0, a symmetric positive definite matrix of constants");
  private static final Key<Value> DIAGONAL =
      Key.of("diagonal", Kind.list(Kind.formulaSchema()), "instead: its diagonal, `[A, B, C]`");

  static final Codec<SymmetricMatrix> METRIC =
      Codec.of("metric", BACKGROUND.as(SymmetricMatrix::texts), DIAGONAL.onlyRead());
  static final Codec<FlowSpec> FLOW =
      FlowReader.codec(
          List.of("ricci", "ricci-normalised"),
          "`ricci` ∂_t g = −2Ric, or `ricci-normalised` −2Ric + (2/d) R g, at fixed volume");

  static final Codec<HomogeneousSpec> CODEC =
      Codec.of(
          "",
          CommonKeys.TITLE.of(HomogeneousSpec::title),
          LieAlgebraReader.CODEC.of(HomogeneousSpec::algebra),
          METRIC.of(HomogeneousSpec::metric),
          FLOW.perhaps(HomogeneousSpec::flow),
          CommonKeys.COMPARE.onlyRead());

  private HomogeneousReader() {}

  /**
   * @param purpose what it is wanted for: {@code RUN} needs the flow
   */
  static HomogeneousSpec read(Node.Mapping root, Purpose purpose) {
    Fields fields = CODEC.in(new Value(root, ""));
    LieAlgebraSpec algebra = LieAlgebraReader.read(fields.get("lie_algebra"));
    Optional<FlowSpec> flow = fields.find("flow").map(HomogeneousReader::flow);
    if (purpose == Purpose.RUN && flow.isEmpty()) {
      throw fields.missing("flow", "'" + purpose.command() + "' needs it");
    }
    return new HomogeneousSpec(
        fields.get("title", "", Value::text),
        algebra,
        metric(fields.get("metric"), algebra.dimension()),
        flow);
  }

  private static FlowSpec flow(Value section) {
    return FlowReader.readRicci(section, Dynamics.Ricci.PLAIN, Dynamics.Ricci.NORMALISED);
  }

  private static SymmetricMatrix metric(Value section, int dimension) {
    Fields fields = METRIC.in(section);
    if (fields.has("background")) {
      fields.refuse("diagonal", "has no meaning beside metric.background");
      return MatrixReader.ofConstants(fields.get("background"), dimension);
    }
    if (!fields.has("diagonal")) {
      throw fields.missing("background", "a matrix, or 'diagonal', a list");
    }
    return diagonal(fields.get("diagonal"), dimension);
  }

  private static SymmetricMatrix diagonal(Value value, int dimension) {
    String allowed = "a list of " + dimension + " constants (one per basis vector)";
    List<Value> items = value.items(allowed);
    if (items.size() != dimension) {
      throw value.mustBe(allowed);
    }
    Formula zero = new Formula("0", Rational.ZERO);
    List<List<Formula>> rows = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      List<Formula> row = new ArrayList<>(Collections.nCopies(dimension, zero));
      row.set(i, FormulaReader.ofConstants().formula(items.get(i)));
      rows.add(row);
    }
    return new SymmetricMatrix(rows);
  }
}
