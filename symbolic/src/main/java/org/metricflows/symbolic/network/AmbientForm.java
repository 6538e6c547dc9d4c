package org.metricflows.symbolic.network;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.geometry.EmbeddedChart;

/**
 * g_ij = g₀_ij + X^a_i X^b_j f_ab on a submanifold of R^N: the outputs are a symmetric form of the
 * ambient space, pulled back. Smooth functions f_ab of X make a smooth metric, whatever the charts.
 *
 * <p>What the form says of normal directions the metric does not feel, so that velocities are given
 * by the metric's own components.
 *
 * @param chart of the submanifold
 */
public record AmbientForm(EmbeddedChart chart) implements Ansatz {

  @Override
  public String key() {
    return "additive";
  }

  @Override
  public String latex() {
    return "g_{ij} = g^{0}_{ij} + \\partial_i X^a\\, \\partial_j X^b\\, f_{ab}(X)";
  }

  @Override
  public String text() {
    return "g_ij = g0_ij + d_i X^a d_j X^b f_ab(X)";
  }

  private int ambient() {
    return chart.ambient().size();
  }

  /** f11, f12, …, by ambient coordinates. */
  @Override
  public List<String> outputNames(int d) {
    return Ansatz.indices(ambient()).stream().map(ab -> "f" + ab).toList();
  }

  @Override
  public boolean isAdditive() {
    return true;
  }

  @Override
  public Ansatz moved() {
    return ChartAnsatz.ADDITIVE;
  }

  /** Those of g₀, then those of X^1_1, X^1_2, …, X^2_1, …. */
  @Override
  public List<Jet> referenceJets(Derivation.Builder builder, int d, int order) {
    List<Jet> jets = new ArrayList<>(Ansatz.super.referenceJets(builder, d, order));
    for (int a = 1; a <= ambient(); a++) {
      for (int i = 1; i <= d; i++) {
        String latex = "\\partial_{" + i + "}X^{" + a + "}";
        jets.add(Jet.input(builder, "e" + a + i, latex, d, order));
      }
    }
    return jets;
  }

  @Override
  public List<Jet> reference(Derivation.Builder builder, List<Jet> background) {
    List<Jet> jets = new ArrayList<>(background);
    for (int a = 0; a < ambient(); a++) {
      for (int i = 0; i < chart.dimension(); i++) {
        jets.add(Jet.of(chart.tangent(a, i), chart, background.get(0).order()));
      }
    }
    return jets;
  }

  @Override
  public List<Jet> metric(List<Jet> reference, List<Jet> f) {
    int d = chart.dimension();
    SymmetricIndex form = new SymmetricIndex(ambient());
    List<Jet> g = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        Jet sum = reference.get(g.size());
        for (int a = 0; a < ambient(); a++) {
          for (int b = a; b < ambient(); b++) {
            Jet tangents = tangent(reference, a, i).times(tangent(reference, b, j));
            if (a != b) {
              tangents = tangents.plus(tangent(reference, b, i).times(tangent(reference, a, j)));
            }
            sum = sum.plus(f.get(form.of(a, b)).times(tangents));
          }
        }
        g.add(sum);
      }
    }
    return g;
  }

  private Jet tangent(List<Jet> reference, int a, int i) {
    int d = chart.dimension();
    return reference.get(new SymmetricIndex(d).size() + a * d + i);
  }
}
