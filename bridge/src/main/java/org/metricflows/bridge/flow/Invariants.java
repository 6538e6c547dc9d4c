package org.metricflows.bridge.flow;

import java.util.List;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.compiler.Program;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;
import org.metricflows.symbolic.network.Ansatz;

/** The scalar curvature R and √|det g| of the metric that jets of network outputs make. */
final class Invariants {
  private final Program program;
  private final double[][] reference;

  /**
   * @param reference second-order jets of the ansatz's reference, {@code [component·J +
   *     jet][point]}
   */
  Invariants(Compiler compiler, Ansatz ansatz, int dimension, double[][] reference) {
    this.program = compiler.compile(derivation(ansatz, dimension));
    this.reference = reference;
  }

  /** Jets of f, jets of the reference ↦ R, √|det g|. */
  static Derivation derivation(Ansatz ansatz, int d) {
    Derivation.Builder builder = Derivation.builder();
    List<Jet> f = ansatz.outputJets(builder, d, 2);
    List<Jet> reference = ansatz.referenceJets(builder, d, 2);
    MetricJet metric = new MetricJet(d, ansatz.metric(reference, f)).define(builder);
    Curvature curvature = Curvature.of(builder, metric);
    builder.define("outR", "R", curvature.scalar());
    builder.define("outsqrtg", "\\sqrt{|\\det g|}", curvature.sqrtDet());
    return builder.build("outR", "outsqrtg");
  }

  /** {R, √|det g|} at every point. */
  double[][] at(double[][] outputJets) {
    return PointColumns.apply(program, PointColumns.join(outputJets, reference));
  }
}
