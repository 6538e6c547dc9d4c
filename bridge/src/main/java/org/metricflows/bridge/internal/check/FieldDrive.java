package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.loss.FixedMeasure;

/**
 * What drives the outputs at a sample point: the derivatives of the weighted loss by their jets,
 * and with DeWitt's supermetric those of its change along h_kl = (g_ik g_jl + g_il g_jk) ψ/m by the
 * jets of ψ, from ψ = (x − x_a)^γ/γ! multiplied out as a Taylor polynomial.
 *
 * @param subject the spec's formulas
 * @param deWitt whether DeWitt's supermetric acts
 */
record FieldDrive(Subject subject, boolean deWitt) {

  /**
   * The drive at a sample point.
   *
   * @param jets of the outputs there: {@code [output·J + coefficient]}
   * @return laid out like the jets
   */
  double[] at(int point, double[] jets) {
    double[] x = subject.points()[point];
    double[] sources = subject.loss().at(x, subject.weight(point), jets).getGradient();
    return deWitt ? deWitt(x, jets, sources) : sources;
  }

  private double[] deWitt(double[] x, double[] jets, double[] sources) {
    int d = subject.dimension();
    FieldAnsatz layout = subject.metric().ansatz();
    List<DerivativeStructure> g = subject.metric().metricAt(x, jets, subject.order());
    List<DerivativeStructure> tests = tests();
    double[] drive = new double[sources.length];
    DerivativeStructure inverse = density(x).reciprocal();
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        for (int k = 0; k < d; k++) {
          for (int l = k; l < d; l++) {
            DerivativeStructure one =
                g.get(layout.component(i, k)).multiply(g.get(layout.component(j, l)));
            DerivativeStructure other =
                g.get(layout.component(i, l)).multiply(g.get(layout.component(j, k)));
            DerivativeStructure factor = one.add(other).multiply(inverse);
            add(factor, tests, layout.component(k, l), layout.component(i, j), sources, drive);
          }
        }
      }
    }
    return drive;
  }

  /** Σ_β a_β ∂^β(factor ψ) for each ψ. */
  private void add(
      DerivativeStructure factor,
      List<DerivativeStructure> tests,
      int source,
      int output,
      double[] sources,
      double[] drive) {
    TaylorLayout layout = subject.layout();
    for (int gamma = 0; gamma < layout.size(); gamma++) {
      DerivativeStructure product = factor.multiply(tests.get(gamma));
      for (int beta = 0; beta < layout.size(); beta++) {
        drive[output * layout.size() + gamma] +=
            sources[source * layout.size() + beta]
                * product.getPartialDerivative(layout.orders(beta));
      }
    }
  }

  /** The ψ of which one derivative alone is 1 and all others are 0. */
  private List<DerivativeStructure> tests() {
    TaylorLayout layout = subject.layout();
    DSFactory factory = new DSFactory(subject.dimension(), subject.order());
    List<DerivativeStructure> tests = new ArrayList<>();
    for (int gamma = 0; gamma < layout.size(); gamma++) {
      DerivativeStructure product = factory.constant(1);
      for (int i = 0; i < subject.dimension(); i++) {
        int n = layout.orders(gamma)[i];
        for (int power = 1; power <= n; power++) {
          product = product.multiply(factory.variable(i, 0)).divide(power);
        }
      }
      tests.add(product);
    }
    return tests;
  }

  private DerivativeStructure density(double[] x) {
    DSFactory factory = new DSFactory(subject.dimension(), subject.order());
    Optional<FixedMeasure> measure = subject.flow().loss().loss().measure();
    if (measure.isEmpty()) {
      return factory.constant(1);
    }
    Map<Symbol, DerivativeStructure> variables = subject.metric().coordinates().near(factory, x);
    return new FieldExpression<>(factory.constant(0), variables).of(measure.get().density());
  }
}
