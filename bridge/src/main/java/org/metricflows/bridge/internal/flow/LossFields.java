package org.metricflows.bridge.internal.flow;

import java.util.List;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.loss.PointField;

/** The fixed functions of the coordinates that a loss reads, over a sample. */
final class LossFields {

  private LossFields() {}

  /** {@code [field][point]}, checked to be finite. */
  static double[][] of(Compiler compiler, Loss loss, FlowData data) {
    Derivation.Builder builder = Derivation.builder();
    data.coordinates().forEach(x -> builder.input(x.name()));
    List<PointField> fields = loss.fields();
    for (PointField field : fields) {
      builder.define("field" + field.name(), field.latex(), field.value());
    }
    Derivation derivation = builder.build(fields.stream().map(f -> "field" + f.name()).toList());
    double[][] columns = PointColumns.evaluate(compiler, derivation, data.sampleColumns());
    FieldCheck.finite(loss, columns);
    return columns;
  }
}
