package org.metricflows.symbolic.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;
import org.metricflows.symbolic.network.Ansatz;

/**
 * Evolution equations of the functions f that make a metric g = G(x, f).
 *
 * <p>Every derivation's inputs begin with the jets of f and of the ansatz's reference, of order 2.
 *
 * @param ansatz how f makes the metric
 * @param dimension d
 */
public record GeometricFlow(Ansatz ansatz, int dimension) {

  /** The flows of an ansatz in dimension d. */
  public static GeometricFlow of(Ansatz ansatz, int dimension) {
    return new GeometricFlow(ansatz, dimension);
  }

  /** A derivation in the making, with the geometry of G(x, f). */
  private record Draft(Derivation.Builder builder, Curvature geometry) {}

  private Draft draft() {
    Derivation.Builder builder = Derivation.builder();
    List<Jet> f = ansatz.outputJets(builder, dimension, 2);
    List<Jet> reference = ansatz.referenceJets(builder, dimension, 2);
    MetricJet metric = new MetricJet(dimension, ansatz.metric(reference, f)).define(builder);
    return new Draft(builder, Curvature.of(builder, metric));
  }

  /**
   * Whether Ricci flow stays within the ansatz: {@code additive} in any dimension, {@code
   * conformal} on surfaces.
   */
  public boolean carriesRicciFlow() {
    return ansatz == Ansatz.ADDITIVE || isConformalSurface();
  }

  private boolean isConformalSurface() {
    return ansatz == Ansatz.CONFORMAL && dimension == 2;
  }

  /**
   * Ricci flow: jets ↦ −2R_ij for {@code additive}; on a surface Ric = ½Rg, so that {@code
   * conformal} has ∂_t f = −½R.
   */
  public Derivation ricci() {
    Draft draft = draft();
    return draft.builder.build(ricci(draft));
  }

  private List<String> ricci(Draft draft) {
    if (isConformalSurface()) {
      draft.builder.define("speed", "\\partial_t f", draft.geometry.scalar().over(-2));
      return List.of("speed");
    }
    return symmetric(draft, "speed", (i, j) -> draft.geometry.ricci(i, j).times(-2));
  }

  /**
   * The parts of Ricci flow at fixed volume, ∂_t g = −2Ric + (2/d) r g with r = ∫R dV/∫dV: what
   * {@link #ricci} has, then what r multiplies (g_ij·2/d, or 1/d for {@code conformal}), then R√g
   * and √g.
   */
  public Derivation normalisedRicci() {
    Draft draft = draft();
    List<String> outputs = new ArrayList<>(ricci(draft));
    Curvature geometry = draft.geometry;
    if (isConformalSurface()) {
      draft.builder.define("growth", Rational.ONE.over(dimension));
      outputs.add("growth");
    } else {
      outputs.addAll(
          symmetric(draft, "growth", (i, j) -> geometry.metric().g(i, j).times(2).over(dimension)));
    }
    draft.builder.define("rdv", "R\\sqrt{g}", geometry.scalar().times(geometry.sqrtDet()));
    draft.builder.define("dv", "\\sqrt{g}", geometry.sqrtDet());
    outputs.addAll(List.of("rdv", "dv"));
    return draft.builder.build(outputs);
  }

  /**
   * Ricci flow in DeTurck's gauge, −2R_ij + (L_W g)_ij; its last inputs are the outputs of {@link
   * #connection} for the background.
   */
  public Derivation ricciDeTurck() {
    Draft draft = draft();
    List<Jet> field = deTurckField(draft);
    return draft.builder.build(
        symmetric(
            draft,
            "speed",
            (i, j) ->
                draft
                    .geometry
                    .ricci(i, j)
                    .times(-2)
                    .plus(draft.geometry.lieDerivative(field, i, j))));
  }

  /**
   * The size of DeTurck's field relative to the background, |W|² = g_kl W^k W^l with W^k = g^ij
   * (Γ^k_ij − Γ̄^k_ij); inputs as {@link #ricciDeTurck}.
   */
  public Derivation deTurckSquare() {
    Draft draft = draft();
    List<Jet> field = deTurckField(draft);
    List<Expr> terms = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      for (int l = 0; l < dimension; l++) {
        Expr g = draft.geometry.metric().g(k, l);
        terms.add(Expr.product(List.of(g, field.get(k).value(), field.get(l).value())));
      }
    }
    draft.builder.define("Wsquare", "|W|^2", Expr.sum(terms));
    return draft.builder.build("Wsquare");
  }

  private List<Jet> deTurckField(Draft draft) {
    Derivation.Builder builder = draft.builder;
    List<Jet> gamma = Connection.jets(builder, draft.geometry);
    List<Jet> back = Connection.inputs(builder, dimension);
    int components = dimension * (dimension + 1) / 2;
    List<Jet> field = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      Jet sum = Jet.constant(Rational.ZERO, dimension, 1);
      for (int i = 0, c = k * components; i < dimension; i++) {
        for (int j = i; j < dimension; j++, c++) {
          Jet difference =
              gamma.get(c).minus(back.get(c)).times(Rational.ONE.times(i == j ? 1 : 2));
          sum = sum.plus(inverseJet(builder, i, j).times(difference));
        }
      }
      field.add(sum.define(builder, "W" + (k + 1), "W^{" + (k + 1) + "}"));
    }
    return field;
  }

  /** The lines that {@link Connection#inverse} wrote. */
  private Jet inverseJet(Derivation.Builder builder, int i, int j) {
    String name = "inv" + (i + 1) + (j + 1);
    return new Jet(
        dimension,
        1,
        Jet.suffixes(dimension, 1).stream().map(s -> builder.value(name + s)).toList());
  }

  /** Jets ↦ Γ^k_ij and ∂_l Γ^k_ij of the metric. */
  public Derivation connection() {
    Draft draft = draft();
    List<String> outputs = new ArrayList<>();
    for (Jet jet : Connection.jets(draft.builder, draft.geometry)) {
      for (Expr coefficient : jet.coefficients()) {
        String name = "out" + outputs.size();
        draft.builder.define(name, coefficient);
        outputs.add(name);
      }
    }
    return draft.builder.build(outputs);
  }

  /**
   * Perelman's gradient flow at fixed measure, −2(R_ij + ∇_i∇_j f); the last inputs are the {@link
   * DensityPotential#fields}.
   */
  public Derivation perelman() {
    Draft draft = draft();
    Jet potential = DensityPotential.jet(draft.builder, draft.geometry);
    Curvature geometry = draft.geometry;
    return draft.builder.build(
        symmetric(
            draft,
            "speed",
            (i, j) -> geometry.ricci(i, j).plus(geometry.hessian(potential, i, j)).times(-2)));
  }

  /**
   * The gradient field of Perelman's potential, ∇^k f = g^kl ∂_l f; inputs as {@link #perelman}.
   */
  public Derivation potentialGradient() {
    Draft draft = draft();
    Jet potential = DensityPotential.jet(draft.builder, draft.geometry);
    List<String> outputs = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      List<Expr> terms = new ArrayList<>();
      for (int l = 0; l < dimension; l++) {
        terms.add(draft.geometry.ginv(k, l).times(potential.first(l)));
      }
      String name = "gradf" + (k + 1);
      draft.builder.define(name, "\\nabla^{" + (k + 1) + "}f", Expr.sum(terms));
      outputs.add(name);
    }
    return draft.builder.build(outputs);
  }

  /** The metric's densities that observables integrate: jets ↦ R, √g, |Ric|². */
  public Derivation invariants() {
    Draft draft = draft();
    draft.builder.define("outR", "R", draft.geometry.scalar());
    draft.builder.define("dv", "\\sqrt{g}", draft.geometry.sqrtDet());
    draft.builder.define("outRic2", "|\\mathrm{Ric}|^2", draft.geometry.ricciSquared());
    return draft.builder.build("outR", "dv", "outRic2");
  }

  /**
   * What Perelman's functionals integrate: |∇f|², Δf, |Ric+∇∇f|² and (R^ij + ∇^i∇^j f) h_ij. Inputs
   * as {@link #perelman}, then the components h11, h12, ….
   */
  public Derivation functionals() {
    Draft draft = draft();
    Derivation.Builder builder = draft.builder;
    Curvature geometry = draft.geometry;
    Jet potential = DensityPotential.jet(builder, geometry);
    List<Expr> h = new ArrayList<>();
    for (String ij : Ansatz.indices(dimension)) {
      h.add(builder.input("h" + ij, "h_{" + ij + "}"));
    }
    symmetric(draft, "S", (i, j) -> geometry.ricci(i, j).plus(geometry.hessian(potential, i, j)));
    Expr[][] mixed = mixed(draft);
    List<Expr> square = new ArrayList<>();
    List<Expr> against = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        square.add(mixed[i][j].times(mixed[j][i]));
        for (int k = 0; k < dimension; k++) {
          Expr change = h.get(component(j, k));
          against.add(Expr.product(List.of(mixed[i][j], geometry.ginv(k, i), change)));
        }
      }
    }
    builder.define("gradf2", "|\\nabla f|^2", geometry.gradientSquared(potential));
    builder.define("lapf", "\\Delta f", geometry.laplacian(potential));
    builder.define("S2", "|\\mathrm{Ric}+\\nabla\\nabla f|^2", Expr.sum(square));
    builder.define("Sh", "\\langle \\mathrm{Ric}+\\nabla\\nabla f, h\\rangle", Expr.sum(against));
    return builder.build("gradf2", "lapf", "S2", "Sh");
  }

  /** S_i^j = S_ik g^kj at [i][j]. */
  private Expr[][] mixed(Draft draft) {
    Expr[][] mixed = new Expr[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < dimension; k++) {
          String name = "S" + (Math.min(i, k) + 1) + (Math.max(i, k) + 1);
          terms.add(draft.builder.value(name).times(draft.geometry.ginv(k, j)));
        }
        String digits = "" + (i + 1) + (j + 1);
        mixed[i][j] =
            draft.builder.define(
                "Sm" + digits, "S_{" + (i + 1) + "}{}^{" + (j + 1) + "}", Expr.sum(terms));
      }
    }
    return mixed;
  }

  /** Steepest descent: values of f, E_c = δL/δf_c ↦ −E_c. */
  public Derivation descent() {
    Derivation.Builder builder = Derivation.builder();
    ansatz.outputJets(builder, dimension, 0);
    List<String> outputs = new ArrayList<>();
    for (String f : ansatz.outputNames(dimension)) {
      Symbol e = builder.input("E" + f, "E_{" + f + "}");
      builder.define("speed" + f, e.negate());
      outputs.add("speed" + f);
    }
    return builder.build(outputs);
  }

  /**
   * DeWitt's supermetric on a gradient: values of f, E_c = δL/δg_c by independent components,
   * values of the reference, the density m ↦ −2 g_ik g_jl E^kl/m.
   */
  public Derivation deWitt() {
    Derivation.Builder builder = Derivation.builder();
    List<Jet> f = ansatz.outputJets(builder, dimension, 0);
    List<Expr> gradient = new ArrayList<>();
    for (String ij : Ansatz.indices(dimension)) {
      Symbol e = builder.input("E" + ij, "E^{" + ij + "}");
      gradient.add(ij.charAt(0) == ij.charAt(1) ? e : e.over(2));
    }
    List<Jet> reference = ansatz.referenceJets(builder, dimension, 0);
    List<Expr> g = ansatz.metric(reference, f).stream().map(Jet::value).toList();
    Symbol density = builder.input("m");
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < dimension; k++) {
          for (int l = 0; l < dimension; l++) {
            Expr lowering = g.get(component(i, k)).times(g.get(component(j, l)));
            terms.add(lowering.times(gradient.get(component(k, l))));
          }
        }
        String name = "speed" + (i + 1) + (j + 1);
        builder.define(name, Expr.sum(terms).times(-2).over(density));
        outputs.add(name);
      }
    }
    return builder.build(outputs);
  }

  private int component(int i, int j) {
    int low = Math.min(i, j);
    return low * dimension - low * (low - 1) / 2 + Math.max(i, j) - low;
  }

  private List<String> symmetric(
      Draft draft, String prefix, BiFunction<Integer, Integer, Expr> of) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        String digits = "" + (i + 1) + (j + 1);
        draft.builder.define(prefix + digits, of.apply(i, j));
        names.add(prefix + digits);
      }
    }
    return names;
  }
}
